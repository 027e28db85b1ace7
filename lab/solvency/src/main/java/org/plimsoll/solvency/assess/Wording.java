package org.plimsoll.solvency.assess;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.plimsoll.results.Ratio;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Interval;

/// Figures as words, the same in every page and on every machine.
public final class Wording {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private static final int DECIMALS_MAX = 12;
  private static final MathContext MODEL_DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);

  private Wording() {}

  /// Returns `value` with its digits grouped by commas, without trailing zeros: `-1,000,000.5`.
  /// More than twelve decimals, which only a quotient has, are cut off.
  public static String number(BigDecimal value) {
    BigDecimal shown =
        value.scale() > DECIMALS_MAX ? value.setScale(DECIMALS_MAX, RoundingMode.DOWN) : value;
    String plain = shown.abs().toPlainString();
    int point = plain.indexOf('.');
    String whole = point < 0 ? plain : plain.substring(0, point);
    String fraction = point < 0 ? "" : plain.substring(point).replaceAll("\\.?0+$", "");
    StringBuilder grouped = new StringBuilder(shown.signum() < 0 ? "-" : "");
    for (int i = 0; i < whole.length(); i++) {
      if (i > 0 && (whole.length() - i) % 3 == 0) {
        grouped.append(',');
      }
      grouped.append(whole.charAt(i));
    }
    return grouped.append(fraction).toString();
  }

  /// Returns a finite figure of a model with three significant digits, which is more than most
  /// models know.
  public static String about(double value) {
    return number(new BigDecimal(Double.toString(value)).round(MODEL_DIGITS));
  }

  /// Returns `interval` as one number, `a to b`, `at least a`, `at most b`, or `unknown`.
  public static String range(Interval interval) {
    BigDecimal low = interval.low();
    BigDecimal high = interval.high();
    if (low == null) {
      return high == null ? "unknown" : "at most " + number(high);
    }
    if (high == null) {
      return "at least " + number(low);
    }
    return low.compareTo(high) == 0 ? number(low) : number(low) + " to " + number(high);
  }

  /// Returns `interval` followed by its unit, or `unknown`.
  public static String amount(Interval interval, String unit) {
    return interval.equals(Interval.UNKNOWN) ? "unknown" : range(interval) + " " + unit;
  }

  /// Returns a part of the whole in percent: `0.25` is `25%`.
  public static String percent(BigDecimal part) {
    return number(part.multiply(HUNDRED)) + "%";
  }

  /// Returns a fraction in percent with four decimals, rounded down: `2/3` is `66.6666%`.
  public static String percent(Ratio part) {
    return percent(part.rounded());
  }

  /// Returns a range of fractions in percent.
  public static String percent(RatioRange range) {
    Ratio low = range.low();
    if (range.high().isEmpty()) {
      return range.low().signum() == 0 ? "unknown" : "at least " + percent(low);
    }
    Ratio high = range.high().get();
    return low.equals(high) ? percent(low) : percent(low) + " to " + percent(high);
  }

  /// Returns the name of a liquidity tier, such as `less-liquid`.
  public static String tier(Asset.Tier tier) {
    return tier.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Returns `items` as `a, b and c`.
  public static String list(List<String> items) {
    if (items.size() < 2) {
      return String.join("", items);
    }
    return String.join(", ", items.subList(0, items.size() - 1)) + " and " + items.getLast();
  }
}
