package org.plimsoll.model;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/// Every law over as many seeds as one has time for, then orders placed and canceled by the hundred
/// million, and one more line in a tally. What is found depends on the seeds alone, not on the
/// number of threads.
public final class Soak {
  private static final long SECOND = 1_000_000_000L;
  private static final int WEAKEST = 5;
  private static final int TENTHS = 10;

  private final SoakOptions options;
  private final long startNs = System.nanoTime();
  private final Campaign campaign = new Campaign(VenueLaws.all());

  private Soak(SoakOptions options) {
    this.options = options;
  }

  /// Runs with the options that [SoakOptions] tells of; ends with 1 if a law is broken, with 2 if
  /// the options make no sense.
  public static void main(String[] args) throws IOException {
    SoakOptions options;
    try {
      options = SoakOptions.of(List.of(args));
    } catch (IllegalArgumentException wrong) {
      System.err.println("soak: " + wrong.getMessage() + "\n" + SoakOptions.USAGE);
      System.exit(2);
      return;
    }
    System.exit(new Soak(options).run() ? 0 : 1);
  }

  private boolean run() throws IOException {
    campaign.run(options.firstSeed(), options.seeds(), options.threads(), deadline());
    campaign.findings().forEach(finding -> System.out.println(campaign.report(finding)));
    System.out.print(campaign.coverage());
    List<String> missing = campaign.coverage().neverReached();
    String pairs = pairs();
    boolean holds = campaign.failures() == 0 && !pairs.startsWith("BROKEN");
    String verdict = !holds ? "broken" : missing.isEmpty() ? "holds" : "weak";
    System.out.printf(
        Locale.ROOT,
        "%s: %,d commands in %,d histories from seed %d, %d laws and the twin after each; order"
            + " pairs: %s; never reached: %s%n",
        verdict,
        campaign.commands(),
        campaign.seeds(),
        options.firstSeed(),
        VenueLaws.all().size(),
        pairs,
        missing);
    addToTally(verdict, pairs, missing.size());
    return holds;
  }

  private BooleanSupplier deadline() {
    long endNs = startNs + options.minutes() * 60 * SECOND;
    return () -> options.minutes() > 0 && System.nanoTime() - endNs >= 0;
  }

  /// Returns how many pairs ran, in how many places, and the processor time of the last tenth by
  /// that of the first.
  private String pairs() {
    if (options.pairs() == 0) {
      return "0";
    }
    OrderPairs orders = new OrderPairs();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long[] tenths = new long[TENTHS];
    try {
      orders.run(options.pairs() / TENTHS); // the compiler's time is not the venue's
      for (int tenth = 0; tenth < TENTHS; tenth++) {
        long before = threads.getCurrentThreadCpuTime(); // others may want the processor, too
        orders.run(options.pairs() / TENTHS);
        tenths[tenth] = threads.getCurrentThreadCpuTime() - before;
      }
      orders.check();
    } catch (BrokenLaw broken) {
      return "BROKEN " + broken.getMessage();
    }
    return String.format(
        Locale.ROOT,
        "%d in %d places with last tenth / first %.2f",
        orders.pairs(),
        orders.slots(),
        (double) tenths[TENTHS - 1] / tenths[0]);
  }

  private void addToTally(String verdict, String pairs, int missing) throws IOException {
    int marks = Coverage.wanted().size();
    String line =
        String.join(
            ",",
            options.date(),
            options.commit(),
            Long.toString(options.firstSeed()),
            Long.toString(campaign.seeds()),
            Long.toString(campaign.commands()),
            Long.toString(campaign.failures()),
            marks - missing + " of " + marks,
            String.join("; ", campaign.coverage().weakest(WEAKEST)),
            pairs.replace(',', ';'),
            Long.toString((System.nanoTime() - startNs) / SECOND),
            verdict);
    System.out.println(line);
    if (options.tally().isPresent()) {
      Path tally = Path.of(options.tally().get());
      Files.writeString(
          tally,
          line + "\n",
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
  }
}
