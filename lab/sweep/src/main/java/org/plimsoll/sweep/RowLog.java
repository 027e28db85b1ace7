package org.plimsoll.sweep;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.plimsoll.results.Cell;
import org.plimsoll.results.Column;
import org.plimsoll.results.Column.Kind;

/// The runs of a sweep that are done, one line each in the order in which they ended, so that a
/// sweep that was killed repeats none of them. A line carries a checksum; one that was torn by the
/// kill is taken for one that is not there.
final class RowLog implements AutoCloseable {
  private static final char TAB = '\t';

  private final OutputStream file;

  private RowLog(OutputStream file) {
    this.file = file;
  }

  /// Opens the log to add to it; makes it if there is none. What a kill tore off at its end is cut.
  static RowLog open(Path path) throws IOException {
    if (Files.exists(path)) {
      byte[] bytes = Files.readAllBytes(path);
      int end = bytes.length;
      while (end > 0 && bytes[end - 1] != '\n') {
        end--;
      }
      try (var channel = Files.newByteChannel(path, StandardOpenOption.WRITE)) {
        channel.truncate(end);
      }
    }
    return new RowLog(
        Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
  }

  /// Adds the row of a run in one write.
  void add(int run, SweepRow row) throws IOException {
    StringBuilder line = new StringBuilder(Integer.toString(run));
    for (int i = 0; i < row.cells().size(); i++) {
      Column column = row.columns().get(i);
      line.append(TAB)
          .append(column.kind() == Kind.TEXT ? "t" : "m")
          .append(column.name())
          .append('=')
          .append(escaped(words(row.cells().get(i))));
    }
    file.write((checksum(line.toString()) + TAB + line + "\n").getBytes(StandardCharsets.UTF_8));
    file.flush();
  }

  /// Returns the rows of a log by run; none if there is no log.
  static SortedMap<Integer, SweepRow> read(Path path) throws IOException {
    SortedMap<Integer, SweepRow> rows = new TreeMap<>();
    if (!Files.exists(path)) {
      return rows;
    }
    String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
    for (String line : text.substring(0, text.lastIndexOf('\n') + 1).split("\n")) {
      whole(line).ifPresent(fields -> rows.put(Integer.valueOf(fields.getFirst()), row(fields)));
    }
    return rows;
  }

  /// Returns the fields of a line, the first of them the run; empty if the line is not whole.
  private static Optional<List<String>> whole(String line) {
    int tab = line.indexOf(TAB);
    String rest = line.substring(tab + 1);
    boolean isWhole = tab > 0 && checksum(rest).equals(line.substring(0, tab));
    return isWhole ? Optional.of(List.of(rest.split("\t", -1))) : Optional.empty();
  }

  private static SweepRow row(List<String> fields) {
    List<Column> columns = new ArrayList<>();
    List<Cell> cells = new ArrayList<>();
    for (String field : fields.subList(1, fields.size())) {
      int equals = field.indexOf('=');
      Kind kind = field.startsWith("t") ? Kind.TEXT : Kind.MODEL;
      columns.add(new Column(field.substring(1, equals), kind));
      cells.add(cell(kind, plain(field.substring(equals + 1))));
    }
    return new SweepRow(columns, cells);
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

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }
}
