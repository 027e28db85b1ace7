package org.plimsoll.crowd;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/// What an account has, as the exchange says.
final class Holdings {
  private final Client client;
  private final Map<String, Double> coins = new TreeMap<>();
  private final Map<String, Double> positions = new TreeMap<>();

  Holdings(Client client) {
    this.client = client;
  }

  /// Asks the exchange.
  void refresh() throws IOException, Refused, InterruptedException {
    coins.clear();
    client
        .get("wallet/balances")
        .forEach(each -> coins.put(each.path("coin").asString(), each.path("total").asDouble()));
    positions.clear();
    client
        .get("positions")
        .forEach(
            each -> positions.put(each.path("future").asString(), each.path("netSize").asDouble()));
  }

  /// Returns how many coins it has of what a market trades, or how many its position is long.
  double of(Market market) {
    return market.kind().isFuture()
        ? positions.getOrDefault(market.name(), 0.0)
        : coins.getOrDefault(market.coin(), 0.0);
  }
}
