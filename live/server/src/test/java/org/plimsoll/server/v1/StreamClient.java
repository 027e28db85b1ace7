package org.plimsoll.server.v1;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A real WebSocket at `/v1/stream`, as a client holds it.
final class StreamClient implements WebSocket.Listener, AutoCloseable {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int PATIENCE_S = 60;

  private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
  private final Map<String, Queue<JsonNode>> aside = new HashMap<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder parts = new StringBuilder();
  private final WebSocket socket;
  private int asked;

  StreamClient(HttpClient client, URI address) {
    socket = client.newWebSocketBuilder().buildAsync(address, this).join();
  }

  /// Asks, and returns the answer. Quotes are single.
  JsonNode ask(String op, String members) throws InterruptedException {
    String id = "ask-" + ++asked;
    String more = members.isEmpty() ? "" : ", " + members;
    say("{'op': '%s', 'id': '%s'%s}".formatted(op, id, more));
    return next(id);
  }

  /// Asks for what must be done.
  JsonNode must(String op, String members) throws InterruptedException {
    JsonNode answer = ask(op, members);
    assertThat(answer.path("type").asString()).as("%s", answer).isEqualTo("accepted");
    return answer;
  }

  /// Says something, whatever it is.
  void say(String message) {
    socket.sendText(message.replace('\'', '"'), true).join();
  }

  /// Returns the next message of a channel, or the next answer of a name; of no name where it is
  /// `null`.
  JsonNode next(String name) throws InterruptedException {
    Queue<JsonNode> kept = aside.computeIfAbsent(name, _ -> new ArrayDeque<>());
    while (kept.isEmpty()) {
      JsonNode message = heard.poll(PATIENCE_S, TimeUnit.SECONDS);
      assertThat(message).as("a message of " + name).isNotNull();
      aside
          .computeIfAbsent(
              message.has("channel")
                  ? message.get("channel").asString()
                  : message.get("id").asString("null"),
              _ -> new ArrayDeque<>())
          .add(message);
    }
    return kept.remove();
  }

  /// Returns the code that the server has ended it with.
  int ended() throws Exception {
    return closed.get(PATIENCE_S, TimeUnit.SECONDS);
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean isLast) {
    parts.append(text);
    if (isLast) {
      heard.add(MAPPER.readTree(parts.toString()));
      parts.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
    closed.complete(status);
    return null;
  }

  @Override
  public void close() {
    socket.abort();
  }
}
