package org.plimsoll.venue;

import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.ListingCommand.ListMarket;
import org.plimsoll.protocol.ListingCommand.MarketListing;
import org.plimsoll.protocol.Name;
import org.plimsoll.units.Exact;
import org.plimsoll.units.Rounding;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// What listings of markets come to, and how they are written.
final class Listings {
  /// The largest multiplier of a margin fraction.
  static final long WEIGHT_MAX_E9 = 100 * Exact.ONE_E9;

  private Listings() {}

  /// Returns what a lot costs at a tick, in the quote asset's smallest units.
  static long stepCost(MarketListing listing, AssetTable assets, Rounding rounding) {
    return Exact.valueOrMax(
        listing.lot(),
        listing.tickE9(),
        assets.decimals(listing.base()),
        assets.decimals(0),
        rounding);
  }

  /// Returns the largest bound on positions: a position of the bound is worth a countable sum at
  /// one tick, and its base amount is countable.
  static long positionMaxLots(ListFuture listing, AssetTable assets) {
    return Math.min(
        Limits.POSITION_VALUE_MAX / stepCost(listing, assets, Rounding.FLOOR),
        Limits.BALANCE_MAX / listing.lot());
  }

  static void write(MarketListing listing, StateSink sink) {
    sink.add(listing instanceof ListFuture ? 1 : 0);
    sink.add(listing.name()).add(listing.base()).add(listing.tickE9()).add(listing.lot());
    switch (listing) {
      case ListMarket spot -> sink.add(spot.quote());
      case ListFuture future ->
          sink.add(future.expiryNs())
              .add(future.imfFactorE9())
              .add(future.imfWeightE9())
              .add(future.mmfWeightE9())
              .add(future.positionMaxLots());
    }
  }

  static MarketListing readFrom(StateSource source, int market, AssetTable assets) {
    boolean isFuture = source.flag();
    String name = Name.readFrom(source);
    int base = source.within(1, assets.assetCount() - 1);
    long tickE9 = source.within(1, Long.MAX_VALUE);
    long lot = source.within(1, assets.balanceMax(base));
    ListMarket spot = new ListMarket(market, name, base, 0, tickE9, lot);
    long stepCost = stepCost(spot, assets, Rounding.FLOOR);
    source.require(
        stepCost > 0
            && stepCost <= assets.balanceMax(0)
            && stepCost == stepCost(spot, assets, Rounding.CEILING),
        "a lot at a tick costs a whole number");
    return isFuture ? readFuture(source, spot, assets) : readSpot(source, spot);
  }

  private static ListMarket readSpot(StateSource source, ListMarket listing) {
    source.require(source.number() == listing.quote(), "prices are in the unit of account");
    return listing;
  }

  private static ListFuture readFuture(StateSource source, ListMarket like, AssetTable assets) {
    ListFuture listing =
        new ListFuture(
            like.market(),
            like.name(),
            like.base(),
            like.tickE9(),
            like.lot(),
            source.within(0, Long.MAX_VALUE),
            source.within(0, Exact.ONE_E9),
            source.within(0, WEIGHT_MAX_E9),
            source.within(0, WEIGHT_MAX_E9),
            source.within(1, Limits.BALANCE_MAX));
    source.require(
        listing.positionMaxLots() <= positionMaxLots(listing, assets), "a position is countable");
    return listing;
  }
}
