package org.plimsoll.venue;

import java.util.Arrays;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// What has been traded of each asset on each of the last days, as base asset of all markets, in
/// the smallest unit of account. Days are those of UTC by the venue's clock.
final class DailyVolumes {
  private static final int DAYS = 30;
  private static final int SLOTS = DAYS + 1;

  /// The most that a day counts, so that thirty of them fit 64 bits.
  private static final long DAY_MAX = 1L << 58;

  private final long[][] volumes;
  private long day;

  DailyVolumes(int assetsMax) {
    volumes = new long[assetsMax][SLOTS];
  }

  void add(int asset, long notional) {
    long[] days = volumes[asset];
    int today = slot(day);
    days[today] = Math.min(DAY_MAX, days[today] + notional);
  }

  /// Begins the days that have begun by now.
  void moveTo(long clockNs) {
    long now = Days.of(clockNs);
    for (long next = Math.max(day + 1, now - DAYS); next <= now; next++) {
      for (long[] days : volumes) {
        days[slot(next)] = 0;
      }
    }
    day = now;
  }

  /// Returns the mean of the last 30 whole days, rounded down.
  long average(int asset) {
    return (Arrays.stream(volumes[asset]).sum() - volumes[asset][slot(day)]) / DAYS;
  }

  void writeTo(StateSink sink) {
    sink.add(day);
    for (long[] days : volumes) {
      sink.addSparse(days, SLOTS);
    }
  }

  void readFrom(StateSource source) {
    day = source.within(0, Days.of(Limits.TIME_MAX_NS));
    for (long[] days : volumes) {
      source.sparse(days, SLOTS);
    }
  }

  private static int slot(long day) {
    return (int) (day % SLOTS);
  }
}
