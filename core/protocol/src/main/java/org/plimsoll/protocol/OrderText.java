package org.plimsoll.protocol;

/// What a client calls an order, as it writes it: 1 to 64 characters of printable ASCII, the space
/// included. Nothing is looked up by it.
///
/// @param text the characters
public record OrderText(String text) {
  /// The longest text, in characters.
  public static final int LENGTH_MAX = 64;

  private static final char FIRST = ' ';
  private static final char LAST = '~';

  public OrderText {
    if (!isValid(text)) {
      throw new IllegalArgumentException("not 1 to 64 characters of printable ASCII");
    }
  }

  /// Returns whether a client may call an order so.
  public static boolean isValid(String text) {
    return !text.isEmpty()
        && text.length() <= LENGTH_MAX
        && text.chars().allMatch(c -> c >= FIRST && c <= LAST);
  }

  /// Returns the characters.
  @Override
  public String toString() {
    return text;
  }
}
