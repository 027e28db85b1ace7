package org.plimsoll.server.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.server.Server;
import org.plimsoll.server.keys.Issued;
import org.plimsoll.server.load.FtxClient.Response;
import org.plimsoll.server.store.Postgres;
import tools.jackson.databind.JsonNode;

/// A whole server whose query store is a PostgreSQL.
@Tag("database")
class ServerOnPostgresqlTest {
  private static final List<String> HISTORIES =
      List.of(
          "/api/orders/history",
          "/api/fills",
          "/api/wallet/deposits",
          "/api/orders",
          "/api/markets/BTC/USD/trades");

  private static final int MAKERS_ORDERS = 0;
  private static final int TAKERS_FILLS = 3;

  @TempDir private Path directory;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Postgres postgres = new Postgres();
  private Issued maker;
  private Issued taker;

  @AfterEach
  void close() throws Exception {
    http.shutdownNow();
    postgres.close();
  }

  @Test
  void historiesAreTheSameAfterARestartAndInAStoreThatIsMadeAgain() throws Exception {
    List<JsonNode> before;
    try (Server server = server("first")) {
      maker = server.issueKey(Crowded.name(0)).orElseThrow();
      taker = server.issueKey(Crowded.name(1)).orElseThrow();
      for (int i = 0; i < 20; i++) {
        done(call(server, maker, "POST", "/api/orders", order("sell", 60_000 + i, "0.02")));
      }
      for (int i = 0; i < 8; i++) {
        done(call(server, taker, "POST", "/api/orders", order("buy", 60_010, "0.03")));
      }
      done(call(server, maker, "DELETE", "/api/orders", ""));
      before = histories(server);
      assertThat(before.get(MAKERS_ORDERS)).hasSize(20);
      assertThat(before.get(TAKERS_FILLS)).hasSizeGreaterThan(8);
      assertThat(server.counts().failed()).isZero();
    }
    try (Server server = server("first")) {
      assertThat(histories(server)).isEqualTo(before);
      done(call(server, maker, "POST", "/api/orders", order("sell", 60_000, "0.05")));
      done(call(server, taker, "POST", "/api/orders", order("buy", 60_000, "0.05")));
      JsonNode fills = call(server, taker, "GET", "/api/fills", "").result();
      assertThat(fills.get(0).get("id").asLong())
          .isGreaterThan(before.get(TAKERS_FILLS).get(0).get("id").asLong());
      before = histories(server);
    }
    try (Server server = server("second")) {
      assertThat(histories(server)).isEqualTo(before);
    }
  }

  private Server server(String store) throws Exception {
    return new Server(Crowded.settings(directory, 2).storedAt(Optional.of(postgres.url(store))));
  }

  private List<JsonNode> histories(Server server) throws Exception {
    List<JsonNode> histories = new ArrayList<>();
    for (String target : HISTORIES) {
      for (Issued key : List.of(maker, taker)) {
        histories.add(done(call(server, key, "GET", target, "")).result());
      }
    }
    return histories;
  }

  private Response call(Server server, Issued key, String method, String target, String body)
      throws Exception {
    return new FtxClient(http, "127.0.0.1:" + server.port(), key.key(), key.secret())
        .call(method, target, body);
  }

  private static Response done(Response response) {
    assertThat(response.isGood()).as("%s", response).isTrue();
    return response;
  }

  private static String order(String side, long price, String size) {
    return "{\"market\":\"BTC/USD\",\"side\":\"%s\",\"price\":%d,\"size\":%s,\"type\":\"limit\"}"
        .formatted(side, price, size);
  }
}
