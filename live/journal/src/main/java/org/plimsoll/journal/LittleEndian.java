package org.plimsoll.journal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Buffers with the byte order of the format.
final class LittleEndian {
  private LittleEndian() {}

  static ByteBuffer allocate(int bytes) {
    return wrap(new byte[bytes]);
  }

  static ByteBuffer wrap(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
