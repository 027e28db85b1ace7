package org.plimsoll.solvency.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Collects what is wrong with one file.
final class Problems {
  /// How many problems of one file are kept; the rest is only counted.
  static final int KEPT_MAX = 1_000;

  private record Found(Place place, String message) {}

  private final String file;
  private final List<Found> found = new ArrayList<>();
  private int count;

  Problems(String file) {
    this.file = file;
  }

  void add(Place place, String message) {
    count++;
    if (found.size() < KEPT_MAX) {
      found.add(new Found(place, message));
    }
  }

  boolean isEmpty() {
    return count == 0;
  }

  /// Returns whether nothing was said yet about what stands at a place.
  boolean noneAt(Place place) {
    return found.stream().noneMatch(each -> each.place().equals(place));
  }

  /// Returns the problems by line and column; those at one place in the order in which they were
  /// found.
  List<Problem> inFileOrder() {
    List<Problem> ordered = new ArrayList<>();
    found.stream()
        .sorted(Comparator.comparing(Found::place))
        .forEach(each -> ordered.add(problem(each.place(), each.message())));
    if (count > found.size()) {
      int unlisted = count - found.size();
      ordered.add(problem(Place.WHOLE_FILE, unlisted + " more problems are not listed"));
    }
    return List.copyOf(ordered);
  }

  private Problem problem(Place place, String message) {
    return new Problem(file, place.line(), place.column(), oneLine(message));
  }

  /// What a file says is quoted in messages; none may forge a line of its own.
  private static String oneLine(String message) {
    return message.codePoints().anyMatch(Character::isISOControl)
        ? message.replaceAll("\\p{Cntrl}", "?")
        : message;
  }
}
