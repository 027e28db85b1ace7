package org.plimsoll.server.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BooleanSupplier;
import org.plimsoll.server.load.FtxClient.Response;

/// A client whose server dies now and then. What it has no answer to it asks for by its own name
/// for the order, and sends again under the same name where nobody knows it.
final class StubbornClient {
  private static final int LOOKED_UP = 20;

  private final String[] key;
  private final String name;
  private final OrderStream stream;
  private final SortedMap<String, Long> acknowledged = new ConcurrentSkipListMap<>();
  private final SortedMap<String, String> unanswered = new TreeMap<>();
  private int sent;
  private int found;
  private int resent;
  private int refused;

  StubbornClient(String[] key, String name, long seed) {
    this.key = key.clone();
    this.name = name;
    stream = new OrderStream(seed, "BTC/USD");
  }

  /// Sends orders until the server is gone.
  void tradeUntilKilled(HttpClient http, String host) throws InterruptedException {
    tradeUntil(() -> false, http, host);
  }

  /// Sends orders until that is over, or one gets no answer.
  void tradeUntil(BooleanSupplier isOver, HttpClient http, String host)
      throws InterruptedException {
    FtxClient client = new FtxClient(http, host, key[0], key[1]);
    while (!isOver.getAsBoolean()) {
      String id = name + "-" + sent++;
      String body = stream.next(id);
      try {
        send(client, id, body);
      } catch (IOException gone) {
        unanswered.put(id, body);
        return;
      }
    }
  }

  /// Finds out what became of orders without an answer, and looks its others up.
  void comeBack(HttpClient http, String host) throws Exception {
    FtxClient client = new FtxClient(http, host, key[0], key[1]);
    for (var order : new TreeMap<>(unanswered).entrySet()) {
      Response known = client.call("GET", "/api/orders/by_client_id/" + order.getKey(), "");
      if (known.isGood()) {
        acknowledged.put(order.getKey(), known.result().path("id").asLong());
        found++;
      } else {
        assertThat(known.status()).as(known.error()).isEqualTo(404);
        resent++;
        send(client, order.getKey(), order.getValue());
      }
      unanswered.remove(order.getKey());
    }
    for (var order : acknowledged.entrySet()) {
      if (stream.pick(acknowledged.size()) < LOOKED_UP) {
        Response kept = client.call("GET", "/api/orders/" + order.getValue(), "");
        assertThat(kept.result().path("clientId").asString("")).isEqualTo(order.getKey());
      }
    }
  }

  private void send(FtxClient client, String id, String body)
      throws IOException, InterruptedException {
    Response response = client.call("POST", "/api/orders", body);
    if (response.isGood()) {
      acknowledged.put(id, response.result().path("id").asLong());
    } else if (response.status() == 503) {
      throw new IOException(response.error());
    } else {
      assertThat(response.status()).as(response.error()).isEqualTo(400);
      refused++;
    }
  }

  SortedMap<String, Long> acknowledged() {
    return acknowledged;
  }

  SortedMap<String, String> unanswered() {
    return unanswered;
  }

  int sent() {
    return sent;
  }

  int found() {
    return found;
  }

  int resent() {
    return resent;
  }

  int refused() {
    return refused;
  }
}
