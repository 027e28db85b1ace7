package org.plimsoll.solvency.assess;

import java.io.Serializable;
import java.util.ArrayList;

/// The names of the first few of many figures, and how many there are.
final class FirstNames implements Serializable {
  private static final long serialVersionUID = 1;
  private static final int NAMED_MAX = 3;

  private final ArrayList<String> names = new ArrayList<>();
  private int count;

  void add(BookFigures.Named figure) {
    count++;
    if (names.size() < NAMED_MAX) {
      names.add(figure.name());
    }
  }

  /// Adds names that come after these.
  void add(FirstNames later) {
    count = Math.addExact(count, later.count);
    names.addAll(later.names.subList(0, Math.min(later.names.size(), NAMED_MAX - names.size())));
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
