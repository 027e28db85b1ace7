package org.plimsoll.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.plimsoll.results.Cell;
import org.plimsoll.results.Ratio;
import org.plimsoll.solvency.assess.Wording;

/// The cells of one column as people read them, the same in a terminal and in a browser.
///
/// @param inPercent whether 1 is shown as `100%`
record CellWords(boolean inPercent) {
  /// What stands where there is no figure.
  static final String NONE = "-";

  /// The last word of a column that holds a part of a whole.
  private static final List<String> PARTS =
      List.of("part", "ratio", "share", "ltv", "probability", "recovery", "haircut");

  /// More digits of a model's figure would say more than the model knows.
  private static final MathContext MODEL_DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);

  /// Below this, zeros would hide the digits; above its inverse, groups would.
  private static final double SMALLEST_IN_FULL = 1e-6;

  private static final double LARGEST_IN_FULL = 1e15;

  /// Returns the words of the column called `name`, without its `_low` or `_high`.
  static CellWords ofColumn(String name) {
    return new CellWords(PARTS.contains(name.substring(name.lastIndexOf('_') + 1)));
  }

  /// Returns one cell.
  String of(Cell cell) {
    return switch (cell) {
      case Cell.Text(String value) -> value;
      case Cell.Decimal(BigDecimal value) ->
          inPercent ? Wording.percent(value) : Wording.number(value);
      case Cell.Fraction(Ratio value) ->
          inPercent ? Wording.percent(value) : Wording.number(value.rounded());
      case Cell.Model(double value) -> inPercent ? percent(value) : model(value);
      case Cell.Empty() -> NONE;
    };
  }

  /// Returns a range by its ends; an empty end is one without a limit.
  String range(Cell low, Cell high) {
    boolean isLimitedBelow = !(low instanceof Cell.Empty);
    boolean isLimitedAbove = !(high instanceof Cell.Empty);
    if (isLimitedBelow && isLimitedAbove) {
      String from = of(low);
      String to = of(high);
      return from.equals(to) ? from : from + " to " + to;
    }
    if (isLimitedBelow) {
      return "at least " + of(low);
    }
    return isLimitedAbove ? "at most " + of(high) : "unknown";
  }

  /// Returns a range of a model's figures; an end that is not finite is one without a limit.
  static String range(double low, double high) {
    return new CellWords(false).range(end(low), end(high));
  }

  /// Returns the same, in percent where 1 is the whole.
  static String range(double low, double high, boolean inPercent) {
    return new CellWords(inPercent).range(end(low), end(high));
  }

  private static Cell end(double value) {
    return Double.isFinite(value) ? new Cell.Model(value) : new Cell.Empty();
  }

  /// Returns a finite figure of a model with at most six significant digits.
  static String model(double value) {
    return model(value, MODEL_DIGITS);
  }

  /// Returns a finite figure of a model with at most `digits` significant digits.
  static String model(double value, int digits) {
    return model(value, new MathContext(digits, RoundingMode.HALF_EVEN));
  }

  private static String model(double value, MathContext digits) {
    BigDecimal rounded = new BigDecimal(Double.toString(value)).round(digits);
    double size = Math.abs(value);
    boolean isInFull = size == 0 || (size >= SMALLEST_IN_FULL && size < LARGEST_IN_FULL);
    return isInFull
        ? Wording.number(rounded)
        : Double.toString(rounded.doubleValue()).replace("E", "e").replace(".0e", "e");
  }

  private static String percent(double part) {
    return Wording.percent(new BigDecimal(Double.toString(part)).round(MODEL_DIGITS));
  }
}
