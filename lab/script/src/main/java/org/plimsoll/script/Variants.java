package org.plimsoll.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.plimsoll.script.ScriptParser.Line;

/// What varies in a text that is several scripts: `vary NAME value, value` says it above everything
/// else. Then `$NAME` stands for the value, `when value, value: STATEMENT` is there for these
/// values alone, and of a table whose first column is the name, the rows of the value are there.
///
/// @param name of what varies
/// @param values different words, at least two
record Variants(String name, List<String> values) {
  private static final String VARY = "vary";
  private static final String WHEN = "when";

  /// Returns whether `statement` says what varies.
  static boolean isSaidBy(String statement) {
    return new Words(statement).takeIf(VARY);
  }

  /// Reads the statement that says what varies.
  ///
  /// @throws ScriptMistake if it makes no sense
  static Variants of(String statement) {
    Words words = new Words(statement);
    words.takeKeyword(VARY);
    String name = words.take("what varies");
    List<String> values = listed(words.takeRest("the values"));
    if (values.size() < 2
        || values.stream().distinct().count() < values.size()
        || values.stream().anyMatch(value -> value.isEmpty() || value.contains(" "))) {
      throw words.mistake("expected two or more different words with commas between");
    }
    return new Variants(name, values);
  }

  /// Returns the lines that there are for a value.
  ///
  /// @param mistaken hears of the lines that make no sense, which are left out
  List<Line> linesFor(String value, List<Line> lines, BiConsumer<Line, ScriptMistake> mistaken) {
    List<Line> kept = new ArrayList<>();
    boolean isLeftOut = false;
    boolean isByValue = false;
    Line before = new Line(0, "");
    for (Line line : lines) {
      try {
        boolean isRow = line.isTableRow();
        boolean isHead = isRow && !before.isTableRow();
        isLeftOut = isRow ? isLeftOut : isLeftOut(line.text(), value);
        isByValue = isHead ? first(line).equals(name) : isByValue;
        boolean isOfAnother = isRow && !isHead && isByValue && !isOf(line, value);
        if (!isLeftOut && !isOfAnother) {
          String text = isRow && isByValue ? withoutFirst(line.text()) : statement(line.text());
          kept.add(new Line(line.number(), text.replace("$" + name, value)));
        }
      } catch (ScriptMistake mistake) {
        mistaken.accept(line, mistake);
      }
      before = line;
    }
    return kept;
  }

  private boolean isLeftOut(String statement, String value) {
    if (!isConditional(statement)) {
      return false;
    }
    List<String> named = listed(condition(statement));
    named.forEach(this::requireValue);
    return !named.contains(value);
  }

  private boolean isOf(Line row, String value) {
    requireValue(first(row));
    return first(row).equals(value);
  }

  private void requireValue(String word) {
    if (!values.contains(word)) {
      throw new ScriptMistake(
          1, "expected one of " + String.join(", ", values) + " instead of '" + word + "'");
    }
  }

  private static boolean isConditional(String statement) {
    return new Words(statement).takeIf(WHEN);
  }

  private static String condition(String statement) {
    int colon = statement.indexOf(':');
    if (colon < 0) {
      throw new ScriptMistake(1, "expected a colon between the values and the statement");
    }
    return statement.substring(statement.indexOf(WHEN) + WHEN.length(), colon);
  }

  /// Returns what stands behind the condition, if there is one, in the columns where it stood.
  private static String statement(String line) {
    if (!isConditional(line)) {
      return line;
    }
    int colon = line.indexOf(':');
    return " ".repeat(colon + 1) + line.substring(colon + 1);
  }

  private static String first(Line row) {
    return ScriptParser.cells(row.text()).getFirst();
  }

  private static String withoutFirst(String row) {
    int bar = row.indexOf('|');
    int second = row.indexOf('|', bar + 1);
    return second < 0 ? "|" : row.substring(second);
  }

  private static List<String> listed(String words) {
    return Arrays.stream(words.split(",", -1)).map(String::strip).toList();
  }
}
