package org.plimsoll.server.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A client of the old dialect, written from its documents and not from this server.
final class FtxClient {
  static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final AtomicLong STAMP = new AtomicLong();

  private final HttpClient http;
  private final String host;
  private final String key;
  private final String secret;

  /// What came back.
  record Response(int status, JsonNode json) {
    boolean isGood() {
      return status == 200;
    }

    JsonNode result() {
      return json.path("result");
    }

    String error() {
      return json.path("error").asString("");
    }
  }

  /// @param host with its port
  FtxClient(HttpClient http, String host, String key, String secret) {
    this.http = http;
    this.host = host;
    this.key = key;
    this.secret = secret;
  }

  /// Calls, signed.
  ///
  /// @throws IOException if no answer came: nobody knows what became of it
  Response call(String method, String target, String body)
      throws IOException, InterruptedException {
    String stamp = stamp();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://" + host + target))
            .timeout(PATIENCE)
            .header("FTX-KEY", key)
            .header("FTX-TS", stamp)
            .header("FTX-SIGN", sign(stamp + method + target + body))
            .header("Content-Type", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
    return new Response(response.statusCode(), JSON.readTree(response.body()));
  }

  /// Opens a WebSocket; messages come one at a time.
  WebSocket socket(Consumer<JsonNode> hearer) {
    return http.newWebSocketBuilder()
        .buildAsync(URI.create("ws://" + host + "/ws"), new Hearer(hearer))
        .join();
  }

  /// Returns the message that logs a WebSocket in.
  String login() {
    String stamp = stamp();
    return "{\"op\":\"login\",\"args\":{\"key\":\""
        + key
        + "\",\"sign\":\""
        + sign(stamp + "websocket_login")
        + "\",\"time\":"
        + stamp
        + "}}";
  }

  /// Requests of the same instant would have the same signature, and be taken once.
  private static String stamp() {
    return "" + STAMP.updateAndGet(last -> Math.max(last + 1, System.currentTimeMillis()));
  }

  private String sign(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Hearer implements WebSocket.Listener {
    private final Consumer<JsonNode> hearer;
    private final StringBuilder parts = new StringBuilder();

    Hearer(Consumer<JsonNode> hearer) {
      this.hearer = hearer;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      parts.append(data);
      if (last) {
        hearer.accept(JSON.readTree(parts.toString()));
        parts.setLength(0);
      }
      socket.request(1);
      return null;
    }
  }
}
