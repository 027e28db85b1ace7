package org.plimsoll.ecosystem.run;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.plimsoll.ecosystem.outcome.Series;

/// What came of a run, in sentences: where each recorded series began and ended.
final class Summary {
  private static final int LINES_MAX = 12;
  private static final MathContext DIGITS = new MathContext(4);

  private Summary() {}

  /// @param verdict what comes first
  static List<String> of(List<String> verdict, List<Series> series) {
    List<String> lines = new ArrayList<>(verdict);
    for (Series each : series.subList(0, Math.min(series.size(), LINES_MAX))) {
      double[] values = Arrays.stream(each.values()).filter(Double::isFinite).toArray();
      if (values.length > 0) {
        lines.add(
            capital(each.title())
                + ": from "
                + number(values[0])
                + " to "
                + number(values[values.length - 1])
                + unit(each)
                + ".");
      }
    }
    return lines;
  }

  private static String unit(Series series) {
    return series.unit().equals("1") ? "" : " " + series.unit();
  }

  private static String capital(String title) {
    return title.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + title.substring(1);
  }

  /// Returns four digits of a number, for reading.
  private static String number(double value) {
    String text = Double.toString(value);
    BigDecimal rounded = new BigDecimal(text).round(DIGITS);
    return (rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros()).toPlainString();
  }
}
