package org.plimsoll.ecosystem.outcome;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.plimsoll.solvency.assess.Wording;

/// Figures of a run in few characters, for reading: three digits, and `m` or `bn` for what is
/// large.
public final class ShortNumber {
  private static final double BILLION = 1e9;
  private static final double MILLION = 1e6;
  private static final double IN_WHOLES = 1_000;

  /// Below this a figure is written as a power of ten.
  private static final double SMALLEST = 1e-4;

  private static final MathContext DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);

  private ShortNumber() {}

  /// Returns a figure as `8.91 bn`, `835,000` or `0.0123`.
  ///
  /// @param value finite
  public static String of(double value) {
    double size = Math.abs(rounded(value).doubleValue());
    if (size >= BILLION) {
      return digits(value / BILLION) + " bn";
    }
    return Math.abs(value) >= MILLION ? digits(value / MILLION) + " m" : digits(value);
  }

  /// Returns a figure with its unit; a pure number, whose unit is `1`, has none.
  ///
  /// @param value finite
  public static String of(double value, String unit) {
    return unit.equals("1") ? of(value) : of(value) + " " + unit;
  }

  private static String digits(double value) {
    double size = Math.abs(value);
    if (size >= IN_WHOLES) {
      return Wording.number(
          new BigDecimal(Double.toString(value)).setScale(0, RoundingMode.HALF_EVEN));
    }
    BigDecimal rounded = rounded(value);
    return size == 0 || size >= SMALLEST
        ? Wording.number(rounded)
        : Double.toString(rounded.doubleValue()).replace("E", "e").replace(".0e", "e");
  }

  private static BigDecimal rounded(double value) {
    return new BigDecimal(Double.toString(value)).round(DIGITS);
  }
}
