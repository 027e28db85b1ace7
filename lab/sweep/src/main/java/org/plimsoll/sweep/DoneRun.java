package org.plimsoll.sweep;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.plimsoll.results.Cell;
import org.plimsoll.results.Column;
import org.plimsoll.results.Column.Kind;

/// A run that ended. Only its row outlives it: outcomes are large.
///
/// As a line it carries a checksum, and nothing of it is lost: so it is kept in the log of a sweep,
/// and so it comes from another machine.
///
/// @param run its number
/// @param row what is kept of it
public record DoneRun(int run, SweepRow row) {
  private static final char TAB = '\t';

  /// Returns the line, without an end of line.
  public String line() {
    StringBuilder line = new StringBuilder(Integer.toString(run));
    for (int i = 0; i < row.cells().size(); i++) {
      Column column = row.columns().get(i);
      line.append(TAB)
          .append(column.kind() == Kind.TEXT ? "t" : "m")
          .append(column.name())
          .append('=')
          .append(escaped(words(row.cells().get(i))));
    }
    return checksum(line.toString()) + TAB + line;
  }

  /// Returns the run of which a line tells; empty if the line is not whole.
  public static Optional<DoneRun> of(String line) {
    int tab = line.indexOf(TAB);
    String rest = line.substring(tab + 1);
    boolean isWhole = tab > 0 && checksum(rest).equals(line.substring(0, tab));
    return isWhole ? Optional.of(of(List.of(rest.split("\t", -1)))) : Optional.empty();
  }

  private static DoneRun of(List<String> fields) {
    List<Column> columns = new ArrayList<>();
    List<Cell> cells = new ArrayList<>();
    for (String field : fields.subList(1, fields.size())) {
      int equals = field.indexOf('=');
      Kind kind = field.startsWith("t") ? Kind.TEXT : Kind.MODEL;
      columns.add(new Column(field.substring(1, equals), kind));
      cells.add(cell(kind, plain(field.substring(equals + 1))));
    }
    return new DoneRun(Integer.parseInt(fields.getFirst()), new SweepRow(columns, cells));
  }

  private static Cell cell(Kind kind, String words) {
    if (kind == Kind.TEXT) {
      return new Cell.Text(words);
    }
    return words.isEmpty() ? new Cell.Empty() : new Cell.Model(Double.parseDouble(words));
  }

  private static String words(Cell cell) {
    return switch (cell) {
      case Cell.Text(String value) -> value;
      case Cell.Model(double value) -> Double.toString(value);
      case Cell.Decimal _, Cell.Fraction _, Cell.Empty _ -> "";
    };
  }

  private static String escaped(String words) {
    return words.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
  }

  private static String plain(String escaped) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < escaped.length(); i++) {
      char c = escaped.charAt(i);
      if (c == '\\') {
        i++;
        c = escaped.charAt(i) == 't' ? TAB : escaped.charAt(i) == 'n' ? '\n' : '\\';
      }
      plain.append(c);
    }
    return plain.toString();
  }

  private static String checksum(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(crc.getValue());
  }
}
