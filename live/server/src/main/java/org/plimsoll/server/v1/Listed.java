package org.plimsoll.server.v1;

import java.math.BigDecimal;
import org.plimsoll.protocol.ListingCommand.MarketListing;
import org.plimsoll.venue.VenueView;

/// A market with what its prices and sizes are in decimals.
///
/// @param decimals of its base
record Listed(MarketListing listing, int decimals) {
  static Listed of(VenueView view, MarketListing listing) {
    return new Listed(listing, view.asset(listing.base()).decimals());
  }

  int market() {
    return listing.market();
  }

  String name() {
    return listing.name();
  }

  String price(long ticks) {
    return Decimals.price(listing, ticks);
  }

  String size(long lots) {
    return Decimals.size(listing, decimals, lots);
  }

  long ticks(BigDecimal price) {
    return Body.steps("price", price, BigDecimal.valueOf(listing.tickE9(), 9));
  }

  long lots(BigDecimal size) {
    return Body.steps("size", size, BigDecimal.valueOf(listing.lot(), decimals));
  }
}
