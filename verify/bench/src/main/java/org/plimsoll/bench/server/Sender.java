package org.plimsoll.bench.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// One client of the old dialect. Its orders lie within thirty ticks of one price and so meet each
/// other; every thirtieth time it takes back what rests.
final class Sender implements Client {
  private static final int MIDDLE = 60_000;
  private static final int AWAY = 30;
  private static final int CANCELED_EVERY = 30;
  private static final int LOTS_MAX = 50;

  private final HttpClient http;
  private final String host;
  private final String key;
  private final Mac mac;
  private final SplittableRandom random;
  private long stampMs;
  private int sent;

  Sender(HttpClient http, String host, String[] key, long seed) {
    this.http = http;
    this.host = host;
    this.key = key[0];
    this.random = new SplittableRandom(seed);
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key[1].getBytes(UTF_8), "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public CompletableFuture<Void> send() {
    HttpRequest request =
        ++sent % CANCELED_EVERY == 0
            ? signed("DELETE", "{\"market\":\"" + MeasuredServer.MARKET + "\"}")
            : signed("POST", order());
    return http.sendAsync(request, BodyHandlers.ofString()).thenAccept(Sender::requireGood);
  }

  /// Returns whether the next call takes back what rests.
  boolean isTurnToCancel() {
    return (sent + 1) % CANCELED_EVERY == 0;
  }

  private static void requireGood(HttpResponse<String> response) {
    if (response.statusCode() != 200 || !response.body().startsWith("{\"success\":true")) {
      throw new IllegalStateException(response.statusCode() + " " + response.body());
    }
  }

  private String order() {
    return "{\"market\":\"%s\",\"side\":\"%s\",\"price\":%d,\"type\":\"limit\",\"size\":%s}"
        .formatted(MeasuredServer.MARKET, side(), price(), size());
  }

  /// Returns the members of the next order, as the native stream has them.
  String streamOrder() {
    sent++;
    return "\"market\":\"%s\",\"side\":\"%s\",\"price\":\"%d\",\"size\":\"%s\""
        .formatted(MeasuredServer.MARKET, side(), price(), size());
  }

  /// Returns the members of a login of a line.
  String login() {
    stampMs = Math.max(stampMs + 1, System.currentTimeMillis());
    return "\"key\":\"%s\",\"time\":%d,\"sign\":\"%s\""
        .formatted(key, stampMs, sign(stampMs + "websocket_login"));
  }

  private int price() {
    return MIDDLE - AWAY + random.nextInt(2 * AWAY + 1);
  }

  private String side() {
    return random.nextBoolean() ? "buy" : "sell";
  }

  private String size() {
    return "0.00%02d".formatted(1 + random.nextInt(LOTS_MAX));
  }

  private String sign(String text) {
    return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
  }

  private HttpRequest signed(String method, String body) {
    stampMs = Math.max(stampMs + 1, System.currentTimeMillis());
    return HttpRequest.newBuilder(URI.create("http://" + host + "/api/orders"))
        .header("FTX-KEY", key)
        .header("FTX-TS", Long.toString(stampMs))
        .header("FTX-SIGN", sign(stampMs + method + "/api/orders" + body))
        .method(method, BodyPublishers.ofString(body))
        .build();
  }
}
