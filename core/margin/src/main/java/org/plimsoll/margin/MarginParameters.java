package org.plimsoll.margin;

/// What the rules say of each asset. Values are in the unit of account, asset 0.
public interface MarginParameters {
  /// Returns how many assets there are.
  int assetCount();

  /// Returns the decimals of the asset's smallest unit.
  int decimals(int asset);

  /// Returns the mark: billionths of a whole unit of account for a whole unit of the asset, or 0
  /// where there is none yet.
  long markE9(int asset);

  /// Returns the weight for new orders and withdrawals in billionths, 0 where it is no collateral.
  long initialWeightE9(int asset);

  /// Returns the weight for maintenance in billionths, 0 where it is no collateral.
  long totalWeightE9(int asset);

  /// Returns how much of a holding counts as collateral at the initial weight, in the smallest
  /// unit: all of it, unless something caps it.
  ///
  /// @param quantity positive
  /// @param coming how much of it is not there yet
  default long counted(int asset, long quantity, long coming) {
    return quantity;
  }

  /// Returns the largest holding whose size does not lower the initial weight
  /// ([SpotMargin#flatUpTo]), or -1 where nobody has worked that out.
  default long flatUpTo(int asset) {
    return -1;
  }

  /// Returns the growth of requirements with the square root of the quantity in coins, in
  /// billionths.
  long imfFactorE9(int asset);
}
