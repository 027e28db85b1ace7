package org.plimsoll.server.operation;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.plimsoll.results.JsonText;
import org.plimsoll.server.solvency.Alarm;
import org.plimsoll.server.v1.SolvencyJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Posts alarms to an address, one after the other. Whoever raises them never waits: where too many
/// wait the newest is lost, and counted.
///
/// The address is in no log, since many have a secret in them.
public final class Webhook implements Consumer<Alarm>, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Webhook.class);
  private static final int WAITING_MAX = 256;
  private static final int TRIES = 6;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final URI address;
  private final Duration pause;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final BlockingQueue<Alarm> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
  private final LongAdder lost = new LongAdder();
  private final Thread thread;

  /// Creates one that pauses a second after the first try that fails, and twice as long after each
  /// next one.
  public Webhook(URI address) {
    this(address, Duration.ofSeconds(1));
  }

  Webhook(URI address, Duration pause) {
    this.address = address;
    this.pause = pause;
    thread = Thread.ofVirtual().name("plimsoll-webhook").start(this::run);
  }

  @Override
  public void accept(Alarm alarm) {
    if (!waiting.offer(alarm)) {
      lost.increment();
    }
  }

  /// Returns how many alarms nobody got.
  public long lost() {
    return lost.sum();
  }

  @Override
  public void close() {
    thread.interrupt();
    client.shutdownNow();
  }

  private void run() {
    try {
      while (true) {
        Alarm alarm = waiting.take();
        if (!deliver(alarm)) {
          lost.increment();
          LOG.atError().addKeyValue("alarm", alarm.rule().code()).log("nobody takes an alarm");
        }
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean deliver(Alarm alarm) throws InterruptedException {
    Duration next = pause;
    for (int tries = 1; tries <= TRIES; tries++) {
      if (isTaken(alarm)) {
        return true;
      }
      if (tries < TRIES) {
        Thread.sleep(next);
        next = next.multipliedBy(2);
      }
    }
    return false;
  }

  private boolean isTaken(Alarm alarm) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JsonText.of(SolvencyJson.of(alarm))))
            .build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() / 100 == 2;
    } catch (IOException unreachable) {
      return false;
    }
  }
}
