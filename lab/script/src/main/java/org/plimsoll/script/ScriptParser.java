package org.plimsoll.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.plimsoll.script.Step.ExpectTable;
import org.plimsoll.script.Step.Row;
import org.plimsoll.solvency.file.Problem;

/// Reads a script: one statement a line, `#` begins a comment, a table follows its `expect` line.
public final class ScriptParser {
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private final String file;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private final StatementParser statements = new StatementParser();

  private ScriptParser(String file) {
    this.file = file;
  }

  /// Reads the text of a script.
  ///
  /// @param file as the user named it, for messages
  public static ParsedScript parse(String file, String text) {
    return new ScriptParser(file).parse(text);
  }

  private ParsedScript parse(String text) {
    List<String> lines = withoutMark(text).lines().map(ScriptParser::withoutComment).toList();
    int line = 0;
    while (line < lines.size()) {
      line = parseAt(lines, line);
    }
    if (problems.isEmpty() && steps.isEmpty()) {
      problems.add(new Problem(file, 1, 1, "the script is empty; expected a statement"));
    }
    return problems.isEmpty()
        ? new ParsedScript.Ready(statements.script(file, List.copyOf(steps)))
        : new ParsedScript.Refused(List.copyOf(problems));
  }

  /// Reads the statement at index `at`, with its table if it has one, and returns the index behind.
  private int parseAt(List<String> lines, int at) {
    int next = at + 1;
    while (next < lines.size() && isTableRow(lines.get(next))) {
      next++;
    }
    try {
      String statement = lines.get(at);
      requireText(statement);
      if (isTableRow(statement)) {
        throw new ScriptMistake(1, "expected an 'expect' line above this table");
      }
      if (!statement.isBlank()) {
        steps.addAll(statements.parse(at + 1, new Words(statement)));
      }
      if (next > at + 1) {
        takeTable(lines.subList(at + 1, next), at + 1);
      } else {
        requireTable(at + 1);
      }
    } catch (ScriptMistake mistake) {
      problems.add(new Problem(file, at + 1, mistake.column(), mistake.sentence()));
    }
    return next;
  }

  private void takeTable(List<String> lines, int statementLine) {
    if (steps.isEmpty()
        || !(steps.getLast() instanceof ExpectTable expect)
        || expect.line() != statementLine) {
      throw new ScriptMistake(1, "expected no table below this statement");
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      rows.add(new Row(statementLine + 1 + i, cells(lines.get(i))));
    }
    List<String> header = rows.removeFirst().cells();
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

  private static boolean isTableRow(String line) {
    return line.strip().startsWith("|");
  }

  private static List<String> cells(String line) {
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
