package org.plimsoll.solvency.lender;

/// Something that a lender should have asked about.
///
/// @param kind how grave it is
/// @param since the day from which it could be seen, ISO 8601
/// @param text one sentence
/// @param source where it was read; empty where it follows from the book's own entries
public record Flag(Kind kind, String since, String text, String source) {
  /// What a flag warns of, the gravest first.
  public enum Kind {
    /// The collateral falls with the borrower.
    WRONG_WAY,
    /// More is lent against it than its market carries, or others hold the same.
    CONCENTRATION,
    /// The borrower plays by other rules.
    EXEMPTION,
    /// The public could know it.
    PUBLIC_FACT,
    /// What the contract does not say.
    UNKNOWN
  }
}
