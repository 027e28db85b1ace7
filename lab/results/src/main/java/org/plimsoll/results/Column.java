package org.plimsoll.results;

/// A column of a table.
///
/// @param name lower case words joined by underscores; it never changes, since programs read it
/// @param kind what its cells hold
public record Column(String name, Kind kind) {
  /// What the cells of a column hold, besides nothing.
  public enum Kind {
    TEXT,
    DECIMAL,
    RATIO,
    MODEL
  }

  /// Returns whether `cell` may stand in this column.
  boolean accepts(Cell cell) {
    return switch (cell) {
      case Cell.Text(_) -> kind == Kind.TEXT;
      case Cell.Decimal(_) -> kind == Kind.DECIMAL;
      case Cell.Fraction(_) -> kind == Kind.RATIO;
      case Cell.Model(_) -> kind == Kind.MODEL;
      case Cell.Empty() -> true;
    };
  }
}
