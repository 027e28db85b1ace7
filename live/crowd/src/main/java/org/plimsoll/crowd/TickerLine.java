package org.plimsoll.crowd;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The WebSocket over which a [Board] hears the best prices of every market.
final class TickerLine implements WebSocket.Listener {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final Board board;
  private final StringBuilder parts = new StringBuilder();
  private volatile boolean isOver;

  private TickerLine(Board board) {
    this.board = board;
  }

  /// Opens one and subscribes to every market.
  ///
  /// @throws IOException if the exchange is not there
  static WebSocket open(URI exchange, HttpClient http, Board board) throws IOException {
    URI address = URI.create("ws" + exchange.toString().substring("http".length()) + "/ws/");
    try {
      WebSocket line = http.newWebSocketBuilder().buildAsync(address, new TickerLine(board)).join();
      for (Market market : board.markets()) {
        String frame =
            Client.object()
                .put("op", "subscribe")
                .put("channel", "ticker")
                .put("market", market.name())
                .toString();
        line.sendText(frame, true).join();
      }
      return line;
    } catch (CompletionException notThere) {
      throw new IOException("no WebSocket at " + address, notThere);
    }
  }

  /// Keeps a line open that is not used for a while.
  static void ping(WebSocket line) throws IOException {
    try {
      line.sendText("{\"op\":\"ping\"}", true).join();
    } catch (CompletionException gone) {
      throw new IOException("the WebSocket is gone", gone);
    }
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket line, CharSequence text, boolean isLast) {
    parts.append(text);
    if (isLast && !isOver) {
      String message = parts.toString();
      parts.setLength(0);
      hear(message);
    }
    line.request(1);
    return null;
  }

  @Override
  public void onError(WebSocket line, Throwable wrong) {
    isOver = true;
  }

  private void hear(String message) {
    try {
      JsonNode frame = MAPPER.readTree(message);
      JsonNode data = frame.path("data");
      if (frame.path("channel").asString("").equals("ticker") && data.isObject()) {
        board.tell(
            frame.path("market").asString(),
            data.path("bid").asDouble(0),
            data.path("ask").asDouble(0));
      }
    } catch (JacksonException noFrame) {
      isOver = true;
    }
  }
}
