package org.plimsoll.bench.server;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/// Clients that send at a given rate, whether they are answered or not.
final class Crowd {
  private static final double NANOS_PER_SECOND = 1e9;

  private final List<Sender> senders = new ArrayList<>();

  Crowd(HttpClient http, Measured server) {
    long seed = 0;
    for (String[] key : server.keys()) {
      senders.add(new Sender(http, server.host(), key, ++seed));
    }
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
      CompletableFuture<Void> call = senders.get(i % senders.size()).send();
      open.add(call.thenRun(() -> took.accept(System.nanoTime() - dueNs)));
    }
    open.forEach(CompletableFuture::join);
  }
}
