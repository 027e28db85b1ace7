package org.plimsoll.text;

import java.io.Serializable;
import java.util.Comparator;

/// Where something stands in a file.
///
/// @param file the name under which the file was given
/// @param line from 1; 0 for the file as a whole
/// @param column in characters, from 1; 0 for the file as a whole
public record Place(String file, int line, int column) implements Serializable {
  /// Places of one file from its top to its end.
  public static final Comparator<Place> FILE_ORDER =
      Comparator.comparingInt(Place::line).thenComparingInt(Place::column);

  /// Returns the file as a whole.
  public static Place whole(String file) {
    return new Place(file, 0, 0);
  }

  /// Returns `line 3`, with the name of the file if `from` is in another one.
  public String lineSeenFrom(Place from) {
    return "line " + line + (file.equals(from.file) ? "" : " of " + file);
  }
}
