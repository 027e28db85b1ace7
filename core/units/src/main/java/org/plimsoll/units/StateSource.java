package org.plimsoll.units;

/// Gives back what a [StateWriter] has kept, in the same order. Every number is asked for with the
/// bounds that it must keep, and a count is never more than what is left could hold, so nothing
/// that is read makes a reader reach for memory without bound.
///
/// Every method throws a [MalformedState] where the next number is missing, longer than it need be,
/// or out of the bounds asked for.
public final class StateSource {
  private static final int MORE = 0x80;
  private static final int LAST_SHIFT = 63;

  private final byte[] bytes;
  private final int end;
  private int position;

  /// Creates a reader of the numbers from `start` to the end of `bytes`.
  public StateSource(byte[] bytes, int start) {
    this.bytes = bytes;
    this.position = start;
    this.end = bytes.length;
  }

  /// Returns the fingerprint of all numbers that are left, and goes to the end.
  public long hashOfRest() {
    StateHash hash = new StateHash();
    while (!isAtEnd()) {
      hash.add(number());
    }
    return hash.value();
  }

  /// Returns whether nothing is left.
  public boolean isAtEnd() {
    return position == end;
  }

  /// Returns the next number, whatever it is.
  public long number() {
    long value = 0;
    for (int shift = 0; shift <= LAST_SHIFT; shift += 7) {
      int next = octet();
      value |= (long) (next & ~MORE) << shift;
      if (next < MORE) {
        require(next != 0 || shift == 0, "a number is as short as it can be");
        require(shift < LAST_SHIFT || next == 1, "a number has 64 bits");
        return value >>> 1 ^ -(value & 1);
      }
    }
    throw malformed("a number has 64 bits");
  }

  /// Returns the next number, which is within `low` to `high`.
  public long within(long low, long high) {
    long value = number();
    require(value >= low && value <= high, "a number is within its bounds");
    return value;
  }

  /// Returns the next number, which is within `low` to `high`.
  public int within(int low, int high) {
    return (int) within((long) low, (long) high);
  }

  /// Returns the next number, which is from 0 to below `bound`: a place in a list of that length.
  public int index(int bound) {
    return within(0, bound - 1);
  }

  /// Returns the next number, which counts what follows: at most `max`, and each has a byte at
  /// least.
  public int count(int max) {
    int count = within(0, max);
    require(count <= end - position, "as many follow as are counted");
    return count;
  }

  /// Returns the next number, which counts what follows, of which each has a byte at least.
  public int count() {
    return count(Integer.MAX_VALUE);
  }

  /// Returns the next number, which is 0 for no or 1 for yes.
  public boolean flag() {
    return within(0, 1) == 1;
  }

  /// Returns the member of `list` at the place that the next number names.
  public <T> T oneOf(T[] list) {
    return list[index(list.length)];
  }

  /// Returns the next text, at most `lengthMax` characters.
  public String text(int lengthMax) {
    int length = count(lengthMax);
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append((char) within(Character.MIN_VALUE, Character.MAX_VALUE));
    }
    return text.toString();
  }

  /// Sets the first `length` numbers of a table of zeros to those that [StateSink#addSparse] has
  /// added.
  public void sparse(long[] table, int length) {
    int place = -1;
    for (int step = within(0, length); step != 0; step = within(0, length - 1 - place)) {
      place += step;
      table[place] = number();
      require(table[place] != 0, "what is left out is 0 and nothing else is");
    }
  }

  /// Goes on only where `holds`.
  public void require(boolean holds, String what) {
    if (!holds) {
      throw malformed(what);
    }
  }

  /// Returns what to throw where something cannot be.
  public MalformedState malformed(String what) {
    return new MalformedState(what);
  }

  private int octet() {
    require(position < end, "nothing is missing");
    return bytes[position++] & 0xFF;
  }
}
