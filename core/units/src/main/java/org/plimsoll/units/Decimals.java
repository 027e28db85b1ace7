package org.plimsoll.units;

import java.util.regex.Pattern;

/// Decimal text for scaled integers, both ways, exactly and without a locale.
public final class Decimals {
  private static final Pattern DECIMAL =
      Pattern.compile("-?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)(\\.[0-9]+)?");

  private Decimals() {}

  /// Returns the text of `scaled / 10^decimals` without trailing zeros, such as `-0.5`.
  ///
  /// @param decimals 0 to 18
  public static String format(long scaled, int decimals) {
    String digits = Long.toString(scaled);
    boolean negative = scaled < 0;
    String magnitude = negative ? digits.substring(1) : digits;
    if (magnitude.length() <= decimals) {
      magnitude = "0".repeat(decimals + 1 - magnitude.length()) + magnitude;
    }
    int point = magnitude.length() - decimals;
    int end = magnitude.length();
    while (end > point && magnitude.charAt(end - 1) == '0') {
      end--;
    }
    String fraction = end > point ? "." + magnitude.substring(point, end) : "";
    return (negative ? "-" : "") + magnitude.substring(0, point) + fraction;
  }

  /// Returns the scaled integer that `text` stands for. Commas may group the digits before the
  /// point by threes, and nothing else: `20,5` is refused, since half the world reads it as 20.5.
  ///
  /// @param text such as `1,000,000`, `-0.5` or `20000`
  /// @param decimals 0 to 18
  /// @throws IllegalArgumentException if the text is no decimal number, has more decimals than
  ///   allowed, or does not fit 64 bits
  public static long parse(String text, int decimals) {
    if (!DECIMAL.matcher(text).matches()) {
      throw new IllegalArgumentException("'" + text + "' is not a decimal number");
    }
    String plain = text.replace(",", "");
    int point = plain.indexOf('.');
    String whole = point < 0 ? plain : plain.substring(0, point);
    String fraction = point < 0 ? "" : plain.substring(point + 1);
    if (fraction.length() > decimals) {
      throw new IllegalArgumentException(
          "'" + text + "' has more than the " + decimals + " decimals of this unit");
    }
    try {
      return Long.parseLong(whole + fraction + "0".repeat(decimals - fraction.length()));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + text + "' is too large", e);
    }
  }
}
