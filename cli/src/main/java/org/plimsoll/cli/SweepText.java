package org.plimsoll.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.plimsoll.solvency.assess.Wording;

/// The tables of a sweep as plain text: words to the left, then figures to the right.
final class SweepText {
  private static final MathContext DIGITS = new MathContext(5);

  private SweepText() {}

  /// Returns the summary: a line per figure with its 5th, 50th and 95th percentile.
  ///
  /// @param csv as the sweep wrote it; no field of it is quoted
  static String summary(String csv) {
    return of(List.of("Figure", "Runs", "5 %", "50 %", "95 %"), csv, 1, Integer.MAX_VALUE);
  }

  /// Returns how much each setting matters to each figure.
  ///
  /// @param csv as the sweep wrote it; no field of it is quoted
  static String sensitivity(String csv) {
    return of(
        List.of("Figure", "Setting", "Alone", "+-", "In all", "+-"), csv, 2, Integer.MAX_VALUE);
  }

  /// Returns the first runs on the frontier.
  ///
  /// @param csv of the frontier; no field of it is quoted
  static String frontier(String csv, int rowsShown) {
    return of(List.of(csv.lines().findFirst().orElse("").split(",", -1)), csv, 2, rowsShown);
  }

  private static String of(List<String> headings, String csv, int words, int rowsShown) {
    List<List<String>> lines = new ArrayList<>(List.of(headings));
    csv.lines()
        .skip(1)
        .limit(rowsShown)
        .forEach(line -> lines.add(fields(List.of(line.split(",", -1)), words)));
    int[] widths = new int[headings.size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        int blanks = widths[i] - line.get(i).length();
        if (i < words) {
          text.append(i == 0 ? "" : "  ").append(line.get(i)).repeat(' ', blanks);
        } else {
          text.repeat(' ', 2 + blanks).append(line.get(i));
        }
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static List<String> fields(List<String> fields, int words) {
    List<String> shown = new ArrayList<>(fields.subList(0, words));
    fields.stream()
        .skip(words)
        .map(field -> field.isEmpty() ? "" : Wording.number(new BigDecimal(field).round(DIGITS)))
        .forEach(shown::add);
    return shown;
  }
}
