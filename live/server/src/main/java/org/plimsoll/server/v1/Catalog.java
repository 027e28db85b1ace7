package org.plimsoll.server.v1;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.plimsoll.protocol.ListingCommand.DefineAsset;
import org.plimsoll.server.exchange.Exchange;

/// What numbers of markets and assets stand for. A listing never changes, so each is asked for
/// once.
final class Catalog {
  private final Exchange exchange;
  private final ConcurrentMap<Integer, Listed> markets = new ConcurrentHashMap<>();
  private final ConcurrentMap<Integer, DefineAsset> assets = new ConcurrentHashMap<>();

  Catalog(Exchange exchange) {
    this.exchange = exchange;
  }

  Listed market(int market) {
    return markets.computeIfAbsent(
        market, number -> exchange.ask(view -> Listed.of(view, view.markets().get(number))));
  }

  /// Returns a market.
  ///
  /// @throws NativeError if there is none of that name
  Listed market(String name) {
    int number = exchange.ask(view -> Named.market(view, name).market());
    return market(number);
  }

  DefineAsset asset(int asset) {
    return assets.computeIfAbsent(asset, number -> exchange.ask(view -> view.asset(number)));
  }
}
