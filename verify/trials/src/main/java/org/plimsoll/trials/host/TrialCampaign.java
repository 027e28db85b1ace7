package org.plimsoll.trials.host;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/// Trials of many seeds, on several threads. What is found depends on the seeds alone.
public final class TrialCampaign {
  private static final int BATCH = 16;
  private static final int SHRINKING_RUNS = 2_000;

  private final Marks marks = new Marks();
  private final List<Finding> findings = new ArrayList<>();
  private long seeds;
  private long commands;
  private long crashes;
  private long starts;
  private long refusals;

  /// A promise that is not kept.
  public record Finding(long seed, Trial.Outcome outcome) {
    /// Returns it as text, with the shortest trial that shows it.
    public String report() {
      Promise promise = outcome.broken().orElseThrow();
      Script small = TrialShrink.shrink(outcome.script(), promise, new NoPlant(), SHRINKING_RUNS);
      return """
      promise: %s
      seed: %d; again: ./check --trial %d
      in full: %s
      shrunk from %d acts to %d: %s
      %s\
      """
          .formatted(
              promise,
              seed,
              seed,
              outcome.why(),
              outcome.script().acts().size(),
              small.acts().size(),
              Trial.of(small, new NoPlant()).why(),
              small.text());
    }
  }

  /// Runs seeds in their order until `count` of them have run or `isOver` says so.
  public void run(long firstSeed, long count, int threads, BooleanSupplier isOver) {
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      long next = firstSeed;
      while (next < firstSeed + count && !isOver.getAsBoolean()) {
        List<Future<Trial.Outcome>> batch = new ArrayList<>();
        long first = next;
        long end = Math.min(firstSeed + count, next + (long) BATCH * threads);
        for (; next < end; next++) {
          long seed = next;
          batch.add(pool.submit(() -> Trial.ofSeed(seed, new NoPlant())));
        }
        for (int i = 0; i < batch.size(); i++) {
          add(first + i, batch.get(i).get());
        }
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void add(long seed, Trial.Outcome outcome) {
    seeds++;
    commands += outcome.commands();
    crashes += outcome.crashes();
    starts += outcome.starts();
    refusals += outcome.refusals();
    marks.add(outcome.marks());
    if (outcome.broken().isPresent()) {
      findings.add(new Finding(seed, outcome));
    }
  }

  /// Returns what was reached.
  public Marks marks() {
    return marks;
  }

  /// Returns every seed that broke a promise.
  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  /// Returns how many seeds have run.
  public long seeds() {
    return seeds;
  }

  /// Returns the numbers of a tally: seeds, commands, crashes, starts, refusals.
  public List<Long> numbers() {
    return List.of(seeds, commands, crashes, starts, refusals);
  }
}
