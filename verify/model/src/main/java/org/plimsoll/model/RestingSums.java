package org.plimsoll.model;

import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.ListingCommand.ListMarket;
import org.plimsoll.protocol.ListingCommand.MarketListing;
import org.plimsoll.units.Exact;
import org.plimsoll.units.Rounding;
import org.plimsoll.units.Side;
import org.plimsoll.venue.VenueView;

/// What resting orders bring and take, added up anew from the order books, against what the venue
/// keeps of it as orders come and go; of futures, their lots.
final class RestingSums {
  private final VenueView view;
  private final int[] counts;
  private final long[][] brings;
  private final long[][] takes;
  private final long[][] buyLots;
  private final long[][] sellLots;

  RestingSums(VenueView view) {
    this.view = view;
    this.counts = new int[view.accounts().size()];
    this.brings = new long[counts.length][view.assetCount()];
    this.takes = new long[counts.length][view.assetCount()];
    this.buyLots = new long[counts.length][view.markets().size()];
    this.sellLots = new long[counts.length][view.markets().size()];
    for (MarketListing listing : view.markets()) {
      view.forEachOrder(
          listing.market(),
          (order, account, side, priceTicks, lots) -> {
            counts[account]++;
            switch (listing) {
              case ListMarket market -> add(market, account, side, priceTicks, lots);
              case ListFuture future ->
                  (side == Side.BUY ? buyLots : sellLots)[account][future.market()] += lots;
            }
          });
    }
  }

  void check() {
    for (int account = 0; account < counts.length; account++) {
      BrokenLaw.unlessEqual(counts[account], view.openOrderCount(account), "open orders");
      for (int asset = 0; asset < view.assetCount(); asset++) {
        check(brings[account][asset], view.ordersWouldBring(account, asset), "brings", account);
        check(takes[account][asset], view.ordersWouldTake(account, asset), "takes", account);
      }
      for (MarketListing listing : view.markets()) {
        if (listing instanceof ListFuture future) {
          checkFuture(account, future.market());
        }
      }
    }
  }

  private void checkFuture(int account, int market) {
    check(buyLots[account][market], view.restingLots(account, market, Side.BUY), "buys", account);
    check(
        sellLots[account][market], view.restingLots(account, market, Side.SELL), "sells", account);
  }

  private static void check(long expected, long actual, String what, int account) {
    BrokenLaw.unlessEqual(expected, actual, () -> what + ", account " + account);
  }

  private void add(ListMarket market, int account, Side side, long priceTicks, long lots) {
    long base = lots * market.lot();
    long stepCost =
        Exact.value(
            market.lot(),
            market.tickE9(),
            view.asset(market.base()).decimals(),
            view.asset(market.quote()).decimals(),
            Rounding.FLOOR);
    long quote = stepCost * priceTicks * lots;
    brings[account][side == Side.BUY ? market.base() : market.quote()] +=
        side == Side.BUY ? base : quote;
    takes[account][side == Side.BUY ? market.quote() : market.base()] +=
        side == Side.BUY ? quote : base;
  }
}
