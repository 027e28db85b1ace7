package org.plimsoll.model;

import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.ListingCommand.MarketListing;
import org.plimsoll.protocol.MarketState;
import org.plimsoll.protocol.Request;
import org.plimsoll.units.Side;
import org.plimsoll.venue.VenueView;

/// What holds of order books and positions as they stand, whatever brought them there.
final class BookLaws {
  private BookLaws() {}

  /// In every order book the best bid is below the best ask, orders stand by price and, at one
  /// price, as they came, and the best prices are those of the orders that stand first. Order
  /// numbers rise, so they are the order of arrival.
  static void neverCrossed(Request request, LawRun run) {
    for (MarketListing listing : run.view().markets()) {
      Walk walk = new Walk(listing.name());
      run.view()
          .forEachOrder(
              listing.market(), (order, _, side, ticks, _) -> walk.meet(order, side, ticks));
      for (Side side : Side.values()) {
        BrokenLaw.unless(
            walk.bestTicks(side) == run.view().bestTicks(listing.market(), side),
            () -> "the best " + side + " of " + listing.name() + " is another");
      }
    }
  }

  /// One walk through an order book: bids from the best, then asks from the best.
  static final class Walk {
    private final String market;
    private long bestBid;
    private long bestAsk;
    private long lastOrder;
    private long lastTicks;
    private boolean hasBids;
    private boolean hasAsks;

    Walk(String market) {
      this.market = market;
    }

    /// Returns the price that a side began with, or 0.
    long bestTicks(Side side) {
      return side == Side.BUY ? bestBid : bestAsk;
    }

    void meet(long order, Side side, long ticks) {
      boolean buys = side == Side.BUY;
      boolean isFirst = buys ? !hasBids : !hasAsks;
      BrokenLaw.unless(!buys || !hasAsks, () -> "a bid among the asks of " + market);
      BrokenLaw.unless(buys || ticks > bestBid, () -> market + " is crossed at " + ticks);
      boolean isLater = ticks == lastTicks ? order > lastOrder : buys == ticks < lastTicks;
      BrokenLaw.unless(
          isFirst || isLater, () -> "order " + order + " of " + market + " is out of turn");
      bestBid = buys && isFirst ? ticks : bestBid;
      bestAsk = !buys && isFirst ? ticks : bestAsk;
      hasBids |= buys;
      hasAsks |= !buys;
      lastOrder = order;
      lastTicks = ticks;
    }
  }

  /// No position in a future is past its cap, nor would be if all resting orders of one side
  /// filled, unless nothing trades there any more.
  static void nobodyIsPastHisCap(Request request, LawRun run) {
    VenueView view = run.view();
    for (MarketListing listing : view.markets()) {
      boolean isTraded = view.marketState(listing.market()) != MarketState.DELISTED;
      if (isTraded && listing instanceof ListFuture future) {
        int market = future.market();
        for (int account = 0; account < view.accounts().size(); account++) {
          checkCap(
              future.positionMaxLots(),
              view.positionLots(account, market),
              view.restingLots(account, market, Side.BUY),
              view.restingLots(account, market, Side.SELL));
        }
      }
    }
  }

  static void checkCap(long cap, long lots, long buys, long sells) {
    long least = lots - sells;
    long most = lots + buys;
    BrokenLaw.unless(
        most <= cap && least >= -cap,
        () -> "an account may come to hold " + least + " to " + most + " lots, past " + cap);
  }
}
