package org.plimsoll.report;

import java.util.ArrayList;
import java.util.List;

/// Breaks text into lines.
final class TextLines {
  private TextLines() {}

  /// Returns `text` in lines of at most `width` characters, broken at spaces, or inside a word that
  /// is longer than a line.
  ///
  /// @param indent what every line but the first starts with; shorter than `width`
  static List<String> wrap(String text, int width, String indent) {
    List<String> lines = new ArrayList<>();
    String rest = printable(text);
    while (rest.length() > width) {
      int least = lines.isEmpty() ? leadingSpaces(rest) : indent.length();
      int space = rest.lastIndexOf(' ', width);
      int end = space > least ? space : width;
      lines.add(rest.substring(0, end).stripTrailing());
      rest = indent + rest.substring(end).strip();
    }
    lines.add(rest);
    return lines;
  }

  /// Returns `text` on one line: control characters in a book could move the cursor or change the
  /// colors of a terminal.
  static String printable(String text) {
    StringBuilder printable = new StringBuilder();
    text.codePoints()
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .forEach(printable::appendCodePoint);
    return printable.toString();
  }

  private static int leadingSpaces(String text) {
    return text.length() - text.stripLeading().length();
  }
}
