package org.plimsoll.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.plimsoll.solvency.assess.Wording;

/// The summary of a sweep as plain text: a line per figure with its 5th, 50th and 95th percentile.
final class SweepText {
  private static final List<String> HEADINGS = List.of("Figure", "Runs", "5 %", "50 %", "95 %");
  private static final MathContext DIGITS = new MathContext(5);

  private SweepText() {}

  /// Returns the text.
  ///
  /// @param csv the summary as the sweep wrote it; no field of it is quoted
  static String of(String csv) {
    List<List<String>> lines = new ArrayList<>(List.of(HEADINGS));
    csv.lines().skip(1).forEach(line -> lines.add(words(List.of(line.split(",", -1)))));
    int[] widths = new int[HEADINGS.size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      text.append(line.getFirst());
      text.repeat(' ', widths[0] - line.getFirst().length());
      for (int i = 1; i < widths.length; i++) {
        text.repeat(' ', 2 + widths[i] - line.get(i).length()).append(line.get(i));
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static List<String> words(List<String> fields) {
    List<String> words = new ArrayList<>(List.of(fields.getFirst()));
    fields.stream()
        .skip(1)
        .map(field -> Wording.number(new BigDecimal(field).round(DIGITS)))
        .forEach(words::add);
    return words;
  }
}
