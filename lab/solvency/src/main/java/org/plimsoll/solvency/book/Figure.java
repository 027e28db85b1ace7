package org.plimsoll.solvency.book;

/// A number of a book and where it was read.
///
/// @param value what is known of the number
/// @param source where it was read; empty where the book names no source for it
public record Figure(Interval value, String source) {
  /// Returns a figure without a source of its own.
  public static Figure of(Interval value) {
    return new Figure(value, "");
  }
}
