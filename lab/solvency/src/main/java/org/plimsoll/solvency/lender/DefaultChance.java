package org.plimsoll.solvency.lender;

import java.math.BigDecimal;
import java.util.Optional;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Party;
import org.plimsoll.solvency.loadline.Corner;

/// How likely the borrower is to fail within the horizon of a judgment.
final class DefaultChance {
  /// The horizon over which collateral and borrower move together, in years: a month, after which a
  /// lender has called or sold.
  static final double YEARS = 30.0 / 365;

  /// The least chance that a conditional figure is taken at: the rarer a default, the further out
  /// in the tail it stands, and the harsher what is left of the collateral.
  private static final double RAREST = 0.01;

  private DefaultChance() {}

  /// Returns the chance within a year, where anything is told.
  static Optional<Interval> told(Party party) {
    Interval chance = party.defaultProbability().value();
    Interval any = Interval.between(BigDecimal.ZERO, BigDecimal.ONE);
    return chance.equals(any) ? Optional.empty() : Optional.of(chance);
  }

  /// Returns the chance within a year of the party called `id`, where anything is told.
  static Optional<Interval> told(Book book, String id) {
    return book.parties().stream()
        .filter(party -> party.id().equals(id))
        .findFirst()
        .flatMap(DefaultChance::told);
  }

  /// Returns the chance within the horizon at the end that makes the conditional loss largest.
  static double rarest(Optional<Interval> inYear) {
    double least = inYear.map(Corner.CAREFUL::ofMoreIsBetter).orElse(0.0);
    return StrictMath.clamp(withinHorizon(least), RAREST, 1 - RAREST);
  }

  /// Returns the chance within the horizon if failures come at a steady rate.
  static double withinHorizon(double inYear) {
    return 1 - StrictMath.pow(1 - inYear, YEARS);
  }
}
