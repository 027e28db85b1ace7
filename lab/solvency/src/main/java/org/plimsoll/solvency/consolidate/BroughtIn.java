package org.plimsoll.solvency.consolidate;

import org.plimsoll.solvency.book.Interval;

/// What the book tells of a member's dealings with others, and what the group therefore has or
/// owes.
///
/// @param member the id of the member
/// @param kind what it is
/// @param item the loan or holder that the book names
/// @param other the id of the party outside the group; empty for assets
/// @param asset the id of the asset
/// @param quantity units of the asset, not negative
/// @param counted what it adds to the group's equity at mark, in the book's currency; negative for
///   a debt
public record BroughtIn(
    String member,
    Kind kind,
    String item,
    String other,
    String asset,
    Interval quantity,
    Interval counted) {
  /// What a member brings.
  public enum Kind {
    /// A loan from somebody outside the group.
    DEBT,
    /// A loan to somebody outside the group.
    LOAN,
    /// What the member has pledged for a loan: it is the member's own, so now the group's.
    COLLATERAL,
    /// What the book says that the member holds elsewhere.
    HOLDING
  }
}
