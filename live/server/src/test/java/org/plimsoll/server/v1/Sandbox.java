package org.plimsoll.server.v1;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.plimsoll.protocol.Command;
import org.plimsoll.server.Server;
import org.plimsoll.server.ServerSettings;
import org.plimsoll.server.ServerSettings.Operation;
import org.plimsoll.server.exchange.Answer;
import org.plimsoll.server.exchange.Pace;
import org.plimsoll.server.keys.Issued;
import org.plimsoll.server.keys.Rates;
import org.plimsoll.venue.VenueView;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A server that runs, as a client meets it, and a clock that the test moves.
final class Sandbox implements AutoCloseable {
  static final int TRADER = 0;
  static final int MAKER = 3;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Pace.Hands hands = new Pace.Hands();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<String, Issued> keys = new TreeMap<>();
  private final Server server;
  private long stampMs = System.currentTimeMillis();

  Sandbox(Path directory) throws Exception {
    this(directory, false);
  }

  Sandbox(Path directory, boolean enforces) throws Exception {
    this(directory, enforces, Rates.BASE_TIER);
  }

  Sandbox(Path directory, boolean enforces, Rates rates) throws Exception {
    server =
        new Server(
            ServerSettings.sandbox(directory)
                .onPort(0)
                .at(new Pace.Manual(hands))
                .with(rates)
                .with(new Operation(OptionalInt.of(0), Optional.empty(), enforces)));
    for (Issued key : server.adminKeys()) {
      keys.put("admin-" + key.id(), key);
    }
    for (String account : new String[] {"trader", "maker-1"}) {
      keys.put(account, server.issueKey(account).orElseThrow());
    }
    advance();
  }

  /// What was answered.
  record Answered(int status, JsonNode json) {}

  Server server() {
    return server;
  }

  /// Moves the clock by a second, so that marks are sampled.
  void advance() throws InterruptedException {
    hands.advance(1_000_000_000L);
    while (server.exchange().ask(VenueView::clockNs) < hands.nowNs()) {
      Thread.sleep(1);
    }
  }

  /// Sends a command that must not be refused.
  void take(Command command) {
    Answer answer = server.exchange().send(command);
    if (!(answer instanceof Answer.Done)) {
      throw new AssertionError(command + " -> " + answer);
    }
  }

  /// Calls as the owner of an account, or as nobody where the name is `-`.
  Answered call(String who, String method, String target, String body)
      throws IOException, InterruptedException {
    return callAt(server.port(), who, method, target, body);
  }

  /// Returns what somebody's line logs in with.
  String login(String who) {
    Issued key = keys.get(who);
    stampMs = Math.max(stampMs + 1, System.currentTimeMillis());
    return "'key': '%s', 'time': %d, 'sign': '%s'"
        .formatted(key.key(), stampMs, sign(key.secret(), stampMs + "websocket_login"));
  }

  /// Returns the number of somebody's key.
  int keyId(String who) {
    return keys.get(who).id();
  }

  /// Remembers the key that was made for an account.
  void know(String who, JsonNode made) {
    keys.put(
        who,
        new Issued(
            made.get("key_id").asInt(), made.get("key").asString(), made.get("secret").asString()));
  }

  /// Remembers a key that was made before the start.
  void know(String who, Issued key) {
    keys.put(who, key);
  }

  Answered callAt(int port, String who, String method, String target, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + target))
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (!who.equals("-")) {
      Issued key = keys.get(who);
      stampMs = Math.max(stampMs + 1, System.currentTimeMillis());
      request.header("FTX-KEY", key.key());
      request.header("FTX-TS", "" + stampMs);
      request.header("FTX-SIGN", sign(key.secret(), stampMs + method + target + body));
    }
    HttpResponse<String> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    return new Answered(answer.statusCode(), read(answer.body()));
  }

  private static JsonNode read(String body) {
    return body.startsWith("{") || body.startsWith("[")
        ? MAPPER.readTree(body)
        : MAPPER.createObjectNode();
  }

  JsonNode get(String who, String target) throws Exception {
    Answered answered = call(who, "GET", target, "");
    if (answered.status() != 200) {
      throw new AssertionError(target + " -> " + answered);
    }
    return answered.json();
  }

  /// Reads what anybody may read, as text.
  String text(String target) throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + server.port() + target);
    return client
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private static String sign(String secret, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
