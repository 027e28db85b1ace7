package org.plimsoll.proof;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/// Whether an account's collateral, after haircuts, is worth what the account owes.
///
/// Without this condition a venue could invent accounts that owe it bitcoin against worthless
/// tokens, and show a smaller need for bitcoin (the dummy-user attack, described in the
/// documentation of binance/zkmerkle-proof-of-solvency).
final class DebtCover {
  private DebtCover() {}

  /// @param terms of the assets, in the order of the numbers
  /// @param owed what the account is owed, in smallest units
  /// @param debts what the account owes, in smallest units
  static boolean holds(List<AssetTerms> terms, List<BigInteger> owed, List<BigInteger> debts) {
    BigDecimal collateral = BigDecimal.ZERO;
    BigDecimal needed = BigDecimal.ZERO;
    for (int i = 0; i < terms.size(); i++) {
      AssetTerms asset = terms.get(i);
      collateral = collateral.add(asset.quantity(owed.get(i)).multiply(asset.collateralValue()));
      if (debts.get(i).signum() != 0) {
        if (asset.debtValue().isEmpty()) {
          return false;
        }
        needed = needed.add(asset.quantity(debts.get(i)).multiply(asset.debtValue().get()));
      }
    }
    return collateral.compareTo(needed) >= 0;
  }
}
