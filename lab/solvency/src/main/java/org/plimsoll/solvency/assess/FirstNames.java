package org.plimsoll.solvency.assess;

import java.util.ArrayList;
import java.util.List;

/// The names of the first few of many figures, and how many there are.
final class FirstNames {
  private static final int NAMED_MAX = 3;

  private final List<String> names = new ArrayList<>();
  private int count;

  void add(BookFigures.Named figure) {
    count++;
    if (names.size() < NAMED_MAX) {
      names.add(figure.name());
    }
  }

  /// Returns such as `price of BTC and price of ETH`, or the first and the number of the others.
  String inWords() {
    return count == names.size()
        ? Wording.list(names)
        : String.join(", ", names) + " and " + (count - names.size()) + " more";
  }

  Source of(String source) {
    return new Source(source, names, count);
  }
}
