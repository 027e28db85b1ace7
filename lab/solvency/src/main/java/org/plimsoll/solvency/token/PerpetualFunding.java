package org.plimsoll.solvency.token;

import org.plimsoll.solvency.bounds.Require;

/// What holders of a perpetual pay each other so that it stays near its index.
///
/// Every hour longs pay shorts a twenty-fourth of the mean premium of the perpetual over the index,
/// and shorts pay longs where it is negative. Nothing is made or lost: long and short quantities
/// are equal, and so are the payments.
///
/// Source: FTX help center, "Funding" (2022).
///
/// @param rate for the hour, as a share of the position's value at the index
public record PerpetualFunding(double rate) {
  private static final int HOURS_PER_DAY = 24;

  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if the rate is not finite
  public PerpetualFunding {
    Require.finite("rate", rate);
  }

  /// Returns the rate of an hour over which these premia were seen, each `(perpetual - index) /
  /// index`.
  ///
  /// Example: 0.2 %, 0.5 % and -0.1 % give 0.0083333 %.
  ///
  /// @throws IllegalArgumentException if there is none
  public static PerpetualFunding ofPremia(double... premia) {
    Require.holds(premia.length > 0, "number of premia", premia.length);
    double sum = 0;
    for (double premium : premia) {
      sum += premium;
    }
    return new PerpetualFunding(sum / premia.length / HOURS_PER_DAY);
  }

  /// Returns what each position receives for the hour (pays, where negative), in the book's
  /// currency.
  ///
  /// @param quantities in units of the underlying, negative for shorts
  /// @param index in the book's currency per unit; positive
  /// @throws IllegalArgumentException if `index` is not positive
  public double[] payments(double[] quantities, double index) {
    Require.positive("index", index);
    double[] payments = new double[quantities.length];
    for (int position = 0; position < quantities.length; position++) {
      payments[position] = -quantities[position] * index * rate;
    }
    return payments;
  }
}
