package org.plimsoll.solvency.book;

/// What somebody else holds of an asset, and may have to sell into the same market.
///
/// @param party the id of the holder
/// @param asset the id of the asset
/// @param quantity how much it holds, in units of the asset, never negative
public record Elsewhere(String party, String asset, Figure quantity) {
  public Elsewhere {
    quantity = quantity.asQuantity();
  }
}
