package org.plimsoll.bench;

import java.util.List;
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
import org.plimsoll.solvency.cascade.CascadeOutcome;
import org.plimsoll.solvency.cascade.LoanBook;
import org.plimsoll.solvency.cascade.PledgedLoan;
import org.plimsoll.solvency.cascade.ThresholdCascade;
import org.plimsoll.solvency.impact.ExponentialImpact;

/// A cascade through most of a book of loans, and the sorting that comes before it.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CascadeBenchmark {
  static final double SHOCK = .15;

  @Param({"100000", "1000000"})
  private int loans = 100_000;

  private List<PledgedLoan> list = RandomCases.loans(1);
  private ThresholdCascade cascade = cascade(list);

  static ThresholdCascade cascade(List<PledgedLoan> loans) {
    // Units pledged are 50 a loan on average; this depth makes a wave of many rounds.
    return new ThresholdCascade(LoanBook.of(loans), new ExponentialImpact(20, 60.0 * loans.size()));
  }

  /// Draws the loans and checks their cascade.
  @Setup
  public void draw() {
    list = RandomCases.loans(loans);
    cascade = cascade(list);
    CheckedCases.check(list, cascade, SHOCK, cascade.after(SHOCK));
  }

  /// The cascade over a sorted book.
  @Benchmark
  public CascadeOutcome overASortedBook() {
    return cascade.after(SHOCK);
  }

  /// Sorting the book and the cascade.
  @Benchmark
  public CascadeOutcome withSorting() {
    return cascade(list).after(SHOCK);
  }
}
