package org.plimsoll.solvency.book;

/// Something that the public could know of a party, and since when.
///
/// @param date the day on which it became known, ISO 8601
/// @param party the id of the party it is about
/// @param kind what it warns of
/// @param text one sentence
/// @param source where it was read
public record Fact(String date, String party, Kind kind, String text, String source) {
  /// What a fact warns of.
  public enum Kind {
    OWN_TOKEN_COLLATERAL,
    RELATED_PARTY,
    MISSING_AUDIT,
    CONCENTRATION,
    WITHDRAWAL,
    LEAK,
    MATURITY_MISMATCH,
    DEFAULT_OF_BORROWER,
    OTHER
  }
}
