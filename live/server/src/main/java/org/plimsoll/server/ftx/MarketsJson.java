package org.plimsoll.server.ftx;

import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.ListingCommand.MarketListing;
import org.plimsoll.venue.VenueView;
import tools.jackson.databind.node.ObjectNode;

/// All markets as the channel of that name has them: by name, one level down, and each future with
/// its own terms beside the market's.
final class MarketsJson {
  private MarketsJson() {}

  static ObjectNode of(VenueView view, Tapes tapes) {
    ObjectNode markets = Json.object();
    for (MarketListing listing : view.markets()) {
      ObjectNode market = MarketJson.of(view, tapes.markets(), listing);
      if (listing instanceof ListFuture future) {
        market.set(
            "future",
            FutureJson.of(
                view, tapes.markets(), future, tapes.positions().openLots(future.market())));
      }
      markets.set(listing.name(), market);
    }
    ObjectNode data = Json.object();
    data.set("data", markets);
    data.put("action", "partial");
    return data;
  }
}
