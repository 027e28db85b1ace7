package org.plimsoll.ecosystem.agent.market;

import java.util.function.DoubleUnaryOperator;

/// The price at which as much is wanted as there is, the first that an auction comes to when it
/// goes outward from the last price: up while more is wanted, down while less is.
///
/// @param excess what is wanted beyond what there is, by price
record PriceSearch(DoubleUnaryOperator excess) {
  /// How far the auctioneer goes from one call to the next, as a part of the price.
  private static final double CALL = .002;

  private static final int HALVINGS = 50;

  /// Returns the price that clears, coming from `last`.
  double from(double last) {
    boolean isWanted = excess.applyAsDouble(last) > 0;
    double factor = isWanted ? 1 + CALL : 1 / (1 + CALL);
    double near = last;
    double far = last * factor;
    while (excess.applyAsDouble(far) > 0 == isWanted) {
      near = far;
      far *= factor;
    }
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (near + far) / 2;
      if (excess.applyAsDouble(middle) > 0 == isWanted) {
        near = middle;
      } else {
        far = middle;
      }
    }
    return (near + far) / 2;
  }
}
