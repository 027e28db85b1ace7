package org.plimsoll.protocol;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Writes little-endian fields one after the other into a byte array that grows as needed.
final class ByteWriter {
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int CAPACITY_AT_FIRST = 256;

  private byte[] bytes = new byte[CAPACITY_AT_FIRST];
  private int position;

  ByteWriter int8(int value) {
    reserve(Byte.BYTES);
    bytes[position++] = (byte) value;
    return this;
  }

  ByteWriter int32(int value) {
    reserve(Integer.BYTES);
    INT.set(bytes, position, value);
    position += Integer.BYTES;
    return this;
  }

  ByteWriter int64(long value) {
    reserve(Long.BYTES);
    LONG.set(bytes, position, value);
    position += Long.BYTES;
    return this;
  }

  ByteWriter flag(boolean value) {
    return int8(value ? 1 : 0);
  }

  ByteWriter text(String text) {
    int8(text.length());
    for (int i = 0; i < text.length(); i++) {
      int8(text.charAt(i));
    }
    return this;
  }

  byte[] array() {
    return bytes;
  }

  int length() {
    return position;
  }

  void clear() {
    position = 0;
  }

  private void reserve(int count) {
    if (position + count > bytes.length) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
  }
}
