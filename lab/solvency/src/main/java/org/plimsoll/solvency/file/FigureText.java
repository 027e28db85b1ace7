package org.plimsoll.solvency.file;

import java.math.BigDecimal;
import java.util.StringJoiner;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.text.Yaml;

/// The canonical spelling of a figure in a book file.
final class FigureText {
  private FigureText() {}

  /// Returns a figure, with its source unless the entry around it names the same.
  ///
  /// @param range what is possible at all: where the figure says no more than that, it is unknown
  static String of(Figure figure, Interval range, String entrySource) {
    Interval value = figure.value();
    boolean hasSource = !figure.source().equals(entrySource);
    BigDecimal low = value.low();
    BigDecimal high = value.high();
    StringJoiner mapping = Yaml.mapping();
    if (value.equals(range)) {
      if (!hasSource) {
        return "unknown";
      }
      mapping.add("unknown: true");
    } else if (low != null && value.isExact()) {
      if (!hasSource) {
        return Yaml.number(low);
      }
      mapping.add("value: " + Yaml.number(low));
    } else {
      if (low != null) {
        mapping.add("low: " + Yaml.number(low));
      }
      if (high != null) {
        mapping.add("high: " + Yaml.number(high));
      }
    }
    if (hasSource) {
      mapping.add("source: " + Yaml.quoted(figure.source()));
    }
    return mapping.toString();
  }
}
