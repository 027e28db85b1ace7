package org.plimsoll.journal;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/// CRC32C, which processors compute by themselves.
final class Checksum {
  private Checksum() {}

  /// Of the bytes from `from` to `to`, wherever the buffer stands.
  static int of(ByteBuffer buffer, int from, int to) {
    CRC32C crc = new CRC32C();
    crc.update(buffer.duplicate().limit(to).position(from));
    return (int) crc.getValue();
  }
}
