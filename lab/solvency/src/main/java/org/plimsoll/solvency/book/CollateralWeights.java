package org.plimsoll.solvency.book;

import java.math.BigDecimal;

/// What a venue lends against an asset.
///
/// @param initial weight for new borrowing and withdrawals, 0 to 1
/// @param total weight for maintenance, 0 to 1
/// @param imfFactor growth of the requirement with the square root of the quantity in coins
public record CollateralWeights(BigDecimal initial, BigDecimal total, BigDecimal imfFactor) {
  public CollateralWeights {
    initial = Decimals.canonical(initial);
    total = Decimals.canonical(total);
    imfFactor = Decimals.canonical(imfFactor);
  }
}
