package org.plimsoll.solvency.loadline;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.impact.ExponentialImpact;
import org.plimsoll.solvency.spiral.SpiralGain;

/// A debt and one of the collaterals that secure it, in the book's currency.
///
/// @param name of the loan or the account
/// @param borrower id of the party that owes
/// @param asset id of the collateral
/// @param quantity units of it
/// @param value of them at mark
/// @param others value of the debt's other collateral at mark
/// @param owed the whole debt
/// @param limit the loan-to-value ratio at which the collateral may be sold, where it is told
/// @param exempt whether nobody sells it
public record Pledge(
    String name,
    String borrower,
    String asset,
    Interval quantity,
    Interval value,
    Interval others,
    Interval owed,
    Optional<BigDecimal> limit,
    boolean exempt) {

  /// Returns the part of the debt that leans on this collateral: at least what no other could cover
  /// at mark, at most all that this one could.
  public Interval leaning() {
    BigDecimal uncovered = difference(owed.low(), others.high());
    BigDecimal least = least(uncovered.max(BigDecimal.ZERO), value.low());
    return new Interval(
        least == null ? BigDecimal.ZERO : least.max(BigDecimal.ZERO),
        least(owed.high(), value.high()));
  }

  /// Returns the debt over all its collateral; infinite where that may be worth nothing.
  public double loanToValue(Corner corner) {
    double debt = corner.ofLessIsBetter(owed);
    double collateral = corner.ofMoreIsBetter(value) + corner.ofMoreIsBetter(others);
    return debt == 0 ? 0 : collateral == 0 ? Double.POSITIVE_INFINITY : debt / collateral;
  }

  /// Returns the ratio up to which the lender lends: its limit, or the ratio as it stands where no
  /// limit is told.
  public double ratio(Corner corner) {
    return limit.map(BigDecimal::doubleValue).orElseGet(() -> loanToValue(corner));
  }

  /// Returns the part of `R` of a borrower who keeps the ratio that he has; infinite where more may
  /// be owed than the collateral is worth.
  public double gain(ExponentialImpact market, Corner corner) {
    double ratio = loanToValue(corner);
    return ratio >= 1
        ? Double.POSITIVE_INFINITY
        : SpiralGain.Part.borrower(borrower, corner.ofLessIsBetter(quantity), ratio, market.depth())
            .gain();
  }

  /// Returns how many units are forced on the market once the price has fallen to `part` of what it
  /// is.
  ///
  /// With a limit all of it goes at once when the ratio reaches the limit. Without one the borrower
  /// keeps the ratio that he has, and must sell `q l e / ((1 - l)(1 - e))` after a fall of `e`.
  public double forced(Corner corner, double part) {
    double units = corner.ofLessIsBetter(quantity);
    if (limit.isPresent()) {
      double left = part * corner.ofMoreIsBetter(value) + corner.ofMoreIsBetter(others);
      return corner.ofLessIsBetter(owed) > limit.get().doubleValue() * left ? units : 0;
    }
    double ratio = loanToValue(corner);
    if (ratio >= 1) {
      return units;
    }
    double sold = ratio * (1 - part) / ((1 - ratio) * part);
    return sold == 0 ? 0 : units * StrictMath.min(1, sold);
  }

  /// Returns the price at which its lender sells, `(D / theta - C) / q`; 0 where no fall of this
  /// collateral alone lets him, where no limit is told, and where nobody sells it.
  double trigger(Corner corner) {
    if (limit.isEmpty() || exempt) {
      return 0;
    }
    double units = corner.ofMoreIsBetter(quantity);
    double threshold = limit.get().doubleValue();
    double uncovered = corner.ofLessIsBetter(owed) / threshold - corner.ofMoreIsBetter(others);
    return uncovered > 0 ? uncovered / units : 0;
  }

  private static BigDecimal difference(@Nullable BigDecimal a, @Nullable BigDecimal b) {
    return a == null || b == null ? BigDecimal.ZERO : a.subtract(b);
  }

  private static @Nullable BigDecimal least(@Nullable BigDecimal a, @Nullable BigDecimal b) {
    if (a == null) {
      return b;
    }
    return b == null ? a : a.min(b);
  }
}
