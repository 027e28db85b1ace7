package org.plimsoll.solvency.lender;

/// A warning, and what it rests on.
///
/// @param kind what it warns of
/// @param date the day since which it could be known, ISO 8601; of an entry, the book's day
/// @param party the id of the party it is about
/// @param text one sentence
/// @param source where it was read; of an entry without a source, the entry
public record Flag(Kind kind, String date, String party, String text, String source) {
  /// What a flag warns of, the most serious first: what makes collateral worthless when it is
  /// needed comes before what makes it hard to sell, and both before what nobody has told.
  public enum Kind {
    WRONG_WAY_COLLATERAL,
    DEFAULT_OF_BORROWER,
    LEAK,
    WITHDRAWAL,
    EXEMPTION,
    CONCENTRATION,
    OTHER_SELLERS,
    RELATED_PARTY,
    MATURITY_MISMATCH,
    MISSING_AUDIT,
    DEFAULT_PROBABILITY,
    OTHER
  }
}
