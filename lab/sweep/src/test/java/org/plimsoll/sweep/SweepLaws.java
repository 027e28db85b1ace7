package org.plimsoll.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.ecosystem.outcome.Outcome;

/// Neither the number of threads nor a kill on the way changes a byte of what a sweep writes.
class SweepLaws {
  private static final int RUNS = 150;
  private static final SweepPlan PLAN = SmallScenario.plan(RUNS, Sampling.LATIN_HYPERCUBE);

  @TempDir private Path folder;

  private Path straight = Path.of("");
  private Path other = Path.of("");

  @BeforeEach
  void sweepStraightThrough() throws IOException {
    straight = folder.resolve("straight");
    other = folder.resolve("other");
    SmallScenario.sweep(PLAN, SmallScenario::run, straight).run(new Threads(1), _ -> {});
  }

  @Test
  void threadsChangeNoByte() throws IOException {
    SmallScenario.sweep(PLAN, SweepLaws::lateIfEven, other).run(new Threads(4), _ -> {});
    assertThat(SmallScenario.files(other)).isEqualTo(SmallScenario.files(straight));
  }

  /// Lets odd runs end before even ones.
  private static Outcome lateIfEven(long seed, Map<String, String> settings) {
    if (seed % 2 == 0) {
      SmallScenario.run(seed + RUNS, settings);
    }
    return SmallScenario.run(seed, settings);
  }

  @Test
  void aStopOnTheWayChangesNoByteAndRepeatsNoRun() throws IOException {
    Queue<Long> first = new ConcurrentLinkedQueue<>();
    Sweep stopped =
        SmallScenario.sweep(PLAN, (seed, settings) -> stops(first, seed, settings), other);
    assertThatThrownBy(() -> stopped.run(new Threads(1), _ -> {}))
        .isInstanceOf(RunFailed.class)
        .hasMessageContaining("stop here")
        .hasMessageContaining("./plimsoll simulate walk --seed 1090 --set");
    tear(other.resolve("done.log"), "deadbeef\t91\tmhole=1.0");
    tear(other.resolve("runs-000000.parquet"), "torn");
    Queue<Long> second = new ConcurrentLinkedQueue<>();
    SmallScenario.sweep(PLAN, (seed, settings) -> told(second, seed, settings), other)
        .run(new Threads(2), _ -> {});
    assertThat(SmallScenario.files(other)).isEqualTo(SmallScenario.files(straight));
    assertThat(first).hasSizeGreaterThanOrEqualTo(90);
    assertThat(second).hasSize(RUNS - first.size()).doesNotContainAnyElementsOf(first);
  }

  private static Outcome stops(Queue<Long> seeds, long seed, Map<String, String> settings) {
    if (seed == 1_090) {
      throw new IllegalArgumentException("stop here");
    }
    return told(seeds, seed, settings);
  }

  private static Outcome told(Queue<Long> seeds, long seed, Map<String, String> settings) {
    seeds.add(seed);
    return SmallScenario.run(seed, settings);
  }

  private static void tear(Path file, String end) throws IOException {
    Files.writeString(file, end, StandardOpenOption.APPEND);
  }

  @Test
  void bandsComeWhileItWorks() throws IOException {
    List<SoFar> told = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    SmallScenario.sweep(PLAN, SmallScenario::run, other)
        .run(
            new Threads(2),
            soFar -> {
              told.add(soFar);
              seen.add(text(other.resolve("so-far.csv")));
            });
    assertThat(told).extracting(SoFar::runs).containsExactlyElementsOf(upTo(RUNS));
    for (int runs = 1; runs <= RUNS; runs++) {
      Band place = band(told.get(runs), "last_place");
      assertThat(place.runs()).isBetween((int) (runs / 1.25), runs);
      assertThat(seen.get(runs))
          .contains("\nlast_place," + (double) place.runs() + "," + place.low() + ",");
    }
    assertThat(other.resolve("so-far.csv")).doesNotExist();
  }

  private static Band band(SoFar soFar, String figure) {
    return soFar.bands().stream()
        .filter(band -> band.figure().equals(figure))
        .findFirst()
        .orElseThrow();
  }

  private static List<Integer> upTo(int runs) {
    return IntStream.rangeClosed(0, runs).boxed().toList();
  }

  /// Returns what a file has; nothing if there is none.
  private static String text(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  @Test
  void aSweepThatGoesOnKnowsTheBandsOfItsFirstRuns() throws IOException {
    Sweep stopped =
        SmallScenario.sweep(
            PLAN, (seed, settings) -> stops(new ConcurrentLinkedQueue<>(), seed, settings), other);
    assertThatThrownBy(() -> stopped.run(new Threads(1), _ -> {})).isInstanceOf(RunFailed.class);
    List<SoFar> told = new ArrayList<>();
    SmallScenario.sweep(PLAN, SmallScenario::run, other).run(new Threads(1), told::add);
    SoFar first = told.getFirst();
    assertThat(first.runs()).isPositive();
    assertThat(first.bands()).isNotEmpty().allMatch(band -> band.runs() <= first.runs());
    assertThat(first.bands().getFirst().runs()).isEqualTo(first.runs());
  }

  @Test
  void aKillOnTheWayChangesNoByte() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledSweep.class.getName(),
                other.toString())
            .start();
    try (var said = process.inputReader()) {
      assertThat(said.readLine()).isEqualTo("half");
    }
    process.destroyForcibly();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(other.resolve("manifest.json")).doesNotExist();
    SmallScenario.sweep(PLAN, SmallScenario::run, other).run(new Threads(2), _ -> {});
    assertThat(SmallScenario.files(other)).isEqualTo(SmallScenario.files(straight));
  }

  @Test
  void aCompleteSweepRunsNothingAgain() throws IOException {
    String summary =
        SmallScenario.sweep(
                PLAN,
                (_, _) -> {
                  throw new IllegalStateException("nothing is left to run");
                },
                straight)
            .run(new Threads(2), _ -> {});
    assertThat(summary).startsWith("figure,runs,percentile_5,percentile_50,percentile_95\n");
  }

  @Test
  void anotherPlanIsRefused() {
    SweepPlan another = SmallScenario.plan(RUNS + 1, Sampling.LATIN_HYPERCUBE);
    assertThatThrownBy(() ->
            SmallScenario.sweep(another, SmallScenario::run, straight).run(new Threads(1), _ -> {}))
        .isInstanceOf(Sweep.AnotherPlan.class);
  }

  @Test
  void everyRunIsReplayableByItsLine() throws IOException {
    List<String> rows = Files.readAllLines(straight.resolve("runs.csv"));
    assertThat(rows).hasSize(RUNS + 1);
    List<Map<String, String>> settings = PLAN.settings();
    for (int run : new int[] {0, 77, 149}) {
      Outcome again = SmallScenario.run(PLAN.seed(run), settings.get(run));
      assertThat(rows.get(run + 1))
          .contains(Long.toHexString(again.stateHash()))
          .contains("--seed " + PLAN.seed(run))
          .contains(
              "--set " + SmallScenario.SIZE + "=" + settings.get(run).get(SmallScenario.SIZE));
    }
  }

  /// Sweeps until it is killed half way.
  static final class KilledSweep {
    private KilledSweep() {}

    public static void main(String[] arguments) throws IOException {
      SmallScenario.sweep(PLAN, SmallScenario::run, Path.of(arguments[0]))
          .run(
              new Threads(2),
              done -> {
                if (done.runs() == RUNS / 2) {
                  System.out.println("half");
                }
                if (done.runs() >= RUNS / 2) {
                  waitForTheKill();
                }
              });
    }

    private static void waitForTheKill() {
      try {
        Thread.sleep(Long.MAX_VALUE);
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
