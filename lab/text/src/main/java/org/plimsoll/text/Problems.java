package org.plimsoll.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Collects what is wrong with a file and with the tables that the file names.
public final class Problems {
  /// How many problems of a file are kept; the rest is only counted.
  public static final int KEPT_MAX = 1_000;

  private record Found(Place place, String message) {}

  private final String file;
  private final FileKind kind;
  private final List<Found> found = new ArrayList<>();
  private int count;

  /// Starts without any.
  ///
  /// @param file the name under which the file was given
  /// @param kind what the file ought to be
  public Problems(String file, FileKind kind) {
    this.file = file;
    this.kind = kind;
  }

  /// Returns the name under which the file was given.
  public String file() {
    return file;
  }

  /// Returns what the file ought to be.
  public FileKind kind() {
    return kind;
  }

  /// Adds a sentence about what stands at a place.
  public void add(Place place, String message) {
    count++;
    if (found.size() < KEPT_MAX) {
      found.add(new Found(place, message));
    }
  }

  /// Counts a problem without a word about it.
  public void addUnlisted() {
    count++;
  }

  /// Returns whether further problems are only counted, so that nobody need find words for them.
  public boolean isFull() {
    return found.size() == KEPT_MAX;
  }

  /// Returns how many there are, listed or not.
  public int count() {
    return count;
  }

  /// Returns whether nothing is wrong so far.
  public boolean isEmpty() {
    return count == 0;
  }

  /// Returns whether nothing was said yet about what stands at a place.
  public boolean noneAt(Place place) {
    return found.stream().noneMatch(each -> each.place().equals(place));
  }

  /// Returns the problems by line and column, those of the file itself before those of its tables;
  /// those at one place in the order in which they were found.
  public List<Problem> inFileOrder() {
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
