package org.plimsoll.cli.calc;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.plimsoll.solvency.assess.Wording;

/// What a figure counts, and how people read it.
enum Unit {
  /// A bare number.
  NUMBER(""),
  /// A part of a whole or a rate, from 0.05 read as 5%.
  PART(""),
  /// How often something goes into something else.
  TIMES("times"),
  MONEY("money"),
  BILLIONS("billions of USD"),
  MONEY_PER_DAY("money a day"),
  PRICE("money per unit"),
  UNITS("units"),
  PIECES("pieces"),
  /// Whatever unit of time the inputs are in.
  TIME("units of time"),
  DAYS("days"),
  YEARS("years");

  /// More digits would say more than a model knows; JSON has them all.
  private static final MathContext DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);

  /// Outside these, zeros or groups would hide the digits.
  private static final double SMALLEST_IN_FULL = 1e-6;

  private static final double LARGEST_IN_FULL = 1e15;

  /// What stands where there is no figure.
  static final String NONE = "none";

  private final String words;

  Unit(String words) {
    this.words = words;
  }

  /// Returns the unit's name, empty for one that needs none.
  String words() {
    return words;
  }

  /// Returns a figure with at most six significant digits, without its unit's name.
  String of(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? NONE : value > 0 ? "infinite" : "-infinite";
    }
    double size = Math.abs(value);
    if (size != 0 && (size < SMALLEST_IN_FULL || size >= LARGEST_IN_FULL)) {
      return Double.toString(rounded(value).doubleValue()).replace("E", "e").replace(".0e", "e");
    }
    return of(rounded(value));
  }

  /// Returns an exact figure in full, without its unit's name.
  String of(BigDecimal value) {
    return this == PART ? Wording.percent(value) : Wording.number(value);
  }

  private static BigDecimal rounded(double value) {
    return new BigDecimal(Double.toString(value)).round(DIGITS);
  }
}
