package org.plimsoll.server.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.cluster.ClusterConnection;
import org.plimsoll.cluster.Learner;
import org.plimsoll.cluster.LearnerStanding;
import org.plimsoll.cluster.LogReplay;
import org.plimsoll.server.Server;
import org.plimsoll.server.ServerRefusal;
import org.plimsoll.server.ServerSettings;
import org.plimsoll.server.exchange.Exchange;
import org.plimsoll.server.exchange.ExchangeState;
import org.plimsoll.server.exchange.Home;
import org.plimsoll.server.keys.Issued;
import tools.jackson.databind.JsonNode;

/// A server in front of three nodes, of which the leader is killed under load: what it has
/// acknowledged is there, once, and everybody has the same state.
@Tag("cluster")
class ClusteredServerTest {
  private static final int CLIENTS = 4;
  private static final int ORDERS = 200;
  private static final long DEADLINE_NS = TimeUnit.SECONDS.toNanos(60);

  @TempDir private Path directory;
  private final AtomicReference<Throwable> wrong = new AtomicReference<>();
  private final List<StubbornClient> clients = new ArrayList<>();
  private volatile boolean isOver;

  @Test
  void whatItHasAcknowledgedIsThereOnceWhoeverIsKilled() throws Exception {
    try (Nodes nodes = new Nodes(directory)) {
      try (HttpClient http = HttpClient.newHttpClient();
          Server server = serve(nodes)) {
        List<Thread> trading = trade(server, http);
        await(nodes, () -> acknowledged() > ORDERS);
        int leader = status(http, server).path("cluster").path("leader").asInt();
        nodes.kill(leader);
        int before = acknowledged();
        await(nodes, () -> acknowledged() > before + ORDERS);
        assertThat(status(http, server).path("cluster").path("leader").asInt())
            .isNotEqualTo(leader);
        nodes.start(leader);
        int between = acknowledged();
        await(nodes, () -> acknowledged() > between + ORDERS);
        isOver = true;
        for (Thread thread : trading) {
          thread.join();
        }
        assertThat(wrong.get()).isNull();
      }
      forget();
      long position = goesOn(nodes).position();
      awaitLevel(nodes, position);
      nodes.killAll();
      hold(nodes, position);
    }
  }

  @Test
  void whileThereIsNoMajorityNothingIsTakenAndItIsSaid() throws Exception {
    try (Nodes nodes = new Nodes(directory);
        HttpClient http = HttpClient.newHttpClient();
        Server server = serve(nodes)) {
      Issued key = server.issueKey(Crowded.name(0)).orElseThrow();
      FtxClient client = new FtxClient(http, "127.0.0.1:" + server.port(), key.key(), key.secret());
      String order = new OrderStream(1, "BTC/USD").next("one");
      awaitTaken(client, "one", order);
      nodes.kill(0);
      nodes.kill(1);
      await(nodes, () -> server.exchange().state() == ExchangeState.OUT_OF_TOUCH);
      String later = new OrderStream(2, "BTC/USD").next("two");
      assertThat(client.call("POST", "/api/orders", later).status()).isEqualTo(503);
      assertThat(client.call("GET", "/api/orders/by_client_id/two", "").status()).isEqualTo(404);
      assertThat(status(http, server).path("cluster").path("node").isNull()).isTrue();
      assertThat(get(http, server, "/health").statusCode()).isEqualTo(503);
      nodes.start(0);
      await(nodes, () -> server.exchange().state() == ExchangeState.RUNNING);
      awaitTaken(client, "two", later);
    }
  }

  /// Sends an order, and asks for it by its name where no answer came in time: a server whose disk
  /// is busy knows only later what became of it.
  private static void awaitTaken(FtxClient client, String name, String order) throws Exception {
    long deadlineNs = System.nanoTime() + DEADLINE_NS;
    while (!client.call("POST", "/api/orders", order).isGood()
        && !client.call("GET", "/api/orders/by_client_id/" + name, "").isGood()) {
      assertThat(System.nanoTime()).as("order %s is not taken", name).isLessThan(deadlineNs);
      Thread.sleep(20);
    }
  }

  @Test
  void aDirectoryStaysWithWhoeverDecidedItsCommands() throws Exception {
    try (Nodes nodes = new Nodes(directory)) {
      new Server(settings(nodes)).close();
      assertThatThrownBy(() -> new Server(Crowded.settings(directory, CLIENTS)))
          .isInstanceOf(ServerRefusal.class)
          .hasMessageContaining("follows a cluster");
      Path other = directory.resolve("other");
      Files.createDirectories(other);
      new Server(Crowded.settings(other, CLIENTS)).close();
      Home.Cluster home = new Home.Cluster(nodes.settings().members(), 1);
      assertThatThrownBy(() -> new Server(Crowded.settings(other, CLIENTS).at(home)))
          .isInstanceOf(ServerRefusal.class)
          .hasMessageContaining("a venue of its own");
    }
  }

  private ServerSettings settings(Nodes nodes) throws Exception {
    return Crowded.settings(directory, CLIENTS)
        .at(new Home.Cluster(nodes.settings().members(), 1, Crowded.JOURNAL));
  }

  /// Opens a server, and again where that took longer than it waits for an answer, as whoever looks
  /// after it does.
  private Server serve(Nodes nodes) throws Exception {
    long deadlineNs = System.nanoTime() + DEADLINE_NS;
    while (true) {
      try {
        return new Server(settings(nodes));
      } catch (ServerRefusal late) {
        assertThat(System.nanoTime()).as(late.getMessage()).isLessThan(deadlineNs);
        nodes.startEnded();
      }
    }
  }

  private List<Thread> trade(Server server, HttpClient http) throws Exception {
    String host = "127.0.0.1:" + server.port();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      Issued key = server.issueKey(Crowded.name(i)).orElseThrow();
      StubbornClient client =
          new StubbornClient(new String[] {key.key(), key.secret()}, Crowded.name(i), i);
      clients.add(client);
      threads.add(
          Thread.ofVirtual()
              .start(() -> {
                try {
                  while (!isOver) {
                    client.tradeUntil(() -> isOver, http, host);
                    client.comeBack(http, host);
                  }
                } catch (Exception | Error e) {
                  wrong.set(e);
                }
              }));
    }
    return threads;
  }

  /// Leaves what a server leaves that is killed before it has kept how far it is.
  private void forget() throws Exception {
    Path state = directory.resolve("data").resolve("journal").resolve("cluster.state");
    Files.write(state, Learner.nothing());
  }

  /// Another run of the server goes on where the first was. Returns how far it came.
  private LearnerStanding goesOn(Nodes nodes) throws Exception {
    Exchange exchange;
    try (HttpClient http = HttpClient.newHttpClient();
        Server server = serve(nodes)) {
      exchange = server.exchange();
      for (StubbornClient client : clients) {
        client.comeBack(http, "127.0.0.1:" + server.port());
        assertThat(client.unanswered()).isEmpty();
      }
    }
    return exchange.cluster().orElseThrow();
  }

  private void awaitLevel(Nodes nodes, long position) throws Exception {
    try (ClusterConnection connection =
        new ClusterConnection(nodes.settings().members(), "127.0.0.1")) {
      await(
          nodes,
          () ->
              connection
                  .status(1, TimeUnit.SECONDS)
                  .filter(status ->
                      status.members().size() == Nodes.COUNT
                          && status.members().stream()
                              .allMatch(each -> each.position() >= position))
                  .isPresent());
    }
  }

  private void hold(Nodes nodes, long position) throws Exception {
    Path data = directory.resolve("data");
    Told told = Told.of(data);
    TreeMap<String, Long> byName = new TreeMap<>();
    told.orders().forEach((id, order) -> assertThat(byName.put(order.text(), id)).isNull());
    for (StubbornClient client : clients) {
      assertThat(byName).containsAllEntriesOf(client.acknowledged());
    }
    told.requireAgrees(data);
    for (int i = 0; i < Nodes.COUNT; i++) {
      LogReplay.Outcome outcome =
          LogReplay.of(nodes.settings(), nodes.settings().directory(i), position);
      assertThat(outcome.sequence()).isEqualTo(told.view().sequence());
      assertThat(outcome.venueHash()).isEqualTo(told.view().stateHash());
    }
  }

  private int acknowledged() {
    return clients.stream().mapToInt(client -> client.acknowledged().size()).sum();
  }

  private void await(Nodes nodes, BooleanSupplier condition) throws Exception {
    long deadlineNs = System.nanoTime() + DEADLINE_NS;
    while (!condition.getAsBoolean()) {
      nodes.startEnded();
      assertThat(wrong.get()).isNull();
      assertThat(System.nanoTime()).isLessThan(deadlineNs);
      Thread.sleep(20);
    }
  }

  private static HttpResponse<String> get(HttpClient http, Server server, String target)
      throws Exception {
    URI address = URI.create("http://127.0.0.1:" + server.port() + target);
    return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }

  private static JsonNode status(HttpClient http, Server server) throws Exception {
    return FtxClient.JSON.readTree(get(http, server, "/v1/status").body());
  }
}
