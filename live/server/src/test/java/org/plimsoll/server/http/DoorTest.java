package org.plimsoll.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DoorTest {
  private static final int ENDED = -1;
  private static final int NOTHING_YET = -2;

  private final DoorCounts counts = new DoorCounts();
  private final HttpClient client = HttpClient.newHttpClient();
  private final BlockingQueue<Line> opened = new LinkedBlockingQueue<>();
  private final BlockingQueue<Thread> closing = new LinkedBlockingQueue<>();
  private Door door;

  @BeforeEach
  void open() throws Exception {
    DoorSettings settings =
        new DoorSettings(
            "127.0.0.1",
            0,
            1_000,
            100,
            100,
            3,
            2,
            4 << 20,
            Duration.ofMillis(1_500),
            Optional.empty());
    door =
        new Door(
            settings,
            Map.of(
                "/api/",
                DoorTest::echo,
                "/api/broken",
                _ -> {
                  throw new IllegalStateException("secret detail");
                }),
            Map.of("/ws", this::hear, "/ws/", this::hear),
            counts);
  }

  @AfterEach
  void close() {
    door.close();
  }

  @Test
  void aPathComesAsItWasSentWhetherASlashInANameIsEscapedOrNot() throws Exception {
    assertThat(get("/api/markets/BTC/USD/orderbook?depth=20").body())
        .isEqualTo("GET /api/markets/BTC/USD/orderbook?depth=20 0");
    assertThat(get("/api/markets/BTC%2FUSD/orderbook?a=%20b").body())
        .isEqualTo("GET /api/markets/BTC%2FUSD/orderbook?a=%20b 0");
  }

  @Test
  void aPortThatIsTakenIsNamed() {
    DoorSettings same = DoorSettings.DEFAULT.onPort(door.port());
    assertThatThrownBy(() -> new Door(same, Map.of(), Map.of(), new DoorCounts()))
        .hasMessage("cannot listen at 127.0.0.1:" + door.port() + "; is it taken?");
  }

  @Test
  void aBodyComesWithADeleteToo() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri("/api/orders"))
            .method("DELETE", BodyPublishers.ofString("{}"))
            .build();
    assertThat(client.send(request, BodyHandlers.ofString()).body())
        .isEqualTo("DELETE /api/orders 2");
  }

  @Test
  void aBodyBeyondItsBoundIsRefused() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri("/api/orders"))
            .POST(BodyPublishers.ofString("x".repeat(2_000)))
            .build();
    assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(413);
  }

  @Test
  void whatIsThrownIsCountedAndTellsTheClientNothing() throws Exception {
    HttpResponse<String> response = get("/api/broken");
    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body()).doesNotContain("secret");
    assertThat(counts.failed()).isEqualTo(1);
  }

  @Test
  void everyAnswerForbidsForeignScripts() throws Exception {
    assertThat(get("/nowhere").headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'self'"));
  }

  @Test
  void aLineAnswersInOrder() throws Exception {
    Heard heard = new Heard();
    WebSocket socket = socket(heard);
    for (int i = 0; i < 4; i++) {
      socket.sendText("message " + i, true).join();
      assertThat(heard.next()).isEqualTo("heard message " + i);
    }
  }

  @Test
  void aLineThatDoesNotTakeItsMessagesIsCutAndNobodyWaits() throws Exception {
    socket(new Deaf());
    Line line = opened.poll(30, TimeUnit.SECONDS);
    String large = "x".repeat(1 << 20);
    for (int i = 0; i < 200 && counts.cut() == 0; i++) {
      line.send(large);
    }
    assertThat(counts.cut()).isEqualTo(1);
  }

  @Test
  void anAddressGetsSoManyLinesAndNoMore() throws Exception {
    socket(new Heard());
    socket(new Heard());
    Heard third = new Heard();
    socket(third);
    assertThat(third.closed.get(30, TimeUnit.SECONDS)).isEqualTo(1013);
    assertThat(counts.refused()).isEqualTo(1);
  }

  @Test
  void whatIsThrownOverALineIsCountedAndEndsIt() throws Exception {
    Heard heard = new Heard();
    socket(heard).sendText("broken", true).join();
    assertThat(heard.closed.get(30, TimeUnit.SECONDS)).isEqualTo(1011);
    assertThat(counts.failed()).isEqualTo(1);
  }

  @Test
  void aLineThatAnswersPingsStaysAndOneThatDoesNotEnds() throws Exception {
    Heard heard = new Heard();
    WebSocket socket = socket(heard);
    opened.poll(30, TimeUnit.SECONDS);
    socket(new Deaf());
    opened.poll(30, TimeUnit.SECONDS);
    long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (counts.lines() > 1 && System.nanoTime() < endNs) {
      Thread.sleep(50);
    }
    assertThat(counts.lines()).isEqualTo(1);
    socket.sendText("still here", true).join();
    assertThat(heard.next()).isEqualTo("heard still here");
  }

  @Test
  void linesAndHeadersBeyondTheirBoundsAreRefused() throws Exception {
    String head = "GET /api/ HTTP/1.1\r\nHost: a\r\n";
    for (String request :
        List.of(
            "GET /api/" + "x".repeat(8_000) + " HTTP/1.1\r\nHost: a\r\n\r\n",
            head + "X-Long: " + "x".repeat(20_000) + "\r\n\r\n",
            head + "X-Many: x\r\n".repeat(4_000) + "\r\n",
            "no request at all\r\n\r\n")) {
      String answer = raw(request);
      assertThat(answer.isEmpty() || answer.startsWith("HTTP/1.1 4")).as(answer).isTrue();
    }
    assertThat(counts.refused()).isPositive();
    assertThat(counts.failed()).isZero();
    assertThat(get("/api/x").statusCode()).isEqualTo(200);
  }

  @Test
  void aRequestThatIsNeverWholeIsCutHoweverItTrickles() throws Exception {
    for (String begun :
        List.of(
            "GET /api/x HTTP/1.1\r\nHost: a\r\nX-Slow: ",
            "POST /api/x HTTP/1.1\r\nHost: a\r\nContent-Length: 900\r\n\r\n",
            "GET /ws HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nX-Slow: ",
            "GET /api/")) {
      long refused = counts.refused();
      assertThat(trickle(begun)).as(begun).doesNotContain("200");
      if (begun.contains("Host")) {
        assertThat(counts.refused()).as(begun).isGreaterThan(refused);
      }
    }
    assertThat(counts.failed()).isZero();
    assertThat(get("/api/x").statusCode()).isEqualTo(200);
  }

  /// Sends a character now and then until the server hangs up, and returns what it said.
  private String trickle(String begun) throws Exception {
    long untilNs = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
      socket.setSoTimeout(100);
      socket.getOutputStream().write(begun.getBytes(UTF_8));
      StringBuilder said = new StringBuilder();
      while (System.nanoTime() < untilNs) {
        socket.getOutputStream().write('x');
        int next = next(socket);
        if (next == ENDED) {
          return said.toString();
        }
        if (next != NOTHING_YET) {
          said.append((char) next);
        }
      }
      throw new AssertionError("the server waits for ever after " + begun);
    } catch (SocketException hungUp) {
      return "";
    }
  }

  private static int next(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read();
    } catch (SocketTimeoutException _) {
      return NOTHING_YET;
    }
  }

  private String raw(String request) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(UTF_8));
      socket.getOutputStream().flush();
      byte[] some = socket.getInputStream().readNBytes(200);
      return new String(some, UTF_8);
    }
  }

  /// Whoever sends may be going through all lines: what a hearer does at its end is not for them.
  @Test
  void theEndOfALineThatIsCutIsToldByAnotherThread() throws Exception {
    socket(new Deaf());
    Line line = opened.poll(30, TimeUnit.SECONDS);
    line.send("x".repeat(5 << 20));
    assertThat(counts.cut()).isEqualTo(1);
    assertThat(closing.poll(30, TimeUnit.SECONDS)).isNotNull().isNotEqualTo(Thread.currentThread());
    assertThat(counts.lines()).isZero();
  }

  private HttpResponse<String> get(String target) throws Exception {
    return client.send(HttpRequest.newBuilder(uri(target)).build(), BodyHandlers.ofString());
  }

  private URI uri(String target) {
    return URI.create("http://127.0.0.1:" + door.port() + target);
  }

  private WebSocket socket(WebSocket.Listener listener) {
    return client
        .newWebSocketBuilder()
        .buildAsync(URI.create("ws://127.0.0.1:" + door.port() + "/ws"), listener)
        .join();
  }

  private static Reply echo(Call call) {
    String text = call.method() + " " + call.target() + " " + call.body().length;
    return Reply.json(200, text.getBytes(StandardCharsets.UTF_8));
  }

  private LineDialect.Hearer hear(Line line) {
    opened.add(line);
    return new LineDialect.Hearer() {
      @Override
      public void on(String message) {
        if (message.equals("broken")) {
          throw new IllegalStateException("secret detail");
        }
        line.send("heard " + message);
      }

      @Override
      public void onClosed() {
        closing.add(Thread.currentThread());
      }
    };
  }

  private static final class Heard implements WebSocket.Listener {
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();

    String next() throws InterruptedException {
      String message = messages.poll(30, TimeUnit.SECONDS);
      assertThat(message).isNotNull();
      return message;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      messages.add(data.toString());
      socket.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
      closed.complete(status);
      return null;
    }
  }

  /// Never asks for a message.
  private static final class Deaf implements WebSocket.Listener {
    @Override
    public void onOpen(WebSocket socket) {}
  }
}
