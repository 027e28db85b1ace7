package org.plimsoll.units;

/// Takes a state as one row of numbers in a documented order: to keep it, or to tell it from
/// others. What is kept and what is told apart are therefore the same.
public interface StateSink {
  /// Adds a number.
  StateSink add(long value);

  /// Adds a text: its length, then its characters.
  default StateSink add(String text) {
    add(text.length());
    for (int i = 0; i < text.length(); i++) {
      add(text.charAt(i));
    }
    return this;
  }

  /// Adds the first numbers of a table of which most are 0: for each other one how many places it
  /// is from the last, or for the first from the place before the table, and the number; then 0.
  default StateSink addSparse(long[] table, int length) {
    int last = -1;
    for (int place = 0; place < length; place++) {
      if (table[place] != 0) {
        add(place - last).add(table[place]);
        last = place;
      }
    }
    return add(0);
  }
}
