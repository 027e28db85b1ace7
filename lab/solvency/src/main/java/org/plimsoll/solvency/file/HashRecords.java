package org.plimsoll.solvency.file;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// The records over which [BookHash] goes, digested as they are written: a large book has hundreds
/// of megabytes of them.
final class HashRecords {
  private static final int BUFFER_BYTES = 1 << 16;

  private final MessageDigest digest;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int filled;

  HashRecords() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
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

  String sha256() {
    flush();
    return HexFormat.of().formatHex(digest.digest());
  }

  private void field(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    decimal(bytes.length);
    put((byte) ':');
    if (bytes.length > BUFFER_BYTES - filled) {
      flush();
    }
    if (bytes.length > BUFFER_BYTES) {
      digest.update(bytes);
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

  private void flush() {
    digest.update(buffer, 0, filled);
    filled = 0;
  }
}
