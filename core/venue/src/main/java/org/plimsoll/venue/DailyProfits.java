package org.plimsoll.venue;

import java.util.Arrays;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// What the settlement of futures has brought each account since midnight UTC, in the smallest unit
/// of account. A day counts at most what 2^61 units are, either way.
final class DailyProfits {
  private static final long MAX = 1L << 61;

  private int accounts;
  private long[] profits = new long[16];
  private long[] days = new long[16];

  void openAccount() {
    if (accounts == profits.length) {
      profits = Arrays.copyOf(profits, accounts * 2);
      days = Arrays.copyOf(days, accounts * 2);
    }
    accounts++;
  }

  void add(int account, long amount, long clockNs) {
    profits[account] = Math.clamp(of(account, clockNs) + amount, -MAX, MAX);
    days[account] = Days.of(clockNs);
  }

  long of(int account, long clockNs) {
    return days[account] == Days.of(clockNs) ? profits[account] : 0;
  }

  void writeTo(StateSink sink) {
    for (int account = 0; account < accounts; account++) {
      sink.add(profits[account]).add(days[account]);
    }
  }

  void readFrom(StateSource source) {
    for (int account = 0; account < accounts; account++) {
      profits[account] = source.within(-MAX, MAX);
      days[account] = source.number();
    }
  }
}
