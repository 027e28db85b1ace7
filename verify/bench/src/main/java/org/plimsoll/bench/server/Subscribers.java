package org.plimsoll.bench.server;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// So many who follow one order book, each over a line of its own.
final class Subscribers implements AutoCloseable {
  private static final String SUBSCRIBE =
      "{\"op\":\"subscribe\",\"channel\":\"orderbook\",\"market\":\""
          + MeasuredServer.MARKET
          + "\"}";
  private static final String CHECKSUM = "\"checksum\":";
  private static final long PATIENCE_NS = 60_000_000_000L;
  private static final long LOOK_EVERY_NS = 5_000_000L;

  private final List<Ear> ears = new ArrayList<>();
  private final List<WebSocket> lines = new ArrayList<>();

  /// Subscribes, and waits until each has the whole order book.
  Subscribers(HttpClient http, String host, int count) {
    for (int i = 0; i < count; i++) {
      Ear ear = new Ear();
      ears.add(ear);
      lines.add(
          http.newWebSocketBuilder().buildAsync(URI.create("ws://" + host + "/ws"), ear).join());
      lines.getLast().sendText(SUBSCRIBE, true).join();
    }
    awaitSame();
  }

  /// Waits until all have been told the same order book.
  ///
  /// @throws IllegalStateException if they never are
  void awaitSame() {
    long endNs = System.nanoTime() + PATIENCE_NS;
    while (!isSame()) {
      if (System.nanoTime() > endNs) {
        throw new IllegalStateException("subscribers of one order book were told different ones");
      }
      LockSupport.parkNanos(LOOK_EVERY_NS);
    }
  }

  private boolean isSame() {
    Set<String> last = new HashSet<>();
    ears.forEach(ear -> last.add(ear.checksum));
    return last.isEmpty() || (last.size() == 1 && !last.contains(""));
  }

  @Override
  public void close() {
    lines.forEach(WebSocket::abort);
  }

  /// Remembers the checksum of the last message.
  private static final class Ear implements WebSocket.Listener {
    private final StringBuilder parts = new StringBuilder();
    private volatile String checksum = "";

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket line, CharSequence data, boolean last) {
      parts.append(data);
      if (last) {
        int at = parts.indexOf(CHECKSUM);
        if (at >= 0) {
          int from = at + CHECKSUM.length();
          int to = from;
          while (Character.isDigit(parts.charAt(to))) {
            to++;
          }
          checksum = parts.substring(from, to);
        }
        parts.setLength(0);
      }
      line.request(1);
      return null;
    }
  }
}
