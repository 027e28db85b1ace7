package org.plimsoll.venue;

/// Days of the venue's clock, which begin at midnight UTC.
final class Days {
  static final long NANOS = 86_400_000_000_000L;

  private Days() {}

  /// Returns the number of the day, counted from the first one of 1970 as 0.
  static long of(long clockNs) {
    return clockNs / NANOS;
  }
}
