package org.plimsoll.server.ftx;

import java.math.BigDecimal;
import java.util.OptionalLong;
import org.plimsoll.protocol.ListingCommand.MarketListing;
import org.plimsoll.venue.VenueView;

/// What a tick and a lot of a market are in the decimals that clients use.
///
/// @param tick the price step, in the unit of account for a whole unit of the base
/// @param lot the quantity step, in whole units of the base
record Grid(BigDecimal tick, BigDecimal lot) {
  static Grid of(VenueView view, MarketListing listing) {
    return new Grid(
        Numbers.e9(listing.tickE9()),
        Numbers.scaled(listing.lot(), view.asset(listing.base()).decimals()));
  }

  BigDecimal price(long ticks) {
    return Numbers.plain(tick.multiply(BigDecimal.valueOf(ticks)));
  }

  BigDecimal size(long lots) {
    return Numbers.plain(lot.multiply(BigDecimal.valueOf(lots)));
  }

  /// Returns what so many lots times ticks are worth, in whole units of account.
  BigDecimal value(BigDecimal tickLots) {
    return Numbers.plain(tick.multiply(lot).multiply(tickLots));
  }

  /// Returns how many ticks a price is, or nothing where it lies between two.
  OptionalLong ticks(BigDecimal price) {
    return Numbers.steps(price, tick);
  }

  /// Returns how many lots a size is, or nothing where it lies between two.
  OptionalLong lots(BigDecimal size) {
    return Numbers.steps(size, lot);
  }
}
