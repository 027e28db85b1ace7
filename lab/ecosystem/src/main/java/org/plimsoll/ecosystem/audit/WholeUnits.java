package org.plimsoll.ecosystem.audit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/// Values in the finest unit, a billionth of a billionth, as figures in whole units of account.
///
/// @param decimals of the smallest unit of account
record WholeUnits(int decimals) {
  /// Decimals of the finest unit of value: nine of a price and at most nine of an amount.
  static final int FINEST = 18;

  BigDecimal exact(BigInteger value) {
    return new BigDecimal(value, FINEST);
  }

  /// Returns the figure to the nearest smallest unit.
  BigDecimal rounded(BigInteger value) {
    return exact(value).setScale(decimals, RoundingMode.HALF_EVEN);
  }
}
