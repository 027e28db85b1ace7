package org.plimsoll.script;

import java.util.ArrayList;
import java.util.List;

/// The words of one line, taken from left to right.
final class Words {
  private record Word(int column, String text) {}

  private final List<Word> words;
  private final int endColumn;
  private int taken;

  Words(String line) {
    words = split(line);
    endColumn = line.stripTrailing().length() + 1;
  }

  boolean isEmpty() {
    return taken == words.size();
  }

  /// Takes the next word.
  ///
  /// @param expected what the word should be, for the message if there is none
  String take(String expected) {
    if (isEmpty()) {
      throw new ScriptMistake(endColumn, "expected " + expected + " here");
    }
    return words.get(taken++).text();
  }

  /// Takes a word that must be `keyword`.
  void takeKeyword(String keyword) {
    String word = take("'" + keyword + "'");
    if (!word.equals(keyword)) {
      throw mistake("expected '" + keyword + "' instead of '" + word + "'");
    }
  }

  /// Takes the next word if it is `keyword`.
  boolean takeIf(String keyword) {
    boolean matches = !isEmpty() && words.get(taken).text().equals(keyword);
    if (matches) {
      taken++;
    }
    return matches;
  }

  /// Takes all that is left, as one text.
  String takeRest(String expected) {
    StringBuilder rest = new StringBuilder(take(expected));
    while (!isEmpty()) {
      rest.append(' ').append(take(expected));
    }
    return rest.toString();
  }

  /// Makes sure that nothing is left.
  void end() {
    if (!isEmpty()) {
      String word = take("");
      throw mistake("expected the end of the line instead of '" + word + "'");
    }
  }

  /// Returns the column of the word taken last, from 1.
  int column() {
    return words.get(taken - 1).column();
  }

  /// Returns a mistake at the word taken last.
  ScriptMistake mistake(String message) {
    return new ScriptMistake(column(), message);
  }

  private static List<Word> split(String line) {
    List<Word> words = new ArrayList<>();
    int at = 0;
    while (at < line.length()) {
      if (Character.isWhitespace(line.charAt(at))) {
        at++;
        continue;
      }
      int start = at;
      while (at < line.length() && !Character.isWhitespace(line.charAt(at))) {
        at++;
      }
      words.add(new Word(start + 1, line.substring(start, at)));
    }
    return words;
  }
}
