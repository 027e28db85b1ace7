package org.plimsoll.sweep;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import org.plimsoll.ecosystem.outcome.AssumptionCase;
import org.plimsoll.ecosystem.outcome.Flag;
import org.plimsoll.ecosystem.outcome.Outcome;
import org.plimsoll.ecosystem.outcome.ScoreCard.Mark;
import org.plimsoll.ecosystem.outcome.ScoreRow;
import org.plimsoll.ecosystem.outcome.Spread;
import org.plimsoll.ecosystem.outcome.SwitchCase;
import org.plimsoll.ecosystem.outcome.SwitchRow;
import org.plimsoll.ecosystem.scenario.AssumptionEntry;

/// The same seeds in the base case and with each set of switches, on all cores. What it returns is
/// in the order of cases and seeds, so the number of threads changes nothing.
public final class ScoreRuns {
  private static final double MIDDLE = 0.5;

  private final List<List<String>> cases;
  private final long firstSeed;
  private final int seeds;
  private final int switchSeeds;
  private final List<Kept> kept;

  /// A scenario that can be run with switches; by several threads at once.
  public interface Runner {
    /// Runs it from its start to its end.
    Outcome run(long seed, List<String> switches);

    /// Returns the line that gives a run again.
    String line(long seed, List<String> switches);
  }

  /// What is kept of a run: outcomes are large.
  private record Kept(Mark mark, SwitchRow row, List<ScoreRow> scores, List<Flag> injected) {
    static Kept of(Outcome outcome) {
      return new Kept(
          new Mark(outcome.seed(), outcome.switches(), outcome.stateHash()),
          outcome.switchTable().getFirst(),
          outcome.scores(),
          outcome.flags().stream().filter(flag -> flag.source().isPresent()).toList());
    }
  }

  private ScoreRuns(List<List<String>> cases, long firstSeed, int seeds, int switchSeeds) {
    this.cases = List.copyOf(cases);
    this.firstSeed = firstSeed;
    this.seeds = seeds;
    this.switchSeeds = switchSeeds;
    kept = new ArrayList<>(Collections.nCopies(runs(cases.size(), seeds, switchSeeds), null));
  }

  /// Returns how many runs that takes.
  ///
  /// @param cases how many sets of switches there are, the base case among them
  public static int runs(int cases, int seeds, int switchSeeds) {
    return seeds + (cases - 1) * switchSeeds;
  }

  /// Runs the base case with every seed, and every other one with the first of them.
  ///
  /// @param cases sets of switches; the first is the base case, with none
  /// @param firstSeed each further seed is one more
  /// @param seeds how many, at least 1
  /// @param switchSeeds how many of them every other case has, from 1 to `seeds`
  /// @param threads how many runs are under way at once, at least 1
  /// @param reached told how many runs are done, on the calling thread
  /// @throws RunFailed if a run fails; the others are not awaited
  public static ScoreRuns of(
      List<List<String>> cases,
      long firstSeed,
      int seeds,
      int switchSeeds,
      Runner runner,
      int threads,
      IntConsumer reached) {
    ScoreRuns runs = new ScoreRuns(cases, firstSeed, seeds, switchSeeds);
    runs.run(runner, threads, reached);
    return runs;
  }

  private record Done(int number, Kept kept) {}

  private void run(Runner runner, int threads, IntConsumer reached) {
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      CompletionService<Done> ended = new ExecutorCompletionService<>(pool);
      for (int i = 0; i < kept.size(); i++) {
        ended.submit(one(runner, i));
      }
      try {
        for (int i = 1; i <= kept.size(); i++) {
          Done done = ended.take().get();
          kept.set(done.number, done.kept);
          reached.accept(i);
        }
      } catch (ExecutionException failure) {
        throw failure.getCause() instanceof RunFailed run
            ? run
            : new IllegalStateException("a run cannot even fail", failure);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("the runs were interrupted", stopped);
      } finally {
        pool.shutdownNow();
      }
    }
  }

  private Callable<Done> one(Runner runner, int number) {
    int beyond = number - seeds;
    long seed = firstSeed + (beyond < 0 ? number : beyond % switchSeeds);
    List<String> switches = cases.get(beyond < 0 ? 0 : 1 + beyond / switchSeeds);
    return () -> {
      try {
        return new Done(number, Kept.of(runner.run(seed, switches)));
      } catch (RuntimeException failure) {
        throw new RunFailed(runner.line(seed, switches), failure);
      }
    };
  }

  /// Returns what tells each run from every other.
  public List<Mark> marks() {
    return kept.stream().map(Kept::mark).toList();
  }

  /// Returns what was put in from outside in the base case.
  public List<Flag> injected() {
    return kept.getFirst().injected();
  }

  /// Returns the table of switches: a case each, in the order in which they were given, all with
  /// the seeds that every case has; the base case alone with all of its own.
  public List<SwitchCase> cases() {
    if (cases.size() == 1) {
      return List.of(SwitchCase.of(base()));
    }
    List<SwitchCase> table = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      int from = i == 0 ? 0 : seeds + (i - 1) * switchSeeds;
      table.add(
          SwitchCase.of(kept.subList(from, from + switchSeeds).stream().map(Kept::row).toList()));
    }
    return table;
  }

  /// Returns what each assumption does in the base case.
  public List<AssumptionCase> assumptions(List<AssumptionEntry> assumptions) {
    return assumptions.stream().map(this::parted).toList();
  }

  private AssumptionCase parted(AssumptionEntry assumption) {
    List<SwitchRow> lower = new ArrayList<>();
    List<SwitchRow> upper = new ArrayList<>();
    List<SwitchRow> rows = base();
    for (int i = 0; i < seeds; i++) {
      (assumption.place(firstSeed + i) < MIDDLE ? lower : upper).add(rows.get(i));
    }
    return new AssumptionCase(
        assumption.what(),
        assumption.low(),
        assumption.high(),
        assumption.why(),
        AssumptionCase.Half.of(lower),
        AssumptionCase.Half.of(upper));
  }

  /// Returns what became of each seed of the base case.
  private List<SwitchRow> base() {
    return kept.subList(0, seeds).stream().map(Kept::row).toList();
  }

  /// Returns how many seeds of the base case have a value, for each row of the score.
  public List<Integer> scored() {
    return rows().stream()
        .map(of -> (int) of.stream().filter(row -> !Double.isNaN(row.simulated())).count())
        .toList();
  }

  /// Returns the score of the base case: the median over seeds, the band from the 5th to the 95th
  /// percentile, and the medians of the baselines. What fewer than half of the seeds have is no
  /// value.
  public List<ScoreRow> scores() {
    return rows().stream().map(ScoreRuns::together).toList();
  }

  /// Returns the same row of every seed, for each row.
  private List<List<ScoreRow>> rows() {
    List<List<ScoreRow>> rows = new ArrayList<>();
    for (int i = 0; i < kept.getFirst().scores().size(); i++) {
      int row = i;
      rows.add(kept.subList(0, seeds).stream().map(each -> each.scores().get(row)).toList());
    }
    return rows;
  }

  private static ScoreRow together(List<ScoreRow> rows) {
    ScoreRow first = rows.getFirst();
    Optional<Spread> spread =
        Spread.of(rows.stream().mapToDouble(ScoreRow::simulated))
            .filter(each -> 2 * each.count() >= rows.size());
    return new ScoreRow(
        first.quantity(),
        first.unit(),
        first.isFit(),
        first.recordedLow(),
        first.recordedHigh(),
        spread.map(Spread::median).orElse(Double.NaN),
        spread.map(Spread::low),
        spread.map(Spread::high),
        median(rows.stream().map(ScoreRow::noChange).toList()),
        median(rows.stream().map(ScoreRow::lastTrend).toList()),
        first.source());
  }

  private static Optional<Double> median(List<Optional<Double>> values) {
    return Spread.of(values.stream().flatMap(Optional::stream).mapToDouble(value -> value))
        .map(Spread::median);
  }
}
