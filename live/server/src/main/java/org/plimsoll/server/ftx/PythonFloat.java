package org.plimsoll.server.ftx;

import java.math.BigDecimal;

/// Numbers as Python's `repr(float)` writes them: what order book checksums are made of. Every
/// language that a client is written in has its own way, so this one is the agreement.
final class PythonFloat {
  private static final double PLAIN_MIN = 1e-4;
  private static final double PLAIN_MAX = 1e16;

  private PythonFloat() {}

  /// Returns the shortest text that reads back as the double nearest to `number`.
  ///
  /// @param number not negative
  static String text(BigDecimal number) {
    double value = number.doubleValue();
    if (value == 0) {
      return "0.0";
    }
    // Since JDK 19 this has the shortest digits that tell the double apart.
    BigDecimal shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    return value >= PLAIN_MIN && value < PLAIN_MAX ? plain(shortest) : scientific(shortest);
  }

  private static String plain(BigDecimal shortest) {
    return shortest.scale() <= 0 ? shortest.toPlainString() + ".0" : shortest.toPlainString();
  }

  private static String scientific(BigDecimal shortest) {
    String digits = shortest.unscaledValue().toString();
    int exponent = digits.length() - 1 - shortest.scale();
    String sign = exponent < 0 ? "-" : "+";
    String power = Integer.toString(Math.abs(exponent));
    return digits.charAt(0)
        + (digits.length() > 1 ? "." + digits.substring(1) : "")
        + "e"
        + sign
        + (power.length() < 2 ? "0" + power : power);
  }
}
