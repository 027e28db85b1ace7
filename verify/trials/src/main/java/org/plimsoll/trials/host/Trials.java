package org.plimsoll.trials.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/// Trials of the host from the command line: those of many seeds with a line in a tally, that of
/// one seed, or one that was written down.
public final class Trials {
  private static final long SECOND = 1_000_000_000L;
  private static final int FINDINGS_SHOWN = 5;

  private final TrialsOptions options;
  private final long startNs = System.nanoTime();

  private Trials(TrialsOptions options) {
    this.options = options;
  }

  /// Runs with the options that [TrialsOptions] tells of; ends with 1 if a promise is broken, with
  /// 2 if the options make no sense.
  public static void main(String[] args) throws IOException {
    TrialsOptions options;
    try {
      options = TrialsOptions.of(List.of(args));
    } catch (IllegalArgumentException wrong) {
      System.err.println("trials: " + wrong.getMessage() + "\n" + TrialsOptions.USAGE);
      System.exit(2);
      return;
    }
    System.exit(new Trials(options).run() ? 0 : 1);
  }

  private boolean run() throws IOException {
    if (options.script().isPresent()) {
      Script script = Script.read(Files.readString(Path.of(options.script().get())));
      return tell(Trial.of(script, new NoPlant()), options.script().get());
    }
    if (options.trial().isPresent()) {
      long seed = options.trial().get();
      return tell(Trial.ofSeed(seed, new NoPlant()), "seed " + seed);
    }
    return soak();
  }

  private static boolean tell(Trial.Outcome outcome, String what) {
    System.out.print(outcome.marks());
    boolean holds = outcome.broken().isEmpty();
    System.out.printf(
        Locale.ROOT,
        "%s: %s, %,d acts, %,d commands, %,d crashes, %,d starts, %,d refusals%n",
        holds ? "holds" : "broken",
        what,
        outcome.script().acts().size(),
        outcome.commands(),
        outcome.crashes(),
        outcome.starts(),
        outcome.refusals());
    if (!holds) {
      System.out.print(
          new TrialCampaign.Finding(outcome.script().shape().seed(), outcome).report());
    }
    return holds;
  }

  private boolean soak() throws IOException {
    TrialCampaign campaign = new TrialCampaign();
    campaign.run(options.firstSeed(), options.seeds(), options.threads(), deadline());
    campaign.findings().stream()
        .limit(FINDINGS_SHOWN)
        .forEach(finding -> System.out.println(finding.report()));
    System.out.print(campaign.marks());
    List<String> missing = campaign.marks().neverReached();
    int broken = campaign.findings().size();
    String verdict = broken > 0 ? "broken" : missing.isEmpty() ? "holds" : "weak";
    System.out.println(verdict + "; never reached: " + missing);
    addToTally(campaign, missing.size(), verdict);
    return broken == 0;
  }

  private BooleanSupplier deadline() {
    long endNs = startNs + options.minutes() * 60 * SECOND;
    return () -> options.minutes() > 0 && System.nanoTime() - endNs >= 0;
  }

  private void addToTally(TrialCampaign campaign, int missing, String verdict) throws IOException {
    int wanted = Marks.wanted().size();
    String numbers =
        campaign.numbers().stream().map(String::valueOf).collect(Collectors.joining(","));
    String line =
        String.join(
            ",",
            options.date(),
            options.commit(),
            Long.toString(options.firstSeed()),
            numbers,
            Integer.toString(campaign.findings().size()),
            wanted - missing + " of " + wanted,
            Long.toString((System.nanoTime() - startNs) / SECOND),
            verdict);
    System.out.println(line);
    if (options.tally().isPresent()) {
      Files.writeString(
          Path.of(options.tally().get()),
          line + "\n",
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
  }
}
