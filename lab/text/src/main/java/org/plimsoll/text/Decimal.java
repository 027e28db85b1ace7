package org.plimsoll.text;

import java.math.BigDecimal;
import java.util.Optional;

/// Reads the decimals of a file, exactly.
///
/// `20000`, `"1,000,000"`, `14.6bn`, `95%`. What does not fit the syntax is the schema's to refuse.
public final class Decimal {
  /// How many digits a number may have before its point.
  public static final int WHOLE_DIGITS_MAX = 30;

  /// How many digits a number may have after its point.
  public static final int FRACTION_DIGITS_MAX = 18;

  private record Suffix(String letters, int power) {}

  private static final Suffix[] SUFFIXES = {
    new Suffix("bn", 9), new Suffix("m", 6), new Suffix("k", 3), new Suffix("%", -2)
  };

  private Decimal() {}

  /// Returns the number that a value says; nothing if it says none, or one out of bounds, which is
  /// then added to the problems.
  public static Optional<BigDecimal> read(Tree.Scalar scalar, Problems problems) {
    String digits = scalar.text();
    int power = 0;
    for (Suffix suffix : SUFFIXES) {
      if (power == 0 && digits.endsWith(suffix.letters)) {
        digits = digits.substring(0, digits.length() - suffix.letters.length());
        power = suffix.power;
      }
    }
    if (scalar.isPlain() && digits.contains(",")) {
      problems.add(
          scalar.place(), "put `" + scalar.text() + "` in quotes, or leave the commas out");
      return Optional.empty();
    }
    return parse(digits.replace(",", ""), power, scalar, problems);
  }

  private static Optional<BigDecimal> parse(
      String digits, int power, Tree.Scalar scalar, Problems problems) {
    if (!isDecimal(digits)) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(digits);
    if (power == 0 && digits.length() <= FRACTION_DIGITS_MAX) {
      return Optional.of(number);
    }
    number = number.scaleByPowerOfTen(power);
    if (number.signum() != 0 && isOutOfBounds(number.stripTrailingZeros())) {
      problems.add(
          scalar.place(),
          "this number has more than "
              + WHOLE_DIGITS_MAX
              + " digits before the point or more than "
              + FRACTION_DIGITS_MAX
              + " after it");
      return Optional.empty();
    }
    return Optional.of(number);
  }

  private static boolean isOutOfBounds(BigDecimal number) {
    return number.precision() - number.scale() > WHOLE_DIGITS_MAX
        || number.scale() > FRACTION_DIGITS_MAX;
  }

  private static boolean isDecimal(String text) {
    int digits = 0;
    int points = 0;
    for (int i = text.startsWith("-") ? 1 : 0; i < text.length(); i++) {
      char each = text.charAt(i);
      if (each == '.') {
        points++;
      } else if (each >= '0' && each <= '9') {
        digits++;
      } else {
        return false;
      }
    }
    return digits > 0 && points <= 1;
  }
}
