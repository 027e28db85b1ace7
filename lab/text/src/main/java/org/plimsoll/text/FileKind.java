package org.plimsoll.text;

/// What a file ought to be, in the words of the sentences about it.
///
/// @param noun what one file holds, such as `book`
/// @param opening the key and version with which such a file begins, such as `book: 1`
public record FileKind(String noun, String opening) {
  /// Returns `a book begins with ...`.
  public String beginning() {
    return "a " + noun + " begins with `" + opening + "`";
  }
}
