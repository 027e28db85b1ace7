package org.plimsoll.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.plimsoll.solvency.clearing.Clearing;
import org.plimsoll.solvency.clearing.ClearingSolver;
import org.plimsoll.solvency.clearing.DefaultCosts;
import org.plimsoll.solvency.clearing.LiabilityNetwork;

/// Clearing of a random network, certificate and question of uniqueness included; the network is
/// built before.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ClearingBenchmark {
  private static final DefaultCosts COSTS = new DefaultCosts(.95, .9);

  @Param({"1000", "10000"})
  private int banks = 1_000;

  private LiabilityNetwork network = RandomCases.network(2, 2);

  /// Draws the network and checks its clearing.
  @Setup
  public void draw() {
    network = RandomCases.network(banks, 50 * banks);
    CheckedCases.check(network, ClearingSolver.clear(network));
  }

  /// Defaulters pay all they have.
  @Benchmark
  public Clearing withoutCosts() {
    return ClearingSolver.clear(network);
  }

  /// Default costs something, so that the least solution must be computed too.
  @Benchmark
  public Clearing withCosts() {
    return ClearingSolver.clear(network, COSTS);
  }
}
