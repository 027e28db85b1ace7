package org.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A sandbox that is played with until nobody wants to go on with it.
@Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class ServeResetTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String GIFT = "{\"account\":\"%s\",\"asset\":\"BTC\",\"amount\":\"10\"}";

  @TempDir private Path directory;

  @Test
  void aSandboxBeginsAgainWithItsKeysAndItsPorts() throws Exception {
    Path data = directory.resolve("venue");
    try (Serving serving = new Serving(data, "--admin-port", "0");
        HttpClient http = HttpClient.newHttpClient()) {
      Serving.Key key = serving.key();
      Serving.Key stranger = open(serving, "newcomer");
      admin(serving, "faucet", GIFT.formatted("trader"), 200);
      assertThat(coins(serving, key)).isEqualTo("20");
      CompletableFuture<Void> cut = new CompletableFuture<>();
      WebSocket _ = http.newWebSocketBuilder().buildAsync(socket(serving), new Cut(cut)).join();
      long before = sequence(serving);

      admin(serving, "reset", "", 200);
      cut.get(60, TimeUnit.SECONDS);
      awaitFresh(serving, before);

      assertThat(coins(serving, key)).isEqualTo("10");
      admin(serving, "faucet", GIFT.formatted("trader"), 200);
      assertThat(serving.call(stranger, "GET", serving.url(), "/v1/account", "").status())
          .as("the number of the account that it was made for is free again")
          .isEqualTo(401);
      Serving.Key next = open(serving, "latecomer");
      assertThat(serving.call(next, "GET", serving.url(), "/v1/account", "").status())
          .isEqualTo(200);
      assertThat(serving.get(serving.url() + "/health").status()).isEqualTo(200);
      assertThat(serving.terminate()).isEqualTo(ExitCode.SOUND.number());
      assertThat(serving.told("It begins again; what was is in "))
          .isEqualTo(data.resolve("past/1").toString());
      assertThat(replay(data.resolve("past/1/journal"))).isZero();
      assertThat(replay(data.resolve("journal"))).isZero();
      assertThat(data.resolve("past/1/store.db")).exists();
    }
  }

  @Test
  void agentsComeToTheFreshVenueToo() throws Exception {
    Path data = directory.resolve("venue");
    try (Serving serving = new Serving(data, "--admin-port", "0", "--populate")) {
      awaitQuotes(serving);
      long before = sequence(serving);
      admin(serving, "reset", "", 200);
      awaitFresh(serving, before);
      awaitQuotes(serving);
      assertThat(serving.terminate()).isEqualTo(ExitCode.SOUND.number());
    }
  }

  @Test
  void whatIsNoSandboxGoesOn() throws Exception {
    Path file = directory.resolve("earnest.yaml");
    Files.writeString(
        file, Files.readString(Path.of("venues/sandbox.yaml")).replace("sandbox: true\n", ""));
    Path data = directory.resolve("venue");
    try (Serving serving = new Serving(data, "--admin-port", "0", "--venue", file.toString())) {
      assertThat(admin(serving, "reset", "", 409)).contains("no sandbox");
      assertThat(serving.get(serving.url() + "/health").status()).isEqualTo(200);
      assertThat(serving.terminate()).isEqualTo(ExitCode.SOUND.number());
      assertThat(data.resolve("past")).doesNotExist();
    }
  }

  private static Serving.Key open(Serving serving, String name) throws Exception {
    JsonNode made = JSON.readTree(admin(serving, "accounts", "{\"name\":\"" + name + "\"}", 200));
    return new Serving.Key(made.path("key").asString(), made.path("secret").asString());
  }

  private static String admin(Serving serving, String call, String body, int status)
      throws Exception {
    Serving.Answered answered =
        serving.call(serving.operator(1), "POST", serving.adminUrl(), "/admin/" + call, body);
    assertThat(answered.status()).as("%s", answered).isEqualTo(status);
    return answered.body();
  }

  private static String coins(Serving serving, Serving.Key key) throws Exception {
    Serving.Answered answered = serving.call(key, "GET", serving.url(), "/v1/account", "");
    assertThat(answered.status()).as("%s", answered).isEqualTo(200);
    return JSON.readTree(answered.body())
        .path("balances")
        .valueStream()
        .filter(row -> row.path("asset").asString().equals("BTC"))
        .map(row -> row.path("balance").asString())
        .findFirst()
        .orElseThrow();
  }

  private static long sequence(Serving serving) throws Exception {
    return sequence(serving.get(serving.url() + "/v1/status"));
  }

  private static long sequence(Serving.Answered status) {
    return JSON.readTree(status.body()).path("sequence").asLong();
  }

  /// Waits for a venue whose history is shorter, since the one before is still there or none is.
  private static void awaitFresh(Serving serving, long before) throws Exception {
    boolean isFresh = false;
    while (!isFresh) {
      try {
        Serving.Answered status = serving.get(serving.url() + "/v1/status");
        isFresh = status.status() == 200 && sequence(status) < before;
      } catch (IOException notThere) {
        isFresh = false;
      }
      Thread.sleep(10);
    }
  }

  private static void awaitQuotes(Serving serving) throws Exception {
    boolean isQuoted = false;
    while (!isQuoted) {
      String markets = serving.get(serving.url() + "/api/markets").body();
      isQuoted =
          JSON.readTree(markets)
              .path("result")
              .valueStream()
              .anyMatch(each -> each.path("bid").isNumber() && each.path("ask").isNumber());
      Thread.sleep(100);
    }
  }

  private static int replay(Path journal) {
    return Plimsoll.run(
        new String[] {"replay", journal.toString()},
        new PrintWriter(new StringWriter()),
        new PrintWriter(new StringWriter()));
  }

  private static URI socket(Serving serving) {
    return URI.create(serving.url().replace("http:", "ws:") + "/ws");
  }

  /// Is done when its line ends, in whatever way.
  private record Cut(CompletableFuture<Void> cut) implements WebSocket.Listener {
    @Override
    public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
      cut.complete(null);
      return cut;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      cut.complete(null);
    }
  }
}
