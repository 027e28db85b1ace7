package org.plimsoll.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.server.http.DoorSettings;
import org.plimsoll.server.http.PemFiles;
import org.plimsoll.server.http.PemPair;

/// A server that proves who it is, and speaks to nobody in the open.
class TlsTest {
  private static final int PATIENCE_S = 60;

  @TempDir private Path directory;

  @Test
  void aClientThatTrustsItSpeaksHttpsAndWss() throws Exception {
    for (String algorithm : new String[] {"EC", "RSA"}) {
      PemPair pair = PemPair.make(directory, algorithm, algorithm);
      try (Server server = server(algorithm, pair.files());
          HttpClient client = HttpClient.newBuilder().sslContext(pair.trusted()).build()) {
        assertThat(get(client, "https", server.port())).contains("\"state\"");
        assertThat(said(client, server.port(), "/ws", "{\"op\":\"ping\"}"))
            .isEqualTo("{\"type\":\"pong\"}");
        assertThat(said(client, server.port(), "/v1/stream", "{\"op\":\"ping\",\"id\":\"1\"}"))
            .isEqualTo("{\"type\":\"accepted\",\"id\":\"1\"}");
      }
    }
  }

  @Test
  void aClientThatDoesNotTrustItDoesNotSpeak() throws Exception {
    PemPair pair = PemPair.make(directory, "pair", "EC");
    PemPair other = PemPair.make(directory, "other", "EC");
    try (Server server = server("venue", pair.files());
        HttpClient client = HttpClient.newBuilder().sslContext(other.trusted()).build()) {
      assertThatThrownBy(() -> get(client, "https", server.port()))
          .isInstanceOf(SSLHandshakeException.class);
    }
  }

  @Test
  void whatIsSaidInTheOpenIsNotAnswered() throws Exception {
    PemPair pair = PemPair.make(directory, "pair", "EC");
    try (Server server = server("venue", pair.files());
        HttpClient client = HttpClient.newBuilder().sslContext(pair.trusted()).build()) {
      assertThatThrownBy(() -> get(client, "http", server.port())).isInstanceOf(IOException.class);
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
        socket.setSoTimeout(PATIENCE_S * 1_000);
        socket
            .getOutputStream()
            .write("GET /v1/status HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(UTF_8));
        assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
            .doesNotContain("HTTP/1.1");
      }
      assertThat(get(client, "https", server.port())).contains("\"state\"");
    }
  }

  @Test
  void aProofThatCannotBeReadIsOneClearError() throws Exception {
    PemPair pair = PemPair.make(directory, "pair", "EC");
    Path empty = Files.createFile(directory.resolve("empty.pem"));
    assertThatThrownBy(() -> server("venue", new PemFiles(empty, pair.files().key())))
        .isInstanceOf(ServerRefusal.class)
        .hasMessage(empty + ": there is no certificate in this file");
  }

  private Server server(String name, PemFiles files) throws Exception {
    DoorSettings door = DoorSettings.DEFAULT.onPort(0).at("127.0.0.1", Optional.of(files));
    return new Server(ServerSettings.sandbox(directory.resolve(name)).behind(door));
  }

  private static String get(HttpClient client, String scheme, int port)
      throws IOException, InterruptedException {
    URI status = URI.create(scheme + "://127.0.0.1:" + port + "/v1/status");
    return client.send(HttpRequest.newBuilder(status).build(), BodyHandlers.ofString()).body();
  }

  /// Returns what is answered to a message.
  private static String said(HttpClient client, int port, String path, String message)
      throws Exception {
    CompletableFuture<String> answer = new CompletableFuture<>();
    WebSocket.Listener listener =
        new WebSocket.Listener() {
          @Override
          public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean isLast) {
            answer.complete(text.toString());
            return null;
          }
        };
    URI address = URI.create("wss://127.0.0.1:" + port + path);
    WebSocket socket = client.newWebSocketBuilder().buildAsync(address, listener).join();
    socket.sendText(message, true).join();
    try {
      return answer.get(PATIENCE_S, TimeUnit.SECONDS);
    } finally {
      socket.abort();
    }
  }
}
