package org.plimsoll.sweep;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SortedMap;
import java.util.TreeMap;

/// The runs of a sweep that are done, one line each in the order in which they ended, so that a
/// sweep that was killed repeats none of them. A line that was torn by the kill is taken for one
/// that is not there.
final class RowLog implements AutoCloseable {
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

  /// Adds a run in one write.
  void add(DoneRun done) throws IOException {
    file.write((done.line() + "\n").getBytes(StandardCharsets.UTF_8));
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
      DoneRun.of(line).ifPresent(done -> rows.put(done.run(), done.row()));
    }
    return rows;
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
