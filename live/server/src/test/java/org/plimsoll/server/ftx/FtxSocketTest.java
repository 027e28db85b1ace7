package org.plimsoll.server.ftx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.server.http.Line;
import org.plimsoll.server.http.LineDialect;
import tools.jackson.databind.JsonNode;

class FtxSocketTest {
  @TempDir private Path directory;
  private LiveVenue venue;
  private final Heard heard = new Heard();
  private LineDialect.Hearer session;

  @BeforeEach
  void open() throws Exception {
    venue = LiveVenue.small(directory);
    SmallVenue.open(venue);
    session = venue.socket().open(heard);
  }

  @AfterEach
  void close() throws Exception {
    session.onClosed();
    venue.close();
  }

  @Test
  void aPingIsAnswered() throws Exception {
    session.on("{\"op\":\"ping\"}");
    assertThat(heard.next().toString()).isEqualTo("{\"type\":\"pong\"}");
  }

  @Test
  void whatCannotBeReadOrDoneIsRefusedAndTheLineStays() throws Exception {
    say("{\"op\":", "Invalid parameter body");
    say("[]", "Invalid op");
    say("{\"op\":\"fly\"}", "Invalid op");
    say("{\"op\":\"subscribe\",\"channel\":\"rumors\"}", "Invalid channel");
    say(
        "{\"op\":\"subscribe\",\"channel\":\"ticker\",\"market\":\"X/USD\"}",
        "No such market: X/USD");
    say("{\"op\":\"subscribe\",\"channel\":\"fills\"}", "Not logged in");
    say("{\"op\":\"unsubscribe\",\"channel\":\"ticker\",\"market\":\"BTC/USD\"}", "Not subscribed");
    say(
        "{\"op\":\"login\",\"args\":{\"key\":\"a\",\"time\":1,\"sign\":\"b\"}}",
        "Invalid login credentials");
    say(
        "{\"op\":\"subscribe\",\"channel\":\"orderbookGrouped\",\"market\":\"BTC/USD\",\"grouping\":0.1}",
        "Invalid parameter grouping");
    session.on("{\"op\":\"ping\"}");
    assertThat(heard.next().path("type").asString()).isEqualTo("pong");
  }

  @Test
  void aTickerBeginsWithAnUpdateAndSaysWhatChanges() throws Exception {
    order("alice", "buy", 19_000, "0.5");
    subscribe("ticker", "BTC/USD");
    assertThat(heard.next().path("type").asString()).isEqualTo("subscribed");
    JsonNode first = heard.next();
    assertThat(first.path("type").asString()).isEqualTo("update");
    assertThat(first.path("data").path("bid").decimalValue()).isEqualByComparingTo("19000");
    assertThat(first.path("data").path("ask").isNull()).isTrue();
    order("bob", "sell", 21_000, "0.25");
    JsonNode second = heard.next();
    assertThat(second.path("data").path("askSize").decimalValue()).isEqualByComparingTo("0.25");
  }

  @Test
  void aTradeIsToldWithTheNumberThatRestGivesIt() throws Exception {
    subscribe("trades", "BTC/USD");
    heard.next();
    order("alice", "buy", 20_000, "0.5");
    order("bob", "sell", 20_000, "0.2");
    JsonNode trade = heard.next().path("data").path(0);
    assertThat(trade.path("side").asString()).isEqualTo("sell");
    assertThat(trade.path("size").decimalValue()).isEqualByComparingTo("0.2");
    JsonNode rest = rest("-", "GET", "/api/markets/BTC/USD/trades").path("result").path(0);
    assertThat(trade).isEqualTo(rest);
  }

  @Test
  void aKeyThatIsRevokedTakesItsLinesWithItAndNoOthers() throws Exception {
    Heard others = new Heard();
    LineDialect.Hearer bob = venue.socket().open(others);
    bob.on(venue.login("bob"));
    session.on(venue.login("alice"));
    venue.revoke("alice");
    assertThat(heard.next().path("closed").asInt()).isEqualTo(1008);
    assertThat(others.messages).isEmpty();
    bob.onClosed();
    venue.revoke("bob");
    assertThat(others.messages).as("its line was closed already").isEmpty();
  }

  @Test
  void anOwnerHearsOfOrdersAndFillsWhatRestSays() throws Exception {
    session.on(venue.login("alice"));
    session.on("{\"op\":\"subscribe\",\"channel\":\"orders\"}");
    session.on("{\"op\":\"subscribe\",\"channel\":\"fills\"}");
    heard.next();
    heard.next();
    order("alice", "buy", 20_000, "0.5");
    JsonNode placed = heard.next();
    assertThat(placed.path("channel").asString()).isEqualTo("orders");
    assertThat(placed.path("data").path("status").asString()).isEqualTo("open");
    order("bob", "sell", 20_000, "0.5");
    JsonNode closed = heard.next().path("data");
    assertThat(closed.path("status").asString()).isEqualTo("closed");
    assertThat(closed.path("filledSize").decimalValue()).isEqualByComparingTo("0.5");
    JsonNode fill = heard.next();
    assertThat(fill.path("channel").asString()).isEqualTo("fills");
    assertThat(fill.path("data"))
        .isEqualTo(rest("alice", "GET", "/api/fills").path("result").path(0));
  }

  @Test
  void anotherOwnersOrdersAreNotHeard() throws Exception {
    session.on(venue.login("bob"));
    session.on("{\"op\":\"subscribe\",\"channel\":\"orders\"}");
    heard.next();
    order("alice", "buy", 20_000, "0.5");
    order("bob", "buy", 19_000, "0.1");
    assertThat(heard.next().path("data").path("price").decimalValue())
        .isEqualByComparingTo("19000");
  }

  /// The client's book is built from the messages alone, and each message's checksum is worked out
  /// from it anew.
  @Test
  void aBookThatIsFollowedStaysTheVenues() throws Exception {
    Random random = new Random(5);
    for (int i = 0; i < 20; i++) {
      order("alice", "buy", 19_000 - random.nextInt(300), "0.01");
    }
    subscribe("orderbook", "BTC/USD");
    heard.next();
    Client client = new Client();
    client.take(heard.next());
    assertThat(client.last).isEqualTo("partial");
    for (int i = 0; i < 400 || client.messages <= 10; i++) {
      boolean isBuy = random.nextBoolean();
      int price = isBuy ? 19_100 - random.nextInt(400) : 19_050 + random.nextInt(400);
      order(
          isBuy ? "alice" : "bob", isBuy ? "buy" : "sell", price, "0.0" + (1 + random.nextInt(9)));
      if (i % 10 == 9) {
        rest(i % 20 == 9 ? "alice" : "bob", "DELETE", "/api/orders");
      }
      client.takeAll(heard);
    }
    JsonNode book = rest("-", "GET", "/api/markets/BTC/USD/orderbook?depth=100").path("result");
    Client anew = new Client();
    anew.replace(book);
    while (!client.bids.equals(anew.bids) || !client.asks.equals(anew.asks)) {
      client.take(heard.next());
    }
  }

  private void say(String message, String refusal) throws Exception {
    session.on(message);
    JsonNode answer = heard.next();
    assertThat(answer.path("type").asString()).as(message).isEqualTo("error");
    assertThat(answer.path("msg").asString()).as(message).isEqualTo(refusal);
  }

  private void subscribe(String channel, String market) {
    session.on(
        "{\"op\":\"subscribe\",\"channel\":\"%s\",\"market\":\"%s\"}".formatted(channel, market));
  }

  private void order(String who, String side, int price, String size) {
    String body =
        "{\"market\":\"BTC/USD\",\"side\":\"%s\",\"price\":%d,\"type\":\"limit\",\"size\":%s}"
            .formatted(side, price, size);
    var reply = venue.call(who, "POST", "/api/orders", body);
    assertThat(reply.status()).as(new String(reply.body(), UTF_8)).isEqualTo(200);
  }

  private JsonNode rest(String who, String method, String target) {
    return Json.read(venue.call(who, method, target, "").body());
  }

  /// What comes over the line.
  private static final class Heard implements Line {
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();

    JsonNode next() throws InterruptedException {
      String message = messages.poll(60, TimeUnit.SECONDS);
      assertThat(message).as("a message").isNotNull();
      return Json.read(message.getBytes(UTF_8));
    }

    @Override
    public void send(String message) {
      messages.add(message);
    }

    @Override
    public void close(int code, String reason) {
      messages.add("{\"closed\":" + code + "}");
    }

    @Override
    public String address() {
      return "127.0.0.1";
    }
  }

  /// A client that follows a book.
  private static final class Client {
    private final NavigableMap<BigDecimal, BigDecimal> bids =
        new TreeMap<>(Comparator.reverseOrder());
    private final NavigableMap<BigDecimal, BigDecimal> asks = new TreeMap<>();
    private String last = "";
    private int messages;

    void takeAll(Heard heard) throws InterruptedException {
      while (!heard.messages.isEmpty()) {
        take(heard.next());
      }
    }

    void take(JsonNode frame) {
      last = frame.path("type").asString();
      messages++;
      replace(frame.path("data"));
      assertThat(frame.path("data").path("checksum").asLong()).isEqualTo(checksum());
    }

    void replace(JsonNode data) {
      change(bids, data.path("bids"));
      change(asks, data.path("asks"));
    }

    private static void change(NavigableMap<BigDecimal, BigDecimal> side, JsonNode levels) {
      for (JsonNode level : levels) {
        BigDecimal price = level.path(0).decimalValue().stripTrailingZeros();
        BigDecimal size = level.path(1).decimalValue().stripTrailingZeros();
        if (size.signum() == 0) {
          side.remove(price);
        } else {
          side.put(price, size);
        }
      }
    }

    private long checksum() {
      var bid = bids.entrySet().iterator();
      var ask = asks.entrySet().iterator();
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 100; i++) {
        for (var side : List.of(bid, ask)) {
          if (side.hasNext()) {
            var level = side.next();
            text.append(text.isEmpty() ? "" : ":").append(PythonFloat.text(level.getKey()));
            text.append(":").append(PythonFloat.text(level.getValue()));
          }
        }
      }
      CRC32 crc = new CRC32();
      crc.update(text.toString().getBytes(UTF_8));
      return crc.getValue();
    }
  }
}
