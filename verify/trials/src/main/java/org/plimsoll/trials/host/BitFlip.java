package org.plimsoll.trials.host;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;

/// One bit of one file that is not what it was.
final class BitFlip {
  private static final int TAIL_BYTES = 128;

  private BitFlip() {}

  /// Returns the files with another bit: an even number picks one near the end of the journal, an
  /// odd one any.
  static Optional<SortedMap<String, byte[]>> in(NavigableMap<String, byte[]> files, long number) {
    List<String> names = new ArrayList<>(files.keySet());
    List<String> segments = names.stream().filter(name -> name.endsWith(".journal")).toList();
    boolean isTail = number % 2 == 0 && !segments.isEmpty();
    if (names.isEmpty()) {
      return Optional.empty();
    }
    long draw = number / 2;
    String name = isTail ? segments.getLast() : names.get((int) (draw % names.size()));
    byte[] bytes = files.getOrDefault(name, new byte[0]).clone();
    int end = isTail ? end(bytes) : bytes.length;
    int begin = isTail ? Math.max(0, end - TAIL_BYTES) : 0;
    if (end == begin) {
      return Optional.empty();
    }
    long bit = draw / names.size() % (8L * (end - begin));
    bytes[begin + (int) (bit / 8)] ^= (byte) (1 << bit % 8);
    files.put(name, bytes);
    return Optional.of(files);
  }

  /// Returns where the last byte stands that is not zero.
  private static int end(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] == 0) {
      end--;
    }
    return end;
  }
}
