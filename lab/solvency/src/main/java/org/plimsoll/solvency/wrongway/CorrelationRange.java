package org.plimsoll.solvency.wrongway;

import java.util.List;
import java.util.stream.DoubleStream;

/// What a loan loses over the correlations that nobody can rule out.
///
/// The correlation of a borrower's fate with his collateral is hardly ever observed, so it is not
/// estimated: the range of answers is the answer.
///
/// @param rows one for each correlation, ascending
public record CorrelationRange(List<Row> rows) {
  private static final double[] CORRELATIONS = {0, 0.3, 0.6, 0.9};

  /// Copies the rows.
  public CorrelationRange {
    rows = List.copyOf(rows);
  }

  /// One correlation and what follows from it.
  ///
  /// @param correlation of collateral and borrower
  /// @param ratio mean collateral in default over mean collateral
  /// @param lossGivenDefault in the book's currency
  /// @param lossMultiple over the loss without correlation
  /// @param haircut that suffices in all but `level` of the defaults, as a share of today's value
  public record Row(
      double correlation,
      double ratio,
      double lossGivenDefault,
      double lossMultiple,
      double haircut) {}

  /// Returns the rows at correlations 0, 0.3, 0.6 and 0.9; the loan's own one plays no part.
  ///
  /// @param debt in the book's currency; positive
  /// @param level the share of defaults in which the haircut may fail; above 0, below 1
  /// @throws IllegalArgumentException if an argument is out of its bounds
  public static CorrelationRange of(ConditionalCollateral loan, double debt, double level) {
    return new CorrelationRange(
        DoubleStream.of(CORRELATIONS)
            .mapToObj(correlation -> row(loan.withCorrelation(correlation), debt, level))
            .toList());
  }

  private static Row row(ConditionalCollateral loan, double debt, double level) {
    return new Row(
        loan.correlation(),
        loan.wrongWayRatio(),
        loan.lossGivenDefault(debt),
        loan.lossMultiple(debt),
        loan.haircut(level));
  }
}
