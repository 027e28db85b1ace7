package org.plimsoll.bench.server;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.plimsoll.bench.orders.Choice;
import org.plimsoll.bench.orders.Load;

/// What an order costs on a server that runs, with how many who follow its order book, and how long
/// it takes at which rate. The clients are in this process and the server in another one, whose
/// processor time is read by thread.
public final class ServerContest {
  private static final int CLIENTS = 20;
  private static final int THIRD = 3;
  private static final double MICROS = 1e3;
  private static final double MEGA = 1 << 20;
  private static final int SECONDS_PER_MINUTE = 60;
  private static final int HIGHEST_S = 60;
  private static final long IDLE_MS = 3_000;

  private final Choice choice;
  private final Measured server;
  private final HttpClient http;
  private final Crowd crowd;

  private ServerContest(Choice choice, Measured server, HttpClient http) {
    this.choice = choice;
    this.server = server;
    this.http = http;
    this.crowd = Crowd.overRest(http, server);
  }

  /// Runs all of it: `subscribers=0,1,10,100,500 calls=2000 rate=200 rounds=5`,
  /// `rates=100,200,400,800 seconds=5`, `accounts=100000 readings=9`. With `soak=MINUTES`, or with
  /// `resets=COUNT`, nothing but that.
  public static void main(String... arguments) throws IOException, InterruptedException {
    Choice choice = Choice.of(arguments);
    Path folder = Files.createTempDirectory(Path.of(""), "server-contest-");
    System.out.println("load average " + Load.average());
    int resets = choice.number("resets", 0);
    try {
      if (resets > 0) {
        ResetTime.measure(Path.of(System.getProperty("plimsoll.launcher")), folder, resets);
      } else {
        measure(choice, folder);
      }
    } finally {
      delete(folder);
    }
    System.out.println("load average " + Load.average());
  }

  private static void measure(Choice choice, Path folder) throws IOException, InterruptedException {
    try (Measured server = new Measured(folder, CLIENTS);
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      ServerContest contest = new ServerContest(choice, server, http);
      int minutes = choice.number("soak", 0);
      if (minutes > 0) {
        contest.soak(minutes);
      } else {
        contest.ways();
        contest.orders();
        contest.latency();
        BookReading.measure(choice.number("accounts", 100_000), choice.number("readings", 9));
      }
    }
  }

  /// The same orders over REST and over lines of the native stream, turn by turn.
  private void ways() throws IOException {
    int rounds = choice.number("rounds", 5);
    int calls = choice.number("calls", 1_000);
    int rate = choice.number("rate", 200);
    int warmup = choice.number("warmup", 4_000) / 2;
    crowd.send(warmup, 2 * rate, _ -> {});
    List<Measured.Used> rest = new ArrayList<>();
    List<Measured.Used> lines = new ArrayList<>();
    try (Crowd overLines = Crowd.overLines(http, server)) {
      overLines.send(warmup, 2 * rate, _ -> {});
      for (int round = 0; round < rounds; round++) {
        rest.add(trial(crowd, 0, calls, rate));
        lines.add(trial(overLines, 0, calls, rate));
      }
    }
    System.out.printf(
        Locale.ROOT,
        "processor microseconds of the server for an order: over REST %.0f, over lines %.0f; median of"
            + " %d turns of %d%n",
        median(rest, Measured.Used::processNs) / MICROS / calls,
        median(lines, Measured.Used::processNs) / MICROS / calls,
        rounds,
        calls);
  }

  /// Each number of subscribers in turn, forward and backward, so that what drifts meets all.
  private void orders() throws IOException, InterruptedException {
    List<Integer> counts = choice.numbers("subscribers", "0,1,10,100,500");
    int rounds = choice.number("rounds", 5);
    int calls = choice.number("calls", 1_000);
    int rate = choice.number("rate", 200);
    printIdle();
    SortedMap<Integer, List<Measured.Used>> used = new TreeMap<>();
    for (int round = 0; round < rounds; round++) {
      List<Integer> turn = round % 2 == 0 ? counts : counts.reversed();
      for (int count : turn) {
        used.computeIfAbsent(count, _ -> new ArrayList<>()).add(trial(crowd, count, calls, rate));
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%d calls at %d a second, %d clients, median of %d turns; processor microseconds a call%n"
            + "subscribers  decider   disk  reader  process  messages  each message  decider over that"
            + " of %d, quartiles%n",
        calls,
        rate,
        CLIENTS,
        rounds,
        counts.getFirst());
    List<Measured.Used> base = Objects.requireNonNull(used.get(counts.getFirst()));
    used.forEach((count, turns) -> print(count, calls, turns, base));
  }

  /// The decider and the disk's thread look for work again and again, which is in their figures.
  private void printIdle() throws IOException, InterruptedException {
    Measured.Used before = server.used();
    long beganNs = System.nanoTime();
    Thread.sleep(IDLE_MS);
    Measured.Used used = server.used().since(before);
    double seconds = (System.nanoTime() - beganNs) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "with nothing to do, processor milliseconds a second: decider %.1f, disk %.1f, reader %.1f,"
            + " process %.1f%n",
        used.deciderNs() / 1e6 / seconds,
        used.diskNs() / 1e6 / seconds,
        used.readerNs() / 1e6 / seconds,
        used.processNs() / 1e6 / seconds);
  }

  private Measured.Used trial(Crowd senders, int subscribers, int calls, int rate)
      throws IOException {
    try (Subscribers all = new Subscribers(http, server.host(), subscribers)) {
      Measured.Used before = server.used();
      senders.send(calls, rate, _ -> {});
      all.awaitSame();
      Measured.Used used = server.used().since(before);
      if (used.sequence() < calls) {
        throw new IllegalStateException(calls + " calls made " + used.sequence() + " commands");
      }
      return used;
    }
  }

  private static void print(
      int count, int calls, List<Measured.Used> turns, List<Measured.Used> base) {
    double[] ratios = new double[turns.size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = (double) turns.get(i).deciderNs() / base.get(i).deciderNs();
    }
    Arrays.sort(ratios);
    double process = median(turns, Measured.Used::processNs);
    double messages = median(turns, Measured.Used::messages);
    System.out.printf(
        Locale.ROOT,
        "%11d  %7.1f  %5.1f  %6.1f  %7.1f  %8.0f  %12.1f  %.3f (%.3f to %.3f)%n",
        count,
        median(turns, Measured.Used::deciderNs) / MICROS / calls,
        median(turns, Measured.Used::diskNs) / MICROS / calls,
        median(turns, Measured.Used::readerNs) / MICROS / calls,
        process / MICROS / calls,
        messages,
        (process - median(base, Measured.Used::processNs)) / MICROS / Math.max(1, messages),
        median(ratios),
        ratios[ratios.length / 4],
        ratios[THIRD * (ratios.length - 1) / 4]);
  }

  private static double median(List<Measured.Used> turns, ToDoubleFunction<Measured.Used> of) {
    return median(turns.stream().mapToDouble(of).toArray());
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(sorted.length - 1) / 2];
  }

  private void latency() {
    int seconds = choice.number("seconds", 5);
    System.out.println("from when a call is due to its answer, microseconds");
    System.out.println("a second      p50      p90      p99    p99.9      max");
    for (int rate : choice.numbers("rates", "100,200,400,800")) {
      Histogram took = new ConcurrentHistogram(HIGHEST_S * 1_000_000_000L, THIRD);
      crowd.send(rate * seconds, rate, took::recordValue);
      if (took.getTotalCount() != (long) rate * seconds) {
        throw new IllegalStateException("some answers were not counted");
      }
      System.out.printf(
          Locale.ROOT,
          "%8d %8.0f %8.0f %8.0f %8.0f %8.0f%n",
          rate,
          took.getValueAtPercentile(50) / MICROS,
          took.getValueAtPercentile(90) / MICROS,
          took.getValueAtPercentile(99) / MICROS,
          took.getValueAtPercentile(99.9) / MICROS,
          took.getMaxValue() / MICROS);
    }
  }

  /// A line a minute, with ten who follow the order book.
  private void soak(int minutes) throws IOException {
    int rate = choice.number("rate", 100);
    System.out.println("minute    commands  live MiB  resident MiB  processor s");
    try (Subscribers all = new Subscribers(http, server.host(), 10)) {
      for (int minute = 1; minute <= minutes; minute++) {
        Measured.Used before = server.used();
        crowd.send(rate * SECONDS_PER_MINUTE, rate, _ -> {});
        all.awaitSame();
        Measured.Used used = server.used();
        Measured.Memory memory = server.memory();
        System.out.printf(
            Locale.ROOT,
            "%6d  %10d  %8.0f  %12.0f  %11.1f%n",
            minute,
            used.sequence(),
            memory.live() / MEGA,
            memory.resident() / MEGA,
            used.since(before).processNs() / 1e9);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
