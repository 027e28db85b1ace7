package org.plimsoll.server.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.plimsoll.server.load.FtxClient.Response;
import tools.jackson.databind.JsonNode;

/// One of a crowd: sends its orders over REST, hears of orders and fills over its WebSocket, and
/// believes nothing else.
final class CrowdClient {
  private final FtxClient client;
  private final OrderStream stream;
  private final String name;
  private final String market;
  private final SortedMap<Long, JsonNode> acknowledged = new TreeMap<>();
  private final Map<Long, JsonNode> fills = new ConcurrentSkipListMap<>();
  private final Map<Long, JsonNode> orders = new ConcurrentSkipListMap<>();
  private final Map<String, BookTwin> books;
  private final WebSocket socket;
  private final CountDownLatch subscribed;
  private int refused;

  /// Opens its WebSocket.
  ///
  /// @param books those that it follows, by market
  CrowdClient(
      FtxClient client, long seed, String name, String market, Map<String, BookTwin> books) {
    this.client = client;
    this.name = name;
    this.market = market;
    this.books = books;
    stream = new OrderStream(seed, market);
    subscribed = new CountDownLatch(2 + books.size());
    socket = client.socket(this::on);
    say(client.login());
    say("{\"op\":\"subscribe\",\"channel\":\"fills\"}");
    say("{\"op\":\"subscribe\",\"channel\":\"orders\"}");
    for (String each : books.keySet()) {
      say("{\"op\":\"subscribe\",\"channel\":\"orderbook\",\"market\":\"" + each + "\"}");
    }
  }

  /// Sends so many orders, and cancels some of them.
  void trade(int count) throws Exception {
    assertThat(subscribed.await(60, TimeUnit.SECONDS)).isTrue();
    List<Long> mine = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Response response = client.call("POST", "/api/orders", stream.next(name + "-" + i));
      if (response.isGood()) {
        JsonNode order = response.result();
        assertThat(order.path("clientId").asString("")).isEqualTo(name + "-" + i);
        assertThat(acknowledged.put(order.path("id").asLong(), order)).isNull();
        mine.add(order.path("id").asLong());
      } else {
        assertThat(response.status()).as(response.error()).isEqualTo(400);
        refused++;
      }
      if (stream.cancels() && !mine.isEmpty()) {
        long id = mine.remove(stream.pick(mine.size()));
        Response canceled = client.call("DELETE", "/api/orders/" + id, "");
        assertThat(canceled.isGood() || canceled.error().equals("Order already closed"))
            .as(canceled.error())
            .isTrue();
      }
    }
  }

  BookTwin book(String of) {
    return Objects.requireNonNull(books.get(of));
  }

  String market() {
    return market;
  }

  SortedMap<Long, JsonNode> acknowledged() {
    return acknowledged;
  }

  /// Returns the fills that it has heard of, by number.
  Map<Long, JsonNode> fills() {
    return fills;
  }

  /// Returns its orders as it last heard of them, by number.
  Map<Long, JsonNode> orders() {
    return orders;
  }

  int refused() {
    return refused;
  }

  Response call(String method, String target) throws Exception {
    return client.call(method, target, "");
  }

  /// Returns how much of the base its fills have traded: bought less sold.
  BigDecimal bought() {
    return sum(fill -> signed(fill, size(fill)));
  }

  /// Returns what its fills have cost in the unit of account, fees with them.
  BigDecimal spent() {
    return sum(fill -> signed(fill, fill.path("price").decimalValue().multiply(size(fill))))
        .add(fees("USD"));
  }

  /// Returns the fees that it has paid in a coin: a maker pays in what it receives.
  BigDecimal fees(String coin) {
    return sum(fill ->
        fill.path("feeCurrency").asString("").equals(coin)
            ? fill.path("fee").decimalValue()
            : BigDecimal.ZERO);
  }

  private BigDecimal sum(Function<JsonNode, BigDecimal> of) {
    return fills.values().stream().map(of).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  static BigDecimal size(JsonNode json) {
    return json.path("size").decimalValue();
  }

  private static BigDecimal signed(JsonNode fill, BigDecimal amount) {
    return fill.path("side").asString("").equals("buy") ? amount : amount.negate();
  }

  private void on(JsonNode frame) {
    JsonNode data = frame.path("data");
    if (frame.path("type").asString("").equals("subscribed")) {
      subscribed.countDown();
    }
    switch (frame.path("channel").asString("")) {
      case "fills" -> take(fills, data);
      case "orders" -> take(orders, data);
      case "orderbook" -> {
        BookTwin twin = books.get(frame.path("market").asString(""));
        if (twin != null && data.has("checksum")) {
          twin.on(frame);
        }
      }
      default -> {}
    }
  }

  private static void take(Map<Long, JsonNode> all, JsonNode data) {
    if (data.has("id")) {
      all.put(data.path("id").asLong(), data);
    }
  }

  private void say(String message) {
    socket.sendText(message, true).join();
  }
}
