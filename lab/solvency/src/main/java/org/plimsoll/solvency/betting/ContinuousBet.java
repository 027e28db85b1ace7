package org.plimsoll.solvency.betting;

/// A stake that is rebalanced without pause, in something whose value follows geometric Brownian
/// motion: Kelly's bet in the limit of many small ones (Merton 1969, Thorp 2006).
///
/// @param drift expected excess return a year; positive
/// @param volatility a year; positive
public record ContinuousBet(double drift, double volatility) {
  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if either figure is not positive and finite
  public ContinuousBet {
    requirePositive("drift", drift);
    requirePositive("volatility", volatility);
  }

  /// Returns the multiple of wealth with the largest growth, `drift / volatility²`.
  public double kellyFraction() {
    return drift / (volatility * volatility);
  }

  /// Returns the growth of log wealth a year at `multiple` times Kelly's stake, `(drift /
  /// volatility)² (k - k²/2)`: nothing at twice Kelly, negative beyond.
  ///
  /// @throws IllegalArgumentException if `multiple` is negative
  public double growthAtMultiple(double multiple) {
    if (!(multiple >= 0 && multiple < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("multiple " + multiple + " must not be negative");
    }
    double sharpe = drift / volatility;
    return sharpe * sharpe * multiple * (1 - multiple / 2);
  }

  /// Returns the growth of log wealth a year with `stake` times wealth at risk.
  ///
  /// @throws IllegalArgumentException if `stake` is negative
  public double growth(double stake) {
    return growthAtMultiple(stake / kellyFraction());
  }

  /// Returns the probability that wealth ever falls to `part` of its start at `multiple` times
  /// Kelly's stake, `part^(2/k - 1)`; certain from twice Kelly on. It depends on nothing else.
  ///
  /// @throws IllegalArgumentException if `multiple` is not positive, or `part` not in (0, 1]
  public static double probabilityEverAt(double part, double multiple) {
    requirePositive("multiple", multiple);
    if (!(part > 0 && part <= 1)) {
      throw new IllegalArgumentException("part " + part + " must be above 0 and at most 1");
    }
    return multiple >= 2 ? 1 : StrictMath.pow(part, 2 / multiple - 1);
  }

  private static void requirePositive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " " + value + " must be positive");
    }
  }
}
