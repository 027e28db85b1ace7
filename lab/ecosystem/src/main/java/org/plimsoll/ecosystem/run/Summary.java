package org.plimsoll.ecosystem.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.plimsoll.ecosystem.outcome.Series;
import org.plimsoll.ecosystem.outcome.ShortNumber;

/// What came of a run, in sentences: where each recorded series began and ended.
final class Summary {
  private static final int LINES_MAX = 12;

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
                + ShortNumber.of(values[0])
                + " to "
                + ShortNumber.of(values[values.length - 1], each.unit())
                + ".");
      }
    }
    return lines;
  }

  private static String capital(String title) {
    return title.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + title.substring(1);
  }
}
