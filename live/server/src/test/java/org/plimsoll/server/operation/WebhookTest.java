package org.plimsoll.server.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plimsoll.server.solvency.Alarm;
import org.plimsoll.server.solvency.AlarmRule;

class WebhookTest {
  private static final Duration PAUSE = Duration.ofMillis(1);

  private final BlockingQueue<String> bodies = new LinkedBlockingQueue<>();
  private final AtomicInteger failures = new AtomicInteger();
  private HttpServer receiver;

  @BeforeEach
  void start() throws Exception {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          int status = failures.getAndDecrement() > 0 ? 500 : 204;
          bodies.add(status + " " + body);
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    receiver.start();
  }

  @AfterEach
  void stop() {
    receiver.stop(0);
  }

  @Test
  void anAlarmIsPostedAgainUntilItIsTaken() throws Exception {
    failures.set(2);
    try (Webhook webhook = new Webhook(address(), PAUSE)) {
      webhook.accept(alarm(1));
      webhook.accept(alarm(2));
      assertThat(next()).startsWith("500 ");
      assertThat(next()).startsWith("500 ");
      assertThat(next()).startsWith("204 ").contains("cover-1h").contains("\"sequence\" : 1");
      assertThat(next()).startsWith("204 ").contains("\"sequence\" : 2");
      assertThat(webhook.lost()).isZero();
    }
  }

  @Test
  void anAlarmThatNobodyTakesIsLostAndTheNextGoesOut() throws Exception {
    failures.set(6);
    try (Webhook webhook = new Webhook(address(), PAUSE)) {
      webhook.accept(alarm(1));
      webhook.accept(alarm(2));
      for (int i = 0; i < 6; i++) {
        assertThat(next()).startsWith("500 ").contains("\"sequence\" : 1");
      }
      assertThat(next()).startsWith("204 ").contains("\"sequence\" : 2");
      assertThat(webhook.lost()).isEqualTo(1);
    }
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook");
  }

  private String next() throws InterruptedException {
    return bodies.poll(20, TimeUnit.SECONDS);
  }

  private static Alarm alarm(long sequence) {
    return new Alarm(AlarmRule.COVER_OF_AN_HOUR, "", 0.5, sequence, 1, true);
  }
}
