package org.plimsoll.venue;

import java.util.Arrays;
import org.plimsoll.units.StateHash;

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

  void hashInto(StateHash hash) {
    for (int account = 0; account < accounts; account++) {
      hash.add(profits[account]).add(days[account]);
    }
  }
}
