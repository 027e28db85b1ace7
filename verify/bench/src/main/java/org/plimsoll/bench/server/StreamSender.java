package org.plimsoll.bench.server;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The same orders as those of a [Sender], over a line of the native stream; what rests is canceled
/// over REST, since the stream cancels one order at a time.
final class StreamSender implements Client {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Sender rest;
  private final Map<String, CompletableFuture<Void>> waiting = new ConcurrentHashMap<>();
  private CompletableFuture<WebSocket> last;
  private int sent;

  StreamSender(HttpClient http, String host, Sender rest) {
    this.rest = rest;
    last =
        http.newWebSocketBuilder().buildAsync(URI.create("ws://" + host + "/v1/stream"), new Ear());
    ask("login", rest.login()).join();
  }

  @Override
  public CompletableFuture<Void> send() {
    return rest.isTurnToCancel() ? rest.send() : ask("place", rest.streamOrder());
  }

  private CompletableFuture<Void> ask(String op, String members) {
    String id = Integer.toString(++sent);
    CompletableFuture<Void> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    String text = "{\"op\":\"" + op + "\",\"id\":\"" + id + "\"," + members + "}";
    last = last.thenCompose(open -> open.sendText(text, true));
    return answer;
  }

  @Override
  public void leave() {
    last.join().abort();
  }

  private void hear(String text) {
    JsonNode told = JSON.readTree(text);
    CompletableFuture<Void> answer = waiting.remove(told.path("id").asString(""));
    if (answer != null && told.path("type").asString("").equals("accepted")) {
      answer.complete(null);
    } else if (answer != null) {
      answer.completeExceptionally(new IllegalStateException(text));
    }
  }

  private final class Ear implements WebSocket.Listener {
    private final StringBuilder parts = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean isLast) {
      parts.append(data);
      if (isLast) {
        hear(parts.toString());
        parts.setLength(0);
      }
      from.request(1);
      return null;
    }
  }
}
