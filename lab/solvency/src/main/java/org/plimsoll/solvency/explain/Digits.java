package org.plimsoll.solvency.explain;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.plimsoll.solvency.assess.Wording;

/// Numbers of a model with all their digits, so that whoever computes with them gets what the model
/// got.
final class Digits {
  private Digits() {}

  /// Returns the shortest decimal that names a finite `value`, without exponent, grouped by commas.
  static String of(double value) {
    BigDecimal exact = new BigDecimal(Double.toString(value)).abs();
    BigInteger whole = exact.toBigInteger();
    BigDecimal rest = exact.subtract(new BigDecimal(whole)).stripTrailingZeros();
    String digits = Wording.number(new BigDecimal(whole));
    String decimals = rest.signum() == 0 ? "" : rest.toPlainString().substring(1);
    return (value < 0 ? "-" : "") + digits + decimals;
  }
}
