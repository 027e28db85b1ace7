package org.plimsoll.protocol;

import org.plimsoll.units.StateSource;

/// The texts that commands may carry: 1 to 32 characters of `A-Z a-z 0-9 . _ - / :` and no others,
/// so that a name is the same bytes everywhere and never needs escaping.
public final class Name {
  /// The longest name, in characters.
  public static final int LENGTH_MAX = 32;

  private Name() {}

  /// Returns whether `text` may be a name.
  public static boolean isValid(String text) {
    return !text.isEmpty() && text.length() <= LENGTH_MAX && text.chars().allMatch(Name::isAllowed);
  }

  /// Reads a name of a state.
  ///
  /// @throws org.plimsoll.units.MalformedState if it is none
  public static String readFrom(StateSource source) {
    String text = source.text(LENGTH_MAX);
    source.require(isValid(text), "a name is a name");
    return text;
  }

  static void require(String text) {
    if (!isValid(text)) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a name of 1 to 32 characters of A-Z a-z 0-9 . _ - / :");
    }
  }

  private static boolean isAllowed(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "._-/:".indexOf(c) >= 0;
  }
}
