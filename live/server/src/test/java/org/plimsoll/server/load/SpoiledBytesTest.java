package org.plimsoll.server.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.server.Server;
import org.plimsoll.venue.VenueView;

/// Bytes over real sockets that are nearly requests, several on one connection, and nearly frames
/// of WebSockets. The server answers or hangs up, and goes on.
@SuppressWarnings("StringConcatToTextBlock") // a line ends with CR and LF on this wire
class SpoiledBytesTest {
  private static final int PATIENCE_MS = 300;
  private static final List<String> REQUESTS =
      List.of(
          "GET /api/markets HTTP/1.1\r\nHost: a\r\n\r\n",
          "GET /api/markets/BTC%2FUSD/orderbook?depth=20 HTTP/1.1\r\nHost: a\r\n\r\n",
          "POST /api/orders HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}",
          "POST /api/orders HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
              + "2\r\n{}\r\n0\r\n\r\n",
          "DELETE /api/orders/1 HTTP/1.1\r\nHost: a\r\nFTX-KEY: a\r\nFTX-TS: 1\r\nFTX-SIGN: b\r\n\r\n",
          "GET /v1/status HTTP/1.1\r\nHost: a\r\n\r\n",
          "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  private static final String UPGRADE =
      "GET /ws HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
          + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
  private static final byte[] MASK = {1, 2, 3, 4};

  @TempDir private Path directory;

  @Test
  void hundredsOfSpoiledConnectionsHarmNobody() throws Exception {
    attack(200, 3);
  }

  @Test
  @EnabledIfSystemProperty(named = "plimsoll.long", matches = "true")
  void thousandsOfSpoiledConnectionsHarmNobody() throws Exception {
    attack(5_000, 4);
  }

  private void attack(int connections, long seed) throws Exception {
    Mutation mutation = new Mutation(seed);
    try (Server server = new Server(Crowded.settings(directory, 2))) {
      for (int i = 0; i < connections; i++) {
        byte[] bytes = mutation.once(2) ? requests(mutation) : frames(mutation);
        assertThat(answer(server.port(), bytes)).doesNotContain("HTTP/1.1 500");
      }
      assertThat(server.counts().failed()).isZero();
      assertThat(server.counts().refused()).isGreaterThan(connections / 10);
      assertThat(answer(server.port(), REQUESTS.getFirst().getBytes(UTF_8)))
          .startsWith("HTTP/1.1 200");
      requireNoLineLeft(server);
      assertThat(server.exchange().ask(VenueView::sequence)).isPositive();
    }
    Told.of(directory.resolve("data"));
  }

  private static void requireNoLineLeft(Server server) throws InterruptedException {
    long untilNs = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (server.counts().lines() > 0 && System.nanoTime() < untilNs) {
      Thread.sleep(50);
    }
    assertThat(server.counts().lines()).isZero();
  }

  private static byte[] requests(Mutation mutation) {
    String good = mutation.one(REQUESTS);
    return (good + mutation.of(mutation.one(REQUESTS)) + good).getBytes(UTF_8);
  }

  /// A handshake, then frames: of texts, of other kinds, too long for what they say, out of order.
  private static byte[] frames(Mutation mutation) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String upgrade = UPGRADE.replace("/ws", mutation.one(List.of("/ws", "/v1/stream")));
    bytes.writeBytes((mutation.once(5) ? mutation.of(upgrade) : upgrade).getBytes(UTF_8));
    for (int i = 0; i < 4; i++) {
      byte[] text = mutation.of("{\"op\":\"subscribe\",\"channel\":\"ticker\"}").getBytes(UTF_8);
      int length = Math.min(text.length, 125);
      bytes.write(
          mutation.one(List.of(0x81, 0x81, 0x81, 0x01, 0x80, 0x82, 0x88, 0x89, 0x8f, 0xf1)));
      bytes.write(0x80 | (mutation.once(6) ? 125 : length));
      bytes.writeBytes(MASK);
      for (int j = 0; j < length; j++) {
        bytes.write(text[j] ^ MASK[j % MASK.length]);
      }
    }
    return bytes.toByteArray();
  }

  private static String answer(int port, byte[] sent) throws IOException {
    ByteArrayOutputStream heard = new ByteArrayOutputStream();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MS);
      OutputStream out = socket.getOutputStream();
      out.write(sent);
      out.flush();
      socket.shutdownOutput();
      socket.getInputStream().transferTo(heard);
    } catch (IOException hungUp) {
      return heard.toString(UTF_8);
    }
    return heard.toString(UTF_8);
  }
}
