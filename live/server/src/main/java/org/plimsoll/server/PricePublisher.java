package org.plimsoll.server;

import java.util.List;
import org.plimsoll.server.exchange.Answer;
import org.plimsoll.server.exchange.Exchange;
import org.plimsoll.server.exchange.Stopped;
import org.plimsoll.server.file.PriceFeed;
import org.plimsoll.venue.VenueView;

/// Publishes made-up index prices as the venue's time passes.
final class PricePublisher implements AutoCloseable {
  private static final long LOOK_EVERY_MS = 50;

  private final Exchange exchange;
  private final PriceFeed feed;
  private final Thread thread;
  private volatile boolean isOver;

  PricePublisher(Exchange exchange, PriceFeed feed) {
    this.exchange = exchange;
    this.feed = feed;
    this.thread = Thread.ofVirtual().name("plimsoll-prices").start(this::run);
  }

  @Override
  public void close() {
    isOver = true;
    thread.interrupt();
  }

  private void run() {
    try {
      long doneNs = exchange.ask(VenueView::clockNs);
      while (!isOver) {
        Thread.sleep(LOOK_EVERY_MS);
        long nowNs = exchange.nowNs();
        if (nowNs >= feed.nextNs(doneNs)) {
          publish(doneNs, nowNs);
          doneNs = nowNs;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Stopped over) {
      isOver = true;
    }
  }

  private void publish(long fromNs, long toNs) {
    List<Answer> _ = exchange.sendWhatFollows(view -> feed.between(fromNs, toNs, view));
  }
}
