package org.plimsoll.server.ftx;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.OrderEvent.TradeExecuted;
import org.plimsoll.server.exchange.Follower;
import org.plimsoll.server.exchange.Happening;
import org.plimsoll.venue.VenueView;

/// What each market has traded in the last 24 hours. Read it where questions are answered: it
/// belongs to the reader's thread.
final class MarketTape implements Follower {
  private final List<MarketDay> days = new ArrayList<>();

  /// Returns the last 24 hours of a market.
  MarketDay day(int market) {
    while (days.size() <= market) {
      days.add(new MarketDay());
    }
    return days.get(market);
  }

  @Override
  public void on(Happening happening, VenueView view) {
    for (Event event : happening.events()) {
      if (event instanceof TradeExecuted trade) {
        day(trade.market()).add(view.clockNs(), trade.priceTicks(), trade.quantityLots());
      }
    }
  }
}
