package org.plimsoll.crowd;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One account's way to the exchange over HTTP, in the dialect of the old exchange. For one thread.
///
/// It asks no faster than its [Pacer] lets it, and signs as `timestamp + method + path + body` by
/// HMAC-SHA256.
final class Client {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final URI exchange;
  private final HttpClient http;
  private final Login login;
  private final Optional<String> subaccount;
  private final Pacer pacer;

  Client(URI exchange, HttpClient http, Login login) {
    this(exchange, http, login, Optional.empty(), new Pacer());
  }

  private Client(
      URI exchange, HttpClient http, Login login, Optional<String> subaccount, Pacer pacer) {
    this.exchange = exchange;
    this.http = http;
    this.login = login;
    this.subaccount = subaccount;
    this.pacer = pacer;
  }

  /// Returns the same owner's way to one of its subaccounts; both keep to the limits together.
  Client of(String nickname) {
    return new Client(exchange, http, login, Optional.of(nickname), pacer);
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  JsonNode get(String path) throws IOException, Refused, InterruptedException {
    pacer.awaitRequest();
    return send("GET", path, "");
  }

  JsonNode post(String path, ObjectNode body) throws IOException, Refused, InterruptedException {
    pacer.awaitRequest();
    return send("POST", path, body.toString());
  }

  /// Takes an order out of its book.
  void cancel(long order) throws IOException, Refused, InterruptedException {
    pacer.awaitRequest();
    JsonNode _ = send("DELETE", "orders/" + order, "");
  }

  /// Takes all orders of the account out of the books.
  void cancelAll() throws IOException, Refused, InterruptedException {
    pacer.awaitRequest();
    JsonNode _ = send("DELETE", "orders", "{}");
  }

  /// Quotes: an order that only waits.
  void quote(Market market, Side side, BigDecimal price, BigDecimal size)
      throws IOException, Refused, InterruptedException {
    place(market, limit(side, price, size).put("postOnly", true));
  }

  /// Takes what is there up to a price, and leaves nothing behind.
  void take(Market market, Side side, BigDecimal price, BigDecimal size)
      throws IOException, Refused, InterruptedException {
    place(market, limit(side, price, size).put("ioc", true));
  }

  private static ObjectNode limit(Side side, BigDecimal price, BigDecimal size) {
    ObjectNode order = object().put("side", side.word()).put("type", "limit");
    return order.put("price", price).put("size", size);
  }

  /// Trades at once, whatever it costs.
  void trade(Market market, Side side, BigDecimal size)
      throws IOException, Refused, InterruptedException {
    ObjectNode order = object().put("side", side.word()).put("type", "market");
    place(market, order.putNull("price").put("size", size));
  }

  private void place(Market market, ObjectNode order)
      throws IOException, Refused, InterruptedException {
    pacer.awaitOrder(market.name());
    JsonNode _ = send("POST", "orders", order.put("market", market.name()).toString());
  }

  /// Moves an order that rests.
  void move(Market market, long order, BigDecimal price, BigDecimal size)
      throws IOException, Refused, InterruptedException {
    pacer.awaitOrder(market.name());
    ObjectNode body = object().put("price", price).put("size", size);
    JsonNode _ = send("POST", "orders/" + order + "/modify", body.toString());
  }

  private JsonNode send(String method, String path, String body)
      throws IOException, Refused, InterruptedException {
    String target = "/api/" + path;
    String stamp = Long.toString(pacer.stampMs());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(exchange.resolve(target))
            .timeout(PATIENCE)
            .header("FTX-KEY", login.key())
            .header("FTX-TS", stamp)
            .header("FTX-SIGN", sign(stamp + method + target + body))
            .header("Content-Type", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    subaccount.ifPresent(name -> request.header("FTX-SUBACCOUNT", name));
    return result(http.send(request.build(), BodyHandlers.ofString()));
  }

  static JsonNode result(HttpResponse<String> answer) throws IOException, Refused {
    try {
      JsonNode json = MAPPER.readTree(answer.body());
      if (json.path("success").asBoolean(false)) {
        return json.path("result");
      }
      throw new Refused(answer.statusCode(), json.path("error").asString("no reason given"));
    } catch (JacksonException noJson) {
      throw new IOException("an answer with status " + answer.statusCode() + " is no JSON", noJson);
    }
  }

  private String sign(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(login.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException everyMachineHasIt) {
      throw new IllegalStateException(everyMachineHasIt);
    }
  }
}
