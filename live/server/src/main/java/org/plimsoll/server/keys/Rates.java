package org.plimsoll.server.keys;

/// How much may be sent. 0 is no limit.
///
/// @param requestsPerMinuteOfKey requests of one key in a minute
/// @param requestsPerMinuteOfAddress requests of one network address in a minute, signed or not
/// @param ordersOnMarket orders of one owner on one market in 200 milliseconds
/// @param ordersInAll orders of one owner in 200 milliseconds
public record Rates(
    int requestsPerMinuteOfKey,
    int requestsPerMinuteOfAddress,
    int ordersOnMarket,
    int ordersInAll) {
  /// What everybody gets. An address may send for twenty keys, since a class sits behind one.
  public static final Rates BASE_TIER = new Rates(1_500, 30_000, 2, 6);

  /// No limits, for benchmarks.
  public static final Rates OFF = new Rates(0, 0, 0, 0);

  /// Checks.
  ///
  /// @throws IllegalArgumentException if a rate is negative
  public Rates {
    if (Math.min(requestsPerMinuteOfKey, requestsPerMinuteOfAddress) < 0
        || Math.min(ordersOnMarket, ordersInAll) < 0) {
      throw new IllegalArgumentException("a rate is 0, which is no limit, or more");
    }
  }
}
