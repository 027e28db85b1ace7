package org.plimsoll.server.ftx;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;

/// The trades of a market in the last 24 hours, by the minute: at most 1,441 of them, and the price
/// before.
final class MarketDay {
  private static final long NANOS_PER_MINUTE = 60 * Times.NANOS_PER_SECOND;
  private static final long NANOS_PER_DAY = 86_400 * Times.NANOS_PER_SECOND;

  private final Deque<Minute> minutes = new ArrayDeque<>();
  private long lastTicks;
  private long beforeTicks;

  void add(long timeNs, long ticks, long lots) {
    long startNs = timeNs - Math.floorMod(timeNs, NANOS_PER_MINUTE);
    forget(timeNs);
    if (minutes.isEmpty() || minutes.getLast().startNs != startNs) {
      minutes.add(new Minute(startNs, ticks));
    }
    minutes.getLast().add(ticks, lots);
    lastTicks = ticks;
  }

  /// Returns the price of the last trade in ticks, 0 if there was none.
  long lastTicks() {
    return lastTicks;
  }

  /// Returns the price in ticks that held at an instant of the last 24 hours, to the minute; that
  /// of the first trade if there was none before; nothing if there was none at all.
  OptionalLong ticksAt(long timeNs) {
    long ticks = beforeTicks;
    for (Minute minute : minutes) {
      if (minute.startNs >= timeNs) {
        return OptionalLong.of(ticks == 0 ? minute.openTicks : ticks);
      }
      ticks = minute.closeTicks;
    }
    return ticks == 0 ? OptionalLong.empty() : OptionalLong.of(ticks);
  }

  /// Returns what was traded in the 24 hours before an instant.
  Sums sums(long nowNs) {
    forget(nowNs);
    BigInteger lots = BigInteger.ZERO;
    BigInteger tickLots = BigInteger.ZERO;
    long high = 0;
    long low = Long.MAX_VALUE;
    for (Minute minute : minutes) {
      lots = lots.add(minute.lots);
      tickLots = tickLots.add(minute.tickLots);
      high = Math.max(high, minute.highTicks);
      low = Math.min(low, minute.lowTicks);
    }
    return new Sums(new BigDecimal(lots), new BigDecimal(tickLots), high, high == 0 ? 0 : low);
  }

  private void forget(long nowNs) {
    while (!minutes.isEmpty() && minutes.getFirst().startNs < nowNs - NANOS_PER_DAY) {
      beforeTicks = minutes.removeFirst().closeTicks;
    }
  }

  /// What was traded in 24 hours.
  ///
  /// @param tickLots the sum of price times quantity
  /// @param highTicks 0 where nothing was
  record Sums(BigDecimal lots, BigDecimal tickLots, long highTicks, long lowTicks) {}

  private static final class Minute {
    private final long startNs;
    private final long openTicks;
    private long highTicks;
    private long lowTicks;
    private long closeTicks;
    private BigInteger lots = BigInteger.ZERO;
    private BigInteger tickLots = BigInteger.ZERO;

    Minute(long startNs, long openTicks) {
      this.startNs = startNs;
      this.openTicks = openTicks;
      this.highTicks = openTicks;
      this.lowTicks = openTicks;
    }

    void add(long ticks, long quantity) {
      highTicks = Math.max(highTicks, ticks);
      lowTicks = Math.min(lowTicks, ticks);
      closeTicks = ticks;
      BigInteger more = BigInteger.valueOf(quantity);
      lots = lots.add(more);
      tickLots = tickLots.add(more.multiply(BigInteger.valueOf(ticks)));
    }
  }
}
