package org.plimsoll.solvency.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Collects what is wrong with a book: with its file and with the tables that the file names.
final class Problems {
  /// How many problems of a book are kept; the rest is only counted.
  static final int KEPT_MAX = 1_000;

  private record Found(Place place, String message) {}

  private final String file;
  private final List<Found> found = new ArrayList<>();
  private int count;

  /// @param file the name under which the book was given
  Problems(String file) {
    this.file = file;
  }

  String file() {
    return file;
  }

  void add(Place place, String message) {
    count++;
    if (found.size() < KEPT_MAX) {
      found.add(new Found(place, message));
    }
  }

  /// Counts a problem without a word about it.
  void addUnlisted() {
    count++;
  }

  /// Returns whether further problems are only counted, so that nobody need find words for them.
  boolean isFull() {
    return found.size() == KEPT_MAX;
  }

  /// Returns how many there are, listed or not.
  int count() {
    return count;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /// Returns whether nothing was said yet about what stands at a place.
  boolean noneAt(Place place) {
    return found.stream().noneMatch(each -> each.place().equals(place));
  }

  /// Returns the problems by line and column, those of the book's own file before those of its
  /// tables; those at one place in the order in which they were found.
  List<Problem> inFileOrder() {
    Comparator<Place> order =
        Comparator.comparing((Place place) -> !place.file().equals(file))
            .thenComparing(Place::file)
            .thenComparing(Place.FILE_ORDER);
    List<Problem> ordered = new ArrayList<>();
    found.stream()
        .sorted(Comparator.comparing(Found::place, order))
        .forEach(each -> ordered.add(problem(each.place(), each.message())));
    if (count > found.size()) {
      int unlisted = count - found.size();
      ordered.add(problem(Place.whole(file), unlisted + " more problems are not listed"));
    }
    return List.copyOf(ordered);
  }

  private static Problem problem(Place place, String message) {
    return new Problem(place.file(), place.line(), place.column(), oneLine(message));
  }

  /// What a file says is quoted in messages; none may forge a line of its own.
  private static String oneLine(String message) {
    return message.codePoints().anyMatch(Character::isISOControl)
        ? message.replaceAll("\\p{Cntrl}", "?")
        : message;
  }
}
