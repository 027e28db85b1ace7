package org.plimsoll.server.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.protocol.OrderEvent.TradeExecuted;
import org.plimsoll.server.Server;
import org.plimsoll.server.keys.Issued;
import org.plimsoll.server.load.FtxClient.Response;
import org.plimsoll.units.Side;
import org.plimsoll.venue.VenueView;
import tools.jackson.databind.JsonNode;

/// Many clients at once. Each keeps its own books from what it is told; afterwards they are held
/// against the store, the journal and the venue, to the last unit and lot.
class CrowdTest {
  private static final BigDecimal LOTS = BigDecimal.valueOf(10_000);
  private static final int FOLLOWERS = 3;

  @TempDir private Path directory;
  private final List<CrowdClient> clients = new ArrayList<>();

  @Test
  void aThousandOrdersOfTenClientsReconcile() throws Exception {
    reconcile(10, 100);
  }

  @Test
  @EnabledIfSystemProperty(named = "plimsoll.long", matches = "true")
  void tenThousandOrdersOfFiftyClientsReconcile() throws Exception {
    reconcile(50, 200);
  }

  private void reconcile(int count, int orders) throws Exception {
    Path data = directory.resolve("data");
    HttpClient http = HttpClient.newHttpClient();
    try (Server server = new Server(Crowded.settings(directory, count))) {
      open(server, http, count);
      await("a mark", () -> server.exchange().ask(view -> view.markE9(1)) > 0);
      trade(orders);
      await("every fill", () -> areFillsTold(server));
      await("every book", () -> areBooksEqual(server));
      holdAgainstRest();
      assertThat(server.counts().failed()).isZero();
    } finally {
      http.shutdownNow();
    }
    Told told = Told.of(data);
    assertThat(Told.of(data).view().stateHash()).isEqualTo(told.view().stateHash());
    holdAgainst(told, count * orders);
    told.requireAgrees(data);
  }

  private void open(Server server, HttpClient http, int count) throws Exception {
    String host = "127.0.0.1:" + server.port();
    for (int i = 0; i < count; i++) {
      Issued key = server.issueKey(Crowded.name(i)).orElseThrow();
      Map<String, BookTwin> books =
          i < FOLLOWERS ? Map.of("BTC/USD", new BookTwin(), "BTC-PERP", new BookTwin()) : Map.of();
      clients.add(
          new CrowdClient(
              new FtxClient(http, host, key.key(), key.secret()),
              1_000 + i,
              Crowded.name(i),
              i % 2 == 0 ? "BTC/USD" : "BTC-PERP",
              books));
    }
  }

  private void trade(int orders) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Void>> running = new ArrayList<>();
      for (CrowdClient client : clients) {
        running.add(
            CompletableFuture.runAsync(
                () -> {
                  try {
                    client.trade(orders);
                  } catch (Exception e) {
                    throw new IllegalStateException(e);
                  }
                },
                threads));
      }
      running.forEach(CompletableFuture::join);
    }
  }

  private boolean areFillsTold(Server server) {
    List<Long> held =
        server
            .exchange()
            .ask(view -> IntStream.range(0, clients.size()).mapToObj(i -> held(view, i)).toList());
    return IntStream.range(0, clients.size())
        .allMatch(i -> held(clients.get(i)).compareTo(BigDecimal.valueOf(held.get(i))) == 0);
  }

  /// What a client has of the coin beyond what it began with, in its smallest unit, or of the
  /// perpetual, in lots.
  private static long held(VenueView view, int client) {
    return client % 2 == 0 ? view.balance(client, 1) - Crowded.BTC : view.positionLots(client, 1);
  }

  private static BigDecimal held(CrowdClient client) {
    return client.market().equals("BTC/USD")
        ? client.bought().subtract(client.fees("BTC")).movePointRight(8)
        : client.bought().multiply(LOTS);
  }

  private boolean areBooksEqual(Server server) {
    for (int market = 0; market < 2; market++) {
      int number = market;
      String is = server.exchange().ask(view -> best(view, number));
      String name = market == 0 ? "BTC/USD" : "BTC-PERP";
      for (CrowdClient client : clients.subList(0, FOLLOWERS)) {
        BookTwin twin = client.book(name);
        assertThat(twin.wrong()).as("checksums of %s messages", twin.messages()).isZero();
        if (twin.messages() < 2 || !twin.best().equals(is)) {
          return false;
        }
      }
    }
    return true;
  }

  private static String best(VenueView view, int market) {
    SortedMap<Long, Long> bids = new TreeMap<>();
    SortedMap<Long, Long> asks = new TreeMap<>();
    view.forEachOrder(
        market,
        (_, _, side, ticks, lots) ->
            (side == Side.BUY ? bids : asks).merge(ticks, lots, Long::sum));
    return text(new TreeMap<>(bids).descendingMap()) + " | " + text(asks);
  }

  private static String text(Map<Long, Long> side) {
    StringJoiner text = new StringJoiner(" ");
    side.forEach(
        (ticks, lots) -> text.add(ticks + "x" + BigDecimal.valueOf(lots, 4).stripTrailingZeros()));
    return text.toString();
  }

  /// What the WebSocket told is what REST tells, order by order and fill by fill.
  private void holdAgainstRest() throws Exception {
    for (CrowdClient client : clients) {
      Response fills = client.call("GET", "/api/fills");
      for (JsonNode fill : fills.result()) {
        assertThat(client.fills().get(fill.path("id").asLong())).isEqualTo(fill);
      }
      Response open = client.call("GET", "/api/orders");
      List<Long> resting = new ArrayList<>();
      open.result().forEach(order -> resting.add(order.path("id").asLong()));
      List<Long> heard =
          client.orders().values().stream()
              .filter(order -> order.path("status").asString("").equals("open"))
              .map(order -> order.path("id").asLong())
              .toList();
      assertThat(heard).containsExactlyInAnyOrderElementsOf(resting);
    }
  }

  private void holdAgainst(Told told, int sent) {
    int acknowledged = 0;
    int refused = 0;
    for (int i = 0; i < clients.size(); i++) {
      CrowdClient client = clients.get(i);
      acknowledged += client.acknowledged().size();
      refused += client.refused();
      client
          .acknowledged()
          .forEach((id, order) -> {
            Told.Accepted accepted = told.orders().get(id);
            assertThat(accepted.text()).isEqualTo(order.path("clientId").asString(""));
            assertThat(BigDecimal.valueOf(accepted.quantityLots(), 4))
                .isEqualByComparingTo(CrowdClient.size(order));
          });
      holdBalances(told, i, client);
    }
    assertThat(told.orders()).hasSize(acknowledged);
    assertThat(acknowledged + refused).isEqualTo(sent);
    assertThat(acknowledged).isGreaterThan(sent / 2);
  }

  private static void holdBalances(Told told, int account, CrowdClient client) {
    long traded = 0;
    int fills = 0;
    for (TradeExecuted trade : told.trades()) {
      boolean isTaker = trade.takerAccount() == account;
      boolean isMaker = trade.makerAccount() == account;
      fills += (isTaker ? 1 : 0) + (isMaker ? 1 : 0);
      long sign = trade.takerSide() == Side.BUY ? 1 : -1;
      traded += (isTaker ? sign : 0) * trade.quantityLots();
      traded -= (isMaker ? sign : 0) * trade.quantityLots();
    }
    assertThat(client.fills()).hasSize(fills);
    assertThat(client.bought().multiply(LOTS)).isEqualByComparingTo(BigDecimal.valueOf(traded));
    assertThat(held(client)).isEqualByComparingTo(BigDecimal.valueOf(held(told.view(), account)));
    if (client.market().equals("BTC/USD")) {
      BigDecimal spent = client.spent().movePointRight(6);
      assertThat(BigDecimal.valueOf(Crowded.USD - told.view().balance(account, 0)))
          .isEqualByComparingTo(spent);
    }
  }

  private static void await(String what, BooleanSupplier holds) throws InterruptedException {
    long until = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(until);
      Thread.sleep(50);
    }
  }
}
