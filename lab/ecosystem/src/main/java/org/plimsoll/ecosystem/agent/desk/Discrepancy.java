package org.plimsoll.ecosystem.agent.desk;

/// Where a cash book and a statement from outside differ.
///
/// @param entry of the statement; of the book where the statement has none
/// @param booked sum of what the book has for it, count of the smallest unit
public record Discrepancy(Kind kind, Entry entry, long booked) {
  /// What is the matter.
  public enum Kind {
    /// It happened and is not in the book.
    MISSING,
    /// It is in the book more than once.
    DOUBLE,
    /// It is in the book with another amount.
    WRONG,
    /// It is in the book and did not happen.
    INVENTED
  }

  /// Returns by how much the book is too high, count of the smallest unit.
  public long excess() {
    return kind == Kind.INVENTED ? booked : booked - entry.amount();
  }
}
