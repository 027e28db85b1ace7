package org.plimsoll.ecosystem.run;

import java.util.Arrays;
import org.plimsoll.ecosystem.PricePath;

/// A price at rising instants; in between, its logarithm is on the straight line. Before the first
/// there is none; after the last it stays.
final class GridPath implements PricePath {
  private static final double E9 = 1e9;

  private final long[] timesNs;
  private final double[] logs;

  /// @param logs natural logarithms of prices, as many as instants
  GridPath(long[] timesNs, double[] logs) {
    this.timesNs = timesNs;
    this.logs = logs;
  }

  @Override
  public long priceE9(long timeNs) {
    int found = Arrays.binarySearch(timesNs, timeNs);
    if (found >= 0) {
      return price(logs[found]);
    }
    int next = -found - 1;
    if (next == 0) {
      return 0;
    }
    if (next == timesNs.length) {
      return price(logs[next - 1]);
    }
    double share = (double) (timeNs - timesNs[next - 1]) / (timesNs[next] - timesNs[next - 1]);
    return price(logs[next - 1] + share * (logs[next] - logs[next - 1]));
  }

  private static long price(double log) {
    return Math.max(1, StrictMath.round(StrictMath.exp(log) * E9));
  }
}
