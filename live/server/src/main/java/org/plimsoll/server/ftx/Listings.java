package org.plimsoll.server.ftx;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.ListingCommand.MarketListing;
import org.plimsoll.venue.VenueView;

/// Finds what clients call by name.
final class Listings {
  private Listings() {}

  /// Returns a market.
  ///
  /// @throws FtxError if there is none of that name
  static MarketListing market(VenueView view, String name) {
    return view.markets().stream()
        .filter(market -> market.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new FtxError(404, "No such market: " + name));
  }

  static List<ListFuture> futures(VenueView view) {
    return view.markets().stream()
        .filter(ListFuture.class::isInstance)
        .map(ListFuture.class::cast)
        .toList();
  }

  /// Returns a future.
  ///
  /// @throws FtxError if there is none of that name
  static ListFuture future(VenueView view, String name) {
    return futures(view).stream()
        .filter(market -> market.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new FtxError(404, "No such future: " + name));
  }

  static boolean isFuture(MarketListing listing) {
    return listing instanceof ListFuture;
  }

  /// Returns the number of a coin.
  ///
  /// @throws FtxError if there is none of that code
  static int coin(VenueView view, String code) {
    OptionalInt asset =
        IntStream.range(0, view.assetCount())
            .filter(each -> view.asset(each).code().equals(code))
            .findFirst();
    if (asset.isEmpty()) {
      throw new FtxError(404, "No such coin: " + code);
    }
    return asset.getAsInt();
  }
}
