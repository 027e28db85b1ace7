package org.plimsoll.server.ftx;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.protocol.ListingCommand.ListMarket;
import org.plimsoll.protocol.ListingCommand.MarketListing;
import org.plimsoll.venue.VenueView;

/// What numbers of markets and coins stand for. A listing never changes, so each is asked for once.
final class Catalog {
  private final Floor floor;
  private final ConcurrentMap<Integer, Traded> markets = new ConcurrentHashMap<>();
  private final ConcurrentMap<Integer, DefineAsset> assets = new ConcurrentHashMap<>();

  Catalog(Floor floor) {
    this.floor = floor;
  }

  /// A market by its names.
  ///
  /// @param coins base and quote of a spot market
  record Traded(int market, String name, boolean isFuture, Optional<Coins> coins, Grid grid) {
    static Traded of(VenueView view, MarketListing listing) {
      Optional<Coins> coins =
          listing instanceof ListMarket spot
              ? Optional.of(
                  new Coins(view.asset(spot.base()).code(), view.asset(spot.quote()).code()))
              : Optional.empty();
      return new Traded(
          listing.market(), listing.name(), coins.isEmpty(), coins, Grid.of(view, listing));
    }
  }

  /// What is traded for what.
  record Coins(String base, String quote) {}

  Traded market(int market) {
    return markets.computeIfAbsent(
        market, number -> floor.ask(view -> Traded.of(view, view.markets().get(number))));
  }

  /// Returns a market.
  ///
  /// @throws FtxError if there is none of that name
  Traded market(String name) {
    return markets.values().stream()
        .filter(market -> market.name.equals(name))
        .findFirst()
        .orElseGet(() -> {
          int number = floor.ask(view -> Listings.market(view, name).market());
          return market(number);
        });
  }

  DefineAsset asset(int asset) {
    return assets.computeIfAbsent(asset, number -> floor.ask(view -> view.asset(number)));
  }

  /// Returns a coin.
  ///
  /// @throws FtxError if there is none of that name
  DefineAsset coin(String code) {
    return assets.values().stream()
        .filter(asset -> asset.code().equals(code))
        .findFirst()
        .orElseGet(() -> asset(floor.ask(view -> Listings.coin(view, code))));
  }
}
