package org.plimsoll.cli.calc;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.plimsoll.results.Cell;

/// An answer as aligned text: sentences first, then names to the left and figures to the right.
final class AnswerText {
  private static final String GAP = "  ";
  private static final int CASES_ABREAST = 6;

  /// A line of at most 100 characters, and the space at which it breaks.
  private static final String LINE = "(.{1,100})( +|$)";

  private AnswerText() {}

  static String of(Answer answer) {
    StringBuilder text = new StringBuilder();
    answer.sentences().forEach(sentence -> text.append(sentence.replaceAll(LINE, "$1\n")));
    addBlock(text, answer.figures().stream().map(figure -> line(figure, 0, 1)).toList());
    for (Answer.Cases<?> table : answer.tables()) {
      int cases = table.headings().size();
      for (int from = 0; from < cases; from += CASES_ABREAST) {
        addBlock(text, lines(table, from, Math.min(cases, from + CASES_ABREAST)));
      }
    }
    return text.toString();
  }

  private static List<List<String>> lines(Answer.Cases<?> table, int from, int to) {
    List<List<String>> lines = new ArrayList<>();
    List<String> headings = new ArrayList<>(List.of(table.name()));
    headings.addAll(table.headings().subList(from, to));
    headings.add("");
    lines.add(headings);
    table.rows().forEach(row -> lines.add(line(row, from, to)));
    return lines;
  }

  /// The name, the figures of some cases, the unit.
  private static List<String> line(Answer.Figure figure, int from, int to) {
    List<String> line = new ArrayList<>(List.of(figure.name()));
    figure.cells().subList(from, to).forEach(cell -> line.add(words(figure.unit(), cell)));
    line.add(figure.unit().words());
    return line;
  }

  private static String words(Unit unit, Cell cell) {
    return switch (cell) {
      case Cell.Text(String value) -> value;
      case Cell.Decimal(BigDecimal value) -> unit.of(value);
      case Cell.Model(double value) -> unit.of(value);
      case Cell.Fraction(var value) -> unit.of(value.rounded());
      case Cell.Empty() -> Unit.NONE;
    };
  }

  private static void addBlock(StringBuilder text, List<List<String>> lines) {
    if (lines.isEmpty()) {
      return;
    }
    text.append(text.isEmpty() ? "" : "\n");
    int last = lines.getFirst().size() - 1;
    for (List<String> line : lines) {
      StringBuilder joined = new StringBuilder();
      for (int column = 0; column <= last; column++) {
        String word = line.get(column);
        String padding = " ".repeat(width(lines, column) - word.length());
        boolean isToTheLeft = column == 0 || column == last;
        joined.append(column == 0 ? "" : GAP).append(isToTheLeft ? word + padding : padding + word);
      }
      text.append(joined.toString().stripTrailing()).append('\n');
    }
  }

  private static int width(List<List<String>> lines, int column) {
    return lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0);
  }
}
