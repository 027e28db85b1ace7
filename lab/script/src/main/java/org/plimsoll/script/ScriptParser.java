package org.plimsoll.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.plimsoll.script.Step.ExpectTable;
import org.plimsoll.script.Step.Row;
import org.plimsoll.text.Problem;

/// Reads a script: one statement a line, `#` begins a comment, a table follows its `expect` line.
public final class ScriptParser {
  private static final String BYTE_ORDER_MARK = "\ufeff";

  /// A line of a text.
  ///
  /// @param number from 1
  record Line(int number, String text) {
    boolean isTableRow() {
      return text.strip().startsWith("|");
    }
  }

  private final String file;
  private final String variant;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private final StatementParser statements = new StatementParser();

  private ScriptParser(String file, String variant) {
    this.file = file;
    this.variant = variant;
  }

  /// Reads the text of a script, or of several where it says what varies.
  ///
  /// @param file as the user named it, for messages
  public static ParsedScript parse(String file, String text) {
    List<Line> lines = lines(text);
    int first = 0;
    while (first < lines.size() && lines.get(first).text().isBlank()) {
      first++;
    }
    if (first == lines.size() || !Variants.isSaidBy(lines.get(first).text())) {
      return new ScriptParser(file, "").parse(lines);
    }
    int at = first + 1;
    try {
      Variants variants = Variants.of(lines.get(first).text());
      return parse(file, variants, lines.subList(at, lines.size()));
    } catch (ScriptMistake mistake) {
      return new ParsedScript.Refused(
          List.of(new Problem(file, at, mistake.column(), mistake.sentence())));
    }
  }

  private static ParsedScript parse(String file, Variants variants, List<Line> lines) {
    List<Script> scripts = new ArrayList<>();
    Set<Problem> problems = new LinkedHashSet<>();
    for (String value : variants.values()) {
      ScriptParser parser = new ScriptParser(file, variants.name() + " = " + value);
      switch (parser.parse(variants.linesFor(value, lines, parser::refuse))) {
        case ParsedScript.Ready ready -> scripts.addAll(ready.scripts());
        case ParsedScript.Refused refused -> problems.addAll(refused.problems());
      }
    }
    return problems.isEmpty()
        ? new ParsedScript.Ready(List.copyOf(scripts))
        : new ParsedScript.Refused(List.copyOf(problems));
  }

  private static List<Line> lines(String text) {
    List<String> lines = withoutMark(text).lines().toList();
    return IntStream.range(0, lines.size())
        .mapToObj(i -> new Line(i + 1, withoutComment(lines.get(i))))
        .toList();
  }

  private ParsedScript parse(List<Line> lines) {
    int next = 0;
    while (next < lines.size()) {
      next = parseAt(lines, next);
    }
    if (problems.isEmpty() && steps.isEmpty()) {
      problems.add(new Problem(file, 1, 1, "the script is empty; expected a statement"));
    }
    return problems.isEmpty()
        ? new ParsedScript.Ready(List.of(statements.script(file, variant, List.copyOf(steps))))
        : new ParsedScript.Refused(List.copyOf(problems));
  }

  /// Reads the statement at index `at`, with its table if it has one, and returns the index behind.
  private int parseAt(List<Line> lines, int at) {
    int next = at + 1;
    while (next < lines.size() && lines.get(next).isTableRow()) {
      next++;
    }
    Line line = lines.get(at);
    try {
      requireText(line.text());
      if (line.isTableRow()) {
        throw new ScriptMistake(1, "expected an 'expect' line above this table");
      }
      if (!line.text().isBlank()) {
        steps.addAll(statements.parse(line.number(), new Words(line.text())));
      }
      if (next > at + 1) {
        takeTable(lines.subList(at + 1, next), line.number());
      } else {
        requireTable(line.number());
      }
    } catch (ScriptMistake mistake) {
      refuse(line, mistake);
    }
    return next;
  }

  private void refuse(Line line, ScriptMistake mistake) {
    problems.add(new Problem(file, line.number(), mistake.column(), mistake.sentence()));
  }

  private void takeTable(List<Line> lines, int statementLine) {
    if (steps.isEmpty()
        || !(steps.getLast() instanceof ExpectTable expect)
        || expect.line() != statementLine) {
      throw new ScriptMistake(1, "expected no table below this statement");
    }
    List<String> header = cells(lines.getFirst().text());
    List<Row> rows =
        lines.stream().skip(1).map(line -> new Row(line.number(), cells(line.text()))).toList();
    if (!Tables.isHeader(expect.subject(), header)) {
      String columns = String.join(" | ", Tables.header(expect.subject()));
      throw new ScriptMistake(1, "expected the table's header to be | " + columns);
    }
    for (Row row : rows) {
      if (row.cells().size() != header.size()) {
        problems.add(
            new Problem(
                file,
                row.line(),
                1,
                "expected " + header.size() + " cells instead of " + row.cells().size()));
      }
    }
    steps.set(
        steps.size() - 1,
        new ExpectTable(statementLine, expect.subject(), header, List.copyOf(rows)));
  }

  private void requireTable(int statementLine) {
    if (!steps.isEmpty()
        && steps.getLast() instanceof ExpectTable expect
        && expect.line() == statementLine) {
      throw new ScriptMistake(1, "expected a table below this statement");
    }
  }

  /// Refuses what a terminal would act on or not show, before a message repeats it.
  private static void requireText(String line) {
    for (int i = 0; i < line.length(); i++) {
      if (Character.isISOControl(line.charAt(i)) && line.charAt(i) != '\t') {
        throw new ScriptMistake(
            i + 1, "expected text, not a control character; this file may be a binary one");
      }
    }
  }

  static List<String> cells(String line) {
    String inner = line.strip();
    inner = inner.substring(1, inner.endsWith("|") ? inner.length() - 1 : inner.length());
    return Arrays.stream(inner.split("\\|", -1)).map(String::strip).toList();
  }

  /// Some editors begin a file in UTF-8 with a byte order mark.
  private static String withoutMark(String text) {
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private static String withoutComment(String line) {
    int hash = line.indexOf('#');
    return hash < 0 ? line : line.substring(0, hash);
  }
}
