package org.plimsoll.venue;

import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// The mean of a future's mark, or of the ratio of the mark to the index, over the five whole
/// minutes behind and the one that runs, weighted by time, from which price bands are measured (FTX
/// help center article 360027946651).
///
/// Six integrals, one for each minute, are used in turn, so that the mean forgets a minute at a
/// time and nothing is kept of each sample.
final class FiveMinuteMean {
  private static final long MINUTE_NS = 60_000_000_000L;
  private static final int MINUTES = 6;

  private final PriceIntegral[] integrals = new PriceIntegral[MINUTES];
  private final PriceIntegral sum = new PriceIntegral(MINUTE_NS);
  private long minute;

  FiveMinuteMean() {
    for (int i = 0; i < MINUTES; i++) {
      integrals[i] = new PriceIntegral(MINUTE_NS);
    }
  }

  /// Lets time pass under a value.
  ///
  /// @param value at most a sixth of the largest `long`; 0 while there is none: that time does not
  ///   count
  void pass(long value, long fromNs, long toNs) {
    long last = toNs / MINUTE_NS;
    long first = Math.max(minute, last - MINUTES);
    while (minute < last) {
      minute = Math.max(minute + 1, first);
      integrals[(int) (minute % MINUTES)].clear();
    }
    long from = Math.max(fromNs, (last - MINUTES + 1) * MINUTE_NS);
    while (from < toNs) {
      long until = Math.min(toNs, (from / MINUTE_NS + 1) * MINUTE_NS);
      if (value > 0) {
        integrals[(int) (from / MINUTE_NS % MINUTES)].add(value, until - from);
      }
      from = until;
    }
  }

  /// Returns the mean, rounded down, or 0 while there is none.
  long value() {
    sum.clear();
    for (PriceIntegral integral : integrals) {
      sum.add(integral);
    }
    return sum.mean();
  }

  void writeTo(StateSink sink) {
    sink.add(minute);
    for (PriceIntegral integral : integrals) {
      integral.writeTo(sink);
    }
  }

  void readFrom(StateSource source) {
    minute = source.within(0, Long.MAX_VALUE);
    for (PriceIntegral integral : integrals) {
      integral.readFrom(source);
    }
  }
}
