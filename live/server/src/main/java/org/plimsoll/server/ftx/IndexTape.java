package org.plimsoll.server.ftx;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.protocol.ClockCommand.PublishIndexPrice;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.Event.CommandApplied;
import org.plimsoll.protocol.PriceEvent.IndexPriceSet;
import org.plimsoll.server.exchange.Follower;
import org.plimsoll.server.exchange.Happening;
import org.plimsoll.venue.VenueView;

/// What the index of each asset was. Read it where questions are answered: it belongs to the
/// reader's thread.
final class IndexTape implements Follower {
  private final List<IndexBars> assets = new ArrayList<>();

  /// Returns the history of an asset's index.
  IndexBars bars(int asset) {
    while (assets.size() <= asset) {
      assets.add(new IndexBars());
    }
    return assets.get(asset);
  }

  @Override
  public void on(Happening happening, VenueView view) {
    for (Event event : happening.events()) {
      switch (event) {
        case CommandApplied(PublishIndexPrice(int asset, long priceE9)) ->
            bars(asset).add(view.clockNs(), priceE9);
        case IndexPriceSet(int asset, long priceE9) -> bars(asset).add(view.clockNs(), priceE9);
        default -> {}
      }
    }
  }
}
