package org.plimsoll.crowd;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/// What everybody can see, the same for the whole crowd: markets, what things cost outside, and the
/// best prices. Any thread may read it.
///
/// Best prices come over a WebSocket as they change; what things cost is asked for. All prices are
/// dollars for a coin, and 0 where there is none.
final class Board {
  private static final Best NOTHING = new Best(0, 0);

  private final URI exchange;
  private final HttpClient http;
  private final List<Market> markets;
  private final Map<String, Double> fair = new ConcurrentHashMap<>();
  private final Map<String, Best> best = new ConcurrentHashMap<>();

  private record Best(double bid, double ask) {}

  /// Reads what is listed and what it costs.
  Board(URI exchange, HttpClient http) throws IOException, Refused, InterruptedException {
    this.exchange = exchange;
    this.http = http;
    markets = get("markets").valueStream().map(Market::of).toList();
    refresh();
  }

  List<Market> markets() {
    return markets;
  }

  /// Reads anew what things cost outside.
  void refresh() throws IOException, Refused, InterruptedException {
    for (JsonNode coin : get("coins")) {
      fair.put(coin.path("id").asString(), coin.path("indexPrice").asDouble(0));
    }
    for (JsonNode token : get("lt/tokens")) {
      fair.put(token.path("name").asString(), token.path("pricePerShare").asDouble(0));
    }
  }

  /// Takes the best prices of a market.
  void tell(String market, double bid, double ask) {
    best.put(market, new Best(bid, ask));
  }

  /// Returns what a market's coin costs outside, or what a share of a fund has in it.
  double fair(Market market) {
    return fair.getOrDefault(market.coin(), 0.0);
  }

  /// Returns the best price of those who are on a side.
  double best(Market market, Side side) {
    Best now = best.getOrDefault(market.name(), NOTHING);
    return side == Side.BUY ? now.bid : now.ask;
  }

  /// Returns the middle between the best prices; 0 unless there are both.
  double middle(Market market) {
    Best now = best.getOrDefault(market.name(), NOTHING);
    return now.bid > 0 && now.ask > 0 ? (now.bid + now.ask) / 2 : 0;
  }

  private JsonNode get(String path) throws IOException, Refused, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(exchange.resolve("/api/" + path))
            .timeout(Duration.ofSeconds(20))
            .build();
    return Client.result(http.send(request, BodyHandlers.ofString()));
  }
}
