package org.plimsoll.solvency.file;

import java.util.Comparator;

/// Where something stands in a file.
///
/// @param line from 1; 0 for the file as a whole
/// @param column in characters, from 1; 0 for the file as a whole
record Place(int line, int column) implements Comparable<Place> {
  /// The file as a whole.
  static final Place WHOLE_FILE = new Place(0, 0);

  private static final Comparator<Place> FILE_ORDER =
      Comparator.comparingInt(Place::line).thenComparingInt(Place::column);

  @Override
  public int compareTo(Place other) {
    return FILE_ORDER.compare(this, other);
  }
}
