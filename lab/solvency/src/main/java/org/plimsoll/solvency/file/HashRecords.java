package org.plimsoll.solvency.file;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/// The records over which [BookHash] goes, handed on as they are written: a large book has hundreds
/// of megabytes of them.
final class HashRecords {
  private static final int BUFFER_BYTES = 1 << 16;

  /// Takes the bytes of the records in their order.
  @FunctionalInterface
  interface Sink {
    void take(byte[] bytes, int from, int length);
  }

  private final Sink sink;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int filled;

  HashRecords(Sink sink) {
    this.sink = sink;
  }

  /// Returns a digest of the kind that names books.
  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }

  /// Adds records that were written elsewhere.
  void addWritten(byte[] records) {
    flush();
    sink.take(records, 0, records.length);
  }

  void add(String... fields) {
    for (String field : fields) {
      field(field);
    }
    end();
  }

  void add(List<String> fields) {
    fields.forEach(this::field);
    end();
  }

  private void field(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    decimal(bytes.length);
    put((byte) ':');
    if (bytes.length > BUFFER_BYTES - filled) {
      flush();
    }
    if (bytes.length > BUFFER_BYTES) {
      sink.take(bytes, 0, bytes.length);
    } else {
      System.arraycopy(bytes, 0, buffer, filled, bytes.length);
      filled += bytes.length;
    }
    put((byte) ',');
  }

  private void end() {
    put((byte) '\n');
  }

  private void decimal(int number) {
    if (number > 9) {
      decimal(number / 10);
    }
    put((byte) ('0' + number % 10));
  }

  private void put(byte single) {
    if (filled == BUFFER_BYTES) {
      flush();
    }
    buffer[filled++] = single;
  }

  /// Hands on what was not handed on yet.
  void flush() {
    sink.take(buffer, 0, filled);
    filled = 0;
  }
}
