package org.plimsoll.report;

import java.util.ArrayList;
import java.util.List;

/// A table in plain text: the first column to the left, the others to the right. Where the lines
/// would be too long, every row becomes a block with one line per figure.
final class TextTable {
  private static final String GAP = "  ";

  private final int width;
  private final List<List<String>> lines = new ArrayList<>();

  /// Starts a table whose lines are at most `width` characters long.
  TextTable(int width, List<String> headings) {
    this.width = width;
    lines.add(headings);
  }

  void add(List<String> row) {
    lines.add(row.stream().map(TextLines::printable).toList());
  }

  /// Returns the lines.
  List<String> lines() {
    List<Integer> widths = widths(lines);
    int total = widths.stream().mapToInt(w -> w + GAP.length()).sum() - GAP.length();
    return total <= width ? aligned(widths) : blocks();
  }

  private List<String> aligned(List<Integer> widths) {
    List<String> text = new ArrayList<>();
    for (List<String> line : lines) {
      StringBuilder joined = new StringBuilder();
      for (int i = 0; i < line.size(); i++) {
        String padding = " ".repeat(widths.get(i) - line.get(i).length());
        joined.append(i == 0 ? line.get(i) + padding : GAP + padding + line.get(i));
      }
      text.add(joined.toString().stripTrailing());
    }
    return text;
  }

  private List<String> blocks() {
    List<String> headings = lines.getFirst();
    int label = headings.stream().mapToInt(String::length).max().orElse(0);
    List<String> text = new ArrayList<>();
    for (List<String> line : lines.subList(1, lines.size())) {
      text.addAll(TextLines.wrap(line.getFirst(), width, ""));
      for (int i = 1; i < line.size(); i++) {
        String padding = " ".repeat(label - headings.get(i).length());
        String figure = GAP + headings.get(i) + padding + GAP + line.get(i);
        text.addAll(TextLines.wrap(figure, width, " ".repeat(label + 2 * GAP.length())));
      }
    }
    return text;
  }

  private static List<Integer> widths(List<List<String>> lines) {
    List<Integer> widths = new ArrayList<>();
    for (int i = 0; i < lines.getFirst().size(); i++) {
      int column = i;
      widths.add(lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0));
    }
    return widths;
  }
}
