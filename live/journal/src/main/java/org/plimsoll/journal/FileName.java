package org.plimsoll.journal;

import java.util.List;

/// How files are called: by a sequence number in twenty digits, so that their names sort as they
/// do.
final class FileName {
  static final String SEGMENT = ".journal";
  static final String SNAPSHOT = ".snapshot";

  /// Ends the name of what is not whole yet; nothing of that kind outlives a start.
  static final String PART = ".part";

  private static final int DIGITS = 20;

  private FileName() {}

  static String segment(long firstSequence) {
    return digits(firstSequence) + SEGMENT;
  }

  static String snapshot(long sequence) {
    return digits(sequence) + SNAPSHOT;
  }

  /// Whether a file of this name holds a part of a history.
  static boolean isHistory(String name) {
    return name.endsWith(SEGMENT) || name.endsWith(SNAPSHOT);
  }

  private static String digits(long sequence) {
    String number = Long.toString(sequence);
    return "0".repeat(DIGITS - number.length()) + number;
  }

  /// The sequence numbers of the files of one kind, ascending.
  static List<Long> sequences(List<String> names, String kind) {
    String pattern = "00[0-9]{" + (DIGITS - 2) + "}" + kind.replace(".", "\\.");
    return names.stream()
        .filter(name -> name.matches(pattern))
        .map(name -> Long.valueOf(name.substring(0, DIGITS)))
        .sorted()
        .toList();
  }
}
