package org.plimsoll.protocol;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Reads little-endian fields one after the other, and never throws on what it reads: a field that
/// is not there or not valid reads as a harmless value and leaves [#isValid] false for good.
final class ByteReader {
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[] bytes = new byte[0];
  private int position;
  private int end;
  private boolean isValid;

  void wrap(byte[] source, int offset, int length) {
    bytes = source;
    position = offset;
    end = offset + length;
    isValid = true;
  }

  int int8() {
    return has(Byte.BYTES) ? bytes[position++] & 0xFF : 0;
  }

  int int32() {
    if (!has(Integer.BYTES)) {
      return 0;
    }
    int value = (int) INT.get(bytes, position);
    position += Integer.BYTES;
    return value;
  }

  long int64() {
    if (!has(Long.BYTES)) {
      return 0;
    }
    long value = (long) LONG.get(bytes, position);
    position += Long.BYTES;
    return value;
  }

  boolean flag() {
    int value = int8();
    return value == 1 || (value != 0 && invalid(false));
  }

  String name() {
    String text = text();
    return Name.isValid(text) ? text : invalid("-");
  }

  OrderText orderText() {
    String text = text();
    return new OrderText(OrderText.isValid(text) ? text : invalid("-"));
  }

  private String text() {
    int length = int8();
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length && isValid; i++) {
      text.append((char) int8());
    }
    return text.toString();
  }

  /// Reads a position in `list`, as written for an enum.
  <T> T oneOf(T[] list) {
    int index = int8();
    return index < list.length ? list[index] : invalid(list[0]);
  }

  /// Marks what was read as not valid and returns `harmless`.
  <T> T invalid(T harmless) {
    isValid = false;
    return harmless;
  }

  boolean isValid() {
    return isValid;
  }

  /// Returns whether every field was valid and nothing is left over.
  boolean isComplete() {
    return isValid && position == end;
  }

  int position() {
    return position;
  }

  private boolean has(int count) {
    isValid = isValid && end - position >= count;
    return isValid;
  }
}
