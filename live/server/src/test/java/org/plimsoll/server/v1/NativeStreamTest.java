package org.plimsoll.server.v1;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.protocol.CashCommand.WithdrawAsset;
import org.plimsoll.protocol.OrderCommand.PlaceLimitOrder;
import org.plimsoll.server.keys.Rates;
import org.plimsoll.units.Side;
import org.plimsoll.venue.VenueView;
import tools.jackson.databind.JsonNode;

/// The native dialect over real WebSockets, on a sandbox whose prices stand.
class NativeStreamTest {
  @TempDir private Path directory;
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<StreamClient> lines = new ArrayList<>();
  private Sandbox sandbox;
  private StreamClient trader;

  @BeforeEach
  void start() throws Exception {
    sandbox = new Sandbox(directory, false, Rates.OFF);
    trader = line();
    trader.must("login", sandbox.login("trader"));
  }

  @AfterEach
  void stop() {
    lines.forEach(StreamClient::close);
    http.shutdownNow();
    sandbox.close();
  }

  private StreamClient line() {
    URI address = URI.create("ws://127.0.0.1:" + sandbox.server().port() + "/v1/stream");
    StreamClient line = new StreamClient(http, address);
    lines.add(line);
    return line;
  }

  @Test
  void anOrderIsAnsweredWithItsPlaceInTheJournalAndItsOwnerHearsTheRest() throws Exception {
    trader.must("subscribe", "'channel': 'orders'");
    trader.must("subscribe", "'channel': 'fills'");
    long before = sequence();
    JsonNode placed = trader.must("place", buy("59000", "0.5", "'client_id': 'mine'"));
    assertThat(placed.get("sequence").asLong()).isBetween(before + 1, sequence());
    JsonNode told = trader.next("orders");
    assertThat(told.get("sequence")).isEqualTo(placed.get("sequence"));
    assertThat(told.get("data").get("order")).isEqualTo(placed.get("order"));
    assertThat(told.get("data").get("client_id").asString()).isEqualTo("mine");
    assertThat(told.get("data").get("price").asString()).isEqualTo("59000");
    assertThat(told.get("data").get("status").asString()).isEqualTo("open");
    sell("BTC/USD", 59_000, 2_000);
    JsonNode filled = trader.next("orders").get("data");
    assertThat(filled.get("filled").asString()).isEqualTo("0.2");
    JsonNode fill = trader.next("fills").get("data");
    assertThat(fill.get("order")).isEqualTo(placed.get("order"));
    assertThat(fill.get("size").asString()).isEqualTo("0.2");
    assertThat(fill.get("maker").asBoolean()).isTrue();
  }

  @Test
  void anOrderIsAmendedUnderANewNumberAndCanceledByItsName() throws Exception {
    trader.must("subscribe", "'channel': 'orders'");
    long first = trader.must("place", buy("59000", "0.5", "")).get("order").asLong();
    long second =
        trader
            .must("amend", "'order': %d, 'price': '59001', 'client_id': 'later'".formatted(first))
            .get("order")
            .asLong();
    assertThat(second).isNotEqualTo(first);
    JsonNode canceled = trader.must("cancel", "'client_id': 'later'");
    assertThat(canceled.get("order").asLong()).isEqualTo(second);
    JsonNode last = trader.next("orders");
    while (last.get("sequence").asLong() < canceled.get("sequence").asLong()) {
      last = trader.next("orders");
    }
    assertThat(last.get("data").get("status").asString()).isEqualTo("canceled");
    assertThat(last.get("data").get("canceled_by").asString()).isNotEmpty();
    JsonNode gone = trader.ask("cancel", "'order': " + second);
    assertThat(gone.get("status").asInt()).isEqualTo(404);
  }

  @Test
  void whatTheVenueRefusesIsAnsweredWithTheReasonAndItsPlaceInTheJournal() throws Exception {
    long before = sequence();
    JsonNode refused = trader.ask("place", buy("59000", "1000", ""));
    assertThat(refused.get("type").asString()).isEqualTo("refused");
    assertThat(refused.get("reason").asString()).isEqualTo("INSUFFICIENT_FREE_COLLATERAL");
    assertThat(refused.get("required").asLong()).isGreaterThan(refused.get("available").asLong());
    assertThat(refused.get("sequence").asLong()).isBetween(before + 1, sequence());
    JsonNode rest = call("/v1/orders", "{" + buy("59000", "1000", "") + "}").json();
    assertThat(rest.get("reason")).isEqualTo(refused.get("reason"));
  }

  @Test
  void ordersComeOverRestTooAndTheLineHearsOfThem() throws Exception {
    trader.must("subscribe", "'channel': 'orders'");
    JsonNode placed = call("/v1/orders", "{" + buy("59000", "0.5", "") + "}").json();
    long order = placed.get("order").asLong();
    assertThat(trader.next("orders").get("data").get("order").asLong()).isEqualTo(order);
    String other = "{'order': %d, 'size': '0.4'}".formatted(order);
    long amended = call("/v1/orders/amend", other).json().get("order").asLong();
    String last = "{'order': %d}".formatted(amended);
    assertThat(call("/v1/orders/cancel", last).status()).isEqualTo(200);
    assertThat(call("/v1/orders/cancel", last).status()).isEqualTo(404);
  }

  @Test
  void aBookThatIsFollowedIsTheVenuesAtEachOfItsCommands() throws Exception {
    Random random = new Random(3);
    for (int i = 0; i < 10; i++) {
      buyAt("BTC/USD", 59_000 - random.nextInt(100), 100);
      sell("BTC/USD", 61_000 + random.nextInt(100), 100);
    }
    StreamClient anybody = line();
    anybody.must("subscribe", "'channel': 'book', 'market': 'BTC/USD'");
    NavigableMap<BigDecimal, BigDecimal> bids = new TreeMap<>(Comparator.reverseOrder());
    NavigableMap<BigDecimal, BigDecimal> asks = new TreeMap<>();
    JsonNode message = anybody.next("book");
    assertThat(message.get("type").asString()).isEqualTo("snapshot");
    take(message, bids, asks);
    for (int i = 0; i < 40; i++) {
      long order = trader.must("place", buy("" + (58_900 + i), "0.1", "")).get("order").asLong();
      if (i % 2 == 0) {
        trader.must("cancel", "'order': " + order);
      }
    }
    long sequence = sequence();
    while (message.get("sequence").asLong() < sequence) {
      message = anybody.next("book");
      assertThat(message.get("type").asString()).isEqualTo("update");
      take(message, bids, asks);
    }
    String is = sandbox.server().exchange().ask(view -> best(view, 0));
    assertThat(bids + " " + asks).isEqualTo(is);
  }

  @Test
  void aTradeIsToldToEverybody() throws Exception {
    StreamClient anybody = line();
    anybody.must("subscribe", "'channel': 'trades', 'market': 'BTC/USD'");
    sell("BTC/USD", 60_000, 5_000);
    JsonNode placed = trader.must("place", "'market': 'BTC/USD', 'side': 'buy', 'size': '0.25'");
    JsonNode told = anybody.next("trades");
    assertThat(told.get("sequence")).isEqualTo(placed.get("sequence"));
    JsonNode trade = told.get("data").get(0);
    assertThat(trade.get("price").asString()).isEqualTo("60000");
    assertThat(trade.get("size").asString()).isEqualTo("0.25");
    assertThat(trade.get("side").asString()).isEqualTo("buy");
  }

  @Test
  void anOwnerHearsWhereTheAccountStandsAndNobodyElseDoes() throws Exception {
    assertThat(line().ask("subscribe", "'channel': 'margin'").get("status").asInt()).isEqualTo(401);
    trader.must("subscribe", "'channel': 'margin'");
    JsonNode first = trader.next("margin").get("data");
    assertThat(first.get("stage").asString()).isEqualTo("healthy");
    sell("BTC-PERP", 60_000, 800_000);
    trader.must("place", "'market': 'BTC-PERP', 'side': 'buy', 'size': '80'");
    JsonNode after = trader.next("margin").get("data");
    assertThat(after.get("notional").asString()).isEqualTo("4800000");
  }

  @Test
  void solvencyAndAlarmsAreToldAsRestTellsThem() throws Exception {
    StreamClient anybody = line();
    anybody.must("subscribe", "'channel': 'solvency'");
    anybody.must("subscribe", "'channel': 'alarms'");
    assertThat(anybody.next("alarms").get("type").asString()).isEqualTo("snapshot");
    sandbox.take(new WithdrawAsset(Sandbox.TRADER, 0, 1_500_000_000_000L, 0));
    sandbox.advance();
    long sequence = sequence();
    JsonNode told = anybody.next("solvency");
    while (told.get("sequence").asLong() < sequence) {
      told = anybody.next("solvency");
    }
    JsonNode rest = sandbox.get("-", "/v1/solvency");
    assertThat(told.get("data").get("held")).isEqualTo(rest.get("held"));
  }

  @Test
  void whatCannotBeReadOrDoneIsRefusedUnderItsNameAndTheLineStays() throws Exception {
    trader.say("{");
    assertThat(trader.next("null").get("error").asString()).isEqualTo("the body is no JSON");
    assertThat(trader.ask("fly", "").get("status").asInt()).isEqualTo(400);
    assertThat(trader.ask("ping", "'more': 1").get("error").asString()).contains("'more'");
    assertThat(trader.ask("subscribe", "'channel': 'rumors'").get("error").asString())
        .contains("margin");
    String market = "'channel': 'book', 'market': 'X/USD'";
    assertThat(trader.ask("subscribe", market).get("status").asInt()).isEqualTo(404);
    assertThat(trader.ask("place", buy("59000.5", "1", "")).get("error").asString())
        .contains("multiple of 1");
    assertThat(trader.ask("cancel", "").get("error").asString()).contains("either");
    assertThat(trader.ask("login", sandbox.login("trader")).get("error").asString())
        .contains("already");
    assertThat(line().ask("login", "'key': 'a', 'time': 1, 'sign': 'b'").get("status").asInt())
        .isEqualTo(401);
    assertThat(line().ask("place", buy("59000", "1", "")).get("status").asInt()).isEqualTo(401);
    trader.must("ping", "");
    trader.must("subscribe", "'channel': 'solvency'");
    assertThat(trader.ask("subscribe", "'channel': 'solvency'").get("status").asInt())
        .isEqualTo(400);
    trader.must("unsubscribe", "'channel': 'solvency'");
    assertThat(sandbox.server().counts().refused()).isGreaterThan(10);
    assertThat(sandbox.server().counts().failed()).isZero();
  }

  @Test
  void aKeyThatIsRevokedTakesItsLinesWithItAndNoOthers() throws Exception {
    StreamClient maker = line();
    maker.must("login", sandbox.login("maker-1"));
    trader.must("subscribe", "'channel': 'orders'");
    sandbox.server().revokeKey(sandbox.keyId("trader"));
    assertThat(trader.ended()).isEqualTo(1008);
    assertThat(maker.must("ping", "").get("type").asString()).isEqualTo("accepted");
  }

  @Test
  void requestsOfAKeyAreCounted() throws Exception {
    limit(new Rates(6, 0, 0, 0));
    JsonNode answer = trader.ask("cancel", "'order': 1");
    while (answer.get("status").asInt() == 404) {
      answer = trader.ask("cancel", "'order': 1");
    }
    assertThat(answer.get("error").asString())
        .isEqualTo("Cannot send more than 6 requests per minute");
  }

  @Test
  void ordersAreCounted() throws Exception {
    limit(new Rates(0, 0, 1, 0));
    for (int i = 0; i < 50; i++) {
      trader.say("{'op': 'place', 'id': 'many', " + buy("59000", "0.1", "") + "}");
    }
    JsonNode answer = trader.next("many");
    while (answer.get("type").asString().equals("accepted")) {
      answer = trader.next("many");
    }
    assertThat(answer.get("error").asString())
        .isEqualTo("Do not send more than 1 orders on this market per 200ms");
  }

  @Test
  void whoeverSendsTooManyMessagesIsToldAndHungUpOn() throws Exception {
    limit(new Rates(0, 20, 0, 0));
    for (int i = 0; i < 25; i++) {
      trader.say("{'op': 'ping', 'id': 'many'}");
    }
    assertThat(trader.ended()).isEqualTo(1008);
  }

  /// Begins again with limits.
  private void limit(Rates rates) throws Exception {
    sandbox.close();
    sandbox = new Sandbox(directory.resolve("limited"), false, rates);
    trader = line();
    trader.must("login", sandbox.login("trader"));
  }

  private long sequence() {
    return sandbox.server().exchange().ask(VenueView::sequence);
  }

  private static String buy(String price, String size, String more) {
    return "'market': 'BTC/USD', 'side': 'buy', 'price': '%s', 'size': '%s'%s"
        .formatted(price, size, more.isEmpty() ? "" : ", " + more);
  }

  private Sandbox.Answered call(String target, String body) throws Exception {
    return sandbox.call("trader", "POST", target, body.replace('\'', '"'));
  }

  private void buyAt(String market, long ticks, long lots) {
    sandbox.take(new PlaceLimitOrder(Sandbox.MAKER, market(market), Side.BUY, ticks, lots));
  }

  private void sell(String market, long ticks, long lots) {
    sandbox.take(new PlaceLimitOrder(Sandbox.MAKER, market(market), Side.SELL, ticks, lots));
  }

  private int market(String name) {
    return sandbox.server().exchange().ask(view -> Named.market(view, name).market());
  }

  private static void take(
      JsonNode message,
      NavigableMap<BigDecimal, BigDecimal> bids,
      NavigableMap<BigDecimal, BigDecimal> asks) {
    take(message.get("data").get("bids"), bids);
    take(message.get("data").get("asks"), asks);
  }

  private static void take(JsonNode levels, NavigableMap<BigDecimal, BigDecimal> side) {
    for (JsonNode level : levels) {
      BigDecimal price = new BigDecimal(level.get(0).asString());
      BigDecimal size = new BigDecimal(level.get(1).asString());
      if (size.signum() == 0) {
        assertThat(side.remove(price)).isNotNull();
      } else {
        side.put(price, size);
      }
    }
  }

  private static String best(VenueView view, int market) {
    NavigableMap<BigDecimal, BigDecimal> bids = new TreeMap<>(Comparator.reverseOrder());
    NavigableMap<BigDecimal, BigDecimal> asks = new TreeMap<>();
    view.forEachOrder(
        market,
        (_, _, side, ticks, lots) ->
            (side == Side.BUY ? bids : asks)
                .merge(
                    BigDecimal.valueOf(ticks),
                    new BigDecimal(Decimals.of(lots, 4)),
                    BigDecimal::add));
    return bids + " " + asks;
  }
}
