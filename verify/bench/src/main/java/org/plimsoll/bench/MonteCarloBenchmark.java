package org.plimsoll.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.plimsoll.solvency.survival.SurvivalEngine;
import org.plimsoll.solvency.survival.SurvivalPlan;
import org.plimsoll.solvency.survival.SurvivalResult;

/// Days of random paths through a system of 100 parties and 20 assets; a path-step is one day of
/// one path.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class MonteCarloBenchmark {
  static final int PARTIES = 100;
  static final int ASSETS = 20;
  static final int PATHS = 4_000;
  static final int DAYS = 30;

  @Param({"1", "2"})
  private int threads = 1;

  private final SurvivalEngine engine = new SurvivalEngine(RandomSystem.of(PARTIES, ASSETS));

  /// Checks what the threads find together.
  @Setup
  public void check() {
    CheckedCases.check(engine.run(plan(PATHS, threads)), CheckedCases.MONTE_CARLO);
  }

  static SurvivalPlan plan(int paths, int threads) {
    return new SurvivalPlan(paths, DAYS, 1, 0, threads);
  }

  /// Counts who fails.
  @Benchmark
  @OperationsPerInvocation(PATHS * DAYS)
  public SurvivalResult pathSteps() {
    return engine.run(plan(PATHS, threads));
  }
}
