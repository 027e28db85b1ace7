package org.plimsoll.model;

import org.plimsoll.protocol.ListingCommand.ListMarket;
import org.plimsoll.protocol.ListingCommand.MarketListing;
import org.plimsoll.units.Exact;
import org.plimsoll.units.Rounding;
import org.plimsoll.units.Side;
import org.plimsoll.venue.VenueView;

/// What resting orders bring and take, added up anew from the order books, against what the venue
/// keeps of it as orders come and go.
final class RestingSums {
  private final VenueView view;
  private final int[] counts;
  private final long[][] brings;
  private final long[][] takes;

  RestingSums(VenueView view) {
    this.view = view;
    this.counts = new int[view.accounts().size()];
    this.brings = new long[counts.length][view.assetCount()];
    this.takes = new long[counts.length][view.assetCount()];
    for (MarketListing listing : view.markets()) {
      view.forEachOrder(
          listing.market(),
          (order, account, side, priceTicks, lots) -> {
            counts[account]++;
            if (listing instanceof ListMarket market) {
              add(market, account, side, priceTicks, lots);
            }
          });
    }
  }

  void check() {
    for (int account = 0; account < counts.length; account++) {
      BrokenLaw.unlessEqual(counts[account], view.openOrderCount(account), "open orders");
      for (int asset = 0; asset < view.assetCount(); asset++) {
        String whose = "account " + account + ", asset " + asset;
        BrokenLaw.unlessEqual(
            brings[account][asset], view.ordersWouldBring(account, asset), "brings, " + whose);
        BrokenLaw.unlessEqual(
            takes[account][asset], view.ordersWouldTake(account, asset), "takes, " + whose);
      }
    }
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
