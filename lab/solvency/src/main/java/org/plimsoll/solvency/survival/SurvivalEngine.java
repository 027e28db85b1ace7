package org.plimsoll.solvency.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.plimsoll.solvency.bounds.Require;

/// Runs a system along random days and counts who fails.
///
/// Each day prices move, collateral above its trigger is sold, what is due is paid, and what has
/// been sold has moved the prices for the day after. The result depends on the system and the
/// plan's paths, days and seed alone, byte for byte: every path has random numbers of its own, and
/// what the threads add up are whole numbers.
///
/// The system holds what can be simulated a million times, not all that a venue does: sales move
/// prices for good, nobody but the forced trades, and claims on a party that failed count for
/// nothing until its estate pays.
public final class SurvivalEngine {
  private final CreditSystem system;

  /// Creates an engine over `system`.
  ///
  /// @throws IllegalArgumentException if the system's correlation is not positive definite
  public SurvivalEngine(CreditSystem system) {
    this.system = system;
    new Shocks(system, 1);
  }

  /// Returns what happened over the plan's paths.
  ///
  /// @throws IllegalArgumentException if the plan watches a party that does not exist
  public SurvivalResult run(SurvivalPlan plan) {
    Require.holds(plan.watched() < system.parties().size(), "watched", plan.watched());
    int[] watchedDays = new int[plan.paths()];
    PathTally tally = runThreads(plan, watchedDays);
    List<SurvivalResult.Outcome> outcomes =
        IntStream.range(0, system.parties().size())
            .mapToObj(party -> tally.outcome(party, plan.paths()))
            .toList();
    return new SurvivalResult(
        outcomes, tally.nobody(plan.paths()), IntStream.of(watchedDays).boxed().toList());
  }

  private PathTally runThreads(SurvivalPlan plan, int[] watchedDays) {
    PathTally sum = new PathTally(system.parties().size(), plan.days());
    List<Future<PathTally>> parts = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(plan.threads())) {
      for (int thread = 0; thread < plan.threads(); thread++) {
        int from = bound(plan, thread);
        int to = bound(plan, thread + 1);
        parts.add(threads.submit(() -> runPaths(plan, from, to, watchedDays)));
      }
      for (Future<PathTally> part : parts) {
        sum.add(finished(part));
      }
    }
    return sum;
  }

  private static int bound(SurvivalPlan plan, int thread) {
    return (int) ((long) plan.paths() * thread / plan.threads());
  }

  private static PathTally finished(Future<PathTally> part) {
    try {
      return part.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while simulating", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("simulation failed", e.getCause());
    }
  }

  private PathTally runPaths(SurvivalPlan plan, int from, int to, int[] watchedDays) {
    PathState state = new PathState(system);
    PathTally tally = new PathTally(state.partyCount, plan.days());
    Shocks shocks = new Shocks(system, plan.days());
    int[] outsideDays = new int[state.partyCount];
    Settlement settlement = new Settlement(system, state, tally, outsideDays);
    for (int path = from; path < to; path++) {
      state.reset();
      tally.startPath();
      shocks.start(plan.seed(), path, outsideDays);
      settlement.reset();
      for (int day = 1; day <= plan.days(); day++) {
        shocks.advance(state.prices);
        settlement.run(day);
      }
      tally.endPath();
      watchedDays[path] = tally.unableDay(plan.watched());
    }
    return tally;
  }
}
