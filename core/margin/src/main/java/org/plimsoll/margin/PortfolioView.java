package org.plimsoll.margin;

/// What a margin rule is asked about: the signed quantity of each asset. An account as it stands is
/// one portfolio; the same account with its open orders filled is another.
public interface PortfolioView {
  /// Returns the quantity of `asset` in its smallest unit, negative where it is borrowed.
  long quantity(int asset);

  /// Returns how much of a positive quantity is not there yet, because orders still have to fill.
  default long coming(int asset) {
    return 0;
  }
}
