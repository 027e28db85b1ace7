package org.plimsoll.ecosystem;

/// What an asset costs outside, at every instant: recorded, bridged, generated or constant.
public interface PricePath {
  /// Returns the price in billionths of the unit of account for a whole unit, 0 while there is
  /// none. Called with instants that never go back.
  long priceE9(long timeNs);
}
