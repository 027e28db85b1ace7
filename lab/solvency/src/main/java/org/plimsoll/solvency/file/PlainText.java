package org.plimsoll.solvency.file;

/// Quick tests for what nearly every field of a table holds. What passes one passes the schema's
/// pattern; what fails is left to the pattern, which takes several times as long.
final class PlainText {
  /// Digits that any pattern for figures takes, however they are grouped.
  private static final int CHARS_MAX = 18;

  private PlainText() {}

  /// Returns whether a text is a decimal such as `20000` or `0.5`, short and without a sign.
  static boolean isDecimal(String text) {
    int length = text.length();
    boolean isShort = length > 0 && length <= CHARS_MAX;
    if (!isShort || (text.charAt(0) == '0' && length > 1 && text.charAt(1) != '.')) {
      return false;
    }
    int point = -1;
    for (int i = 0; i < length; i++) {
      char each = text.charAt(i);
      if (each == '.' && point < 0) {
        point = i;
      } else if (each < '0' || each > '9') {
        return false;
      }
    }
    return point != 0 && point != length - 1;
  }

  /// Returns whether a text is an id of ASCII letters and digits alone.
  static boolean isWord(String text) {
    if (text.isEmpty() || text.length() > AccountSection.ID_CHARS_MAX) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      boolean isDigit = each >= '0' && each <= '9';
      boolean isLetter = (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z');
      if (!isDigit && !isLetter) {
        return false;
      }
    }
    return true;
  }
}
