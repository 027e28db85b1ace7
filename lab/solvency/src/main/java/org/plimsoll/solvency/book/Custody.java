package org.plimsoll.solvency.book;

/// What is really there, and where.
///
/// @param location a name, unique together with the asset
/// @param kind what sort of place it is
/// @param asset the id of the asset held
/// @param quantity how much is held, never negative
/// @param encumbered how much of it is pledged to somebody else, never negative
public record Custody(
    String location, Kind kind, String asset, Figure quantity, Figure encumbered) {
  public Custody {
    quantity = quantity.asQuantity();
    encumbered = encumbered.asQuantity();
  }

  /// The sort of place at which an asset is held.
  public enum Kind {
    WALLET,
    BANK,
    AFFILIATE,
    LENDER,
    OTHER
  }
}
