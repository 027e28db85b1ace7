package org.plimsoll.server.http;

import io.helidon.http.HttpPrologue;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionListener;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// Requests that have begun and are not whole yet, by the thread that reads each. One that takes
/// too long is cut: whoever sends a byte now and then would keep its connection for ever.
///
/// A virtual thread that is interrupted while it reads a socket closes it.
final class Arrivals implements Http1ConnectionListener, AutoCloseable {
  private final ConcurrentMap<Thread, Long> begun = new ConcurrentHashMap<>();
  private final Duration most;
  private final DoorCounts counts;
  private final Thread sweeper =
      Thread.ofVirtual().name("plimsoll-arrivals").unstarted(this::sweep);

  /// @param most how long a request may be on its way
  Arrivals(Duration most, DoorCounts counts) {
    this.most = most;
    this.counts = counts;
  }

  /// Begins to watch.
  void start() {
    sweeper.start();
  }

  /// Its first line has been read.
  @Override
  public void prologue(ConnectionContext connection, HttpPrologue prologue) {
    begun.put(Thread.currentThread(), System.nanoTime());
  }

  /// Says that the request that this thread reads is whole, or will never be.
  ///
  /// @return false if it was cut before
  boolean end() {
    return begun.remove(Thread.currentThread()) != null;
  }

  @Override
  public void close() {
    sweeper.interrupt();
  }

  private void sweep() {
    try {
      while (true) {
        Thread.sleep(most.dividedBy(4));
        long nowNs = System.nanoTime();
        begun.forEach((thread, sinceNs) -> {
          if (nowNs - sinceNs > most.toNanos() && begun.remove(thread, sinceNs)) {
            counts.refused.increment();
            thread.interrupt();
          }
        });
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
