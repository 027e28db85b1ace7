package org.plimsoll.host;

import java.util.Arrays;

/// Where one command waits.
final class Slot {
  private byte[] bytes = new byte[128];
  private int length;
  private long ticket;

  void fill(long newTicket, byte[] source, int offset, int count) {
    if (count > bytes.length) {
      bytes = Arrays.copyOf(bytes, count);
    }
    System.arraycopy(source, offset, bytes, 0, count);
    length = count;
    ticket = newTicket;
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  long ticket() {
    return ticket;
  }
}
