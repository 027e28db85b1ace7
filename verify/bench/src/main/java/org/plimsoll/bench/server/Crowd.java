package org.plimsoll.bench.server;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/// Clients that send at a given rate, whether they are answered or not.
final class Crowd implements AutoCloseable {
  private static final double NANOS_PER_SECOND = 1e9;

  private final List<? extends Client> clients;

  private Crowd(List<? extends Client> clients) {
    this.clients = clients;
  }

  /// Returns all clients of a server, who send over REST.
  static Crowd overRest(HttpClient http, Measured server) {
    return new Crowd(senders(http, server));
  }

  /// Returns all clients of a server, who send over a line each.
  static Crowd overLines(HttpClient http, Measured server) {
    return new Crowd(
        senders(http, server).stream()
            .map(sender -> new StreamSender(http, server.host(), sender))
            .toList());
  }

  private static List<Sender> senders(HttpClient http, Measured server) {
    List<Sender> senders = new ArrayList<>();
    for (String[] key : server.keys()) {
      senders.add(new Sender(http, server.host(), key, senders.size()));
    }
    return senders;
  }

  /// Sends so many calls a second, and waits until all are answered.
  ///
  /// @param took told for each how long its answer took from when it was due, in nanoseconds: a
  ///   call that is sent late because the one before was late has waited for that time too
  /// @throws IllegalStateException if one is not answered well
  void send(int count, int perSecond, LongConsumer took) {
    List<CompletableFuture<Void>> open = new ArrayList<>();
    double everyNs = NANOS_PER_SECOND / perSecond;
    long beganNs = System.nanoTime();
    for (int i = 0; i < count; i++) {
      long dueNs = beganNs + (long) (i * everyNs);
      for (long left = dueNs - System.nanoTime(); left > 0; left = dueNs - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      CompletableFuture<Void> call = clients.get(i % clients.size()).send();
      open.add(call.thenRun(() -> took.accept(System.nanoTime() - dueNs)));
    }
    open.forEach(CompletableFuture::join);
  }

  @Override
  public void close() {
    clients.forEach(Client::leave);
  }
}
