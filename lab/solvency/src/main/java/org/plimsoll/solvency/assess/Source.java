package org.plimsoll.solvency.assess;

import java.util.List;

/// A place where figures of the book were read.
///
/// @param text as the book gives it
/// @param firstFigures the first few that were read there, in the order of the book; a book can
///   have a figure for each of many thousand accounts
/// @param count how many were read there
public record Source(String text, List<String> firstFigures, int count) {
  /// Copies the list.
  public Source {
    firstFigures = List.copyOf(firstFigures);
  }
}
