package org.plimsoll.server.solvency;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.plimsoll.protocol.CollateralCommand.CapCollateral;
import org.plimsoll.server.exchange.Answer;
import org.plimsoll.server.exchange.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps new debt below the load lines: sends the caps of the last reading, at most once in a
/// minute of the venue's clock. It has a thread of its own, since the watch must not wait for the
/// venue that it watches.
public final class LoadLineKeeper implements Consumer<Reading>, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LoadLineKeeper.class);
  private static final long EVERY_NS = 60_000_000_000L;

  private final Exchange exchange;
  private final LoadLineCaps caps;
  private final BlockingQueue<Reading> next = new ArrayBlockingQueue<>(1);
  private final Thread thread;

  /// Creates one for a venue.
  public LoadLineKeeper(Exchange exchange, LoadLineCaps caps) {
    this.exchange = exchange;
    this.caps = caps;
    thread = Thread.ofVirtual().name("plimsoll-load-line").start(this::run);
  }

  /// Takes a reading, unless one is still at work.
  @Override
  public void accept(Reading reading) {
    if (!next.offer(reading)) {
      LOG.atDebug().addKeyValue("sequence", reading.sequence()).log("a reading is passed over");
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void run() {
    try {
      long dueNs = Long.MIN_VALUE;
      while (true) {
        Reading reading = next.take();
        if (reading.clockNs() >= dueNs && send(reading)) {
          dueNs = reading.clockNs() + EVERY_NS;
        }
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } catch (IllegalStateException stopped) {
      LOG.info("no more caps: {}", stopped.getMessage());
    }
  }

  private boolean send(Reading reading) {
    List<CapCollateral> commands = exchange.ask(view -> caps.of(reading, view));
    for (CapCollateral command : commands) {
      Answer answer = exchange.send(command);
      LOG.atInfo()
          .addKeyValue("asset", command.asset())
          .addKeyValue("venueMax", command.venueMax())
          .addKeyValue("taken", answer instanceof Answer.Done)
          .log("cap by load line");
    }
    return !commands.isEmpty();
  }
}
