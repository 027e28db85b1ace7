package org.plimsoll.solvency.marketmaking;

/// Quotes of a market maker who dislikes inventory (Avellaneda and Stoikov 2008).
///
/// @param riskAversion gamma, per unit of money; positive
/// @param volatility of the price, in money per square root of time; positive
/// @param fillDecay k: how fast fills thin out with distance from the mid, per unit of price;
///   positive
public record AvellanedaStoikov(double riskAversion, double volatility, double fillDecay) {
  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a figure is not positive and finite
  public AvellanedaStoikov {
    Bounds.requirePositive("riskAversion", riskAversion);
    Bounds.requirePositive("volatility", volatility);
    Bounds.requirePositive("fillDecay", fillDecay);
  }

  /// Returns the price around which to quote, `s - q gamma sigma² tau`: below the mid for one who
  /// is long.
  ///
  /// @param mid the market's price
  /// @param inventory units held; negative if short
  /// @param timeLeft until the book is closed; not negative
  /// @throws IllegalArgumentException if `timeLeft` is negative
  public double reservationPrice(double mid, double inventory, double timeLeft) {
    return mid - inventory * riskPerUnit(timeLeft);
  }

  /// Returns ask less bid, `gamma sigma² tau + (2/gamma) ln(1 + gamma/k)`.
  ///
  /// @throws IllegalArgumentException if `timeLeft` is negative
  public double spread(double timeLeft) {
    return riskPerUnit(timeLeft) + 2 / riskAversion * StrictMath.log1p(riskAversion / fillDecay);
  }

  private double riskPerUnit(double timeLeft) {
    Bounds.require(
        timeLeft >= 0 && timeLeft < Double.POSITIVE_INFINITY,
        "timeLeft",
        timeLeft,
        "must not be negative");
    return riskAversion * volatility * volatility * timeLeft;
  }
}
