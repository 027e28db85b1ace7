package org.plimsoll.venue;

import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// The hour before a dated future expires: the index, integrated over time, whose mean is the price
/// at which the future expires (FTX help center article 360027668752). A perpetual has none.
///
/// Each sample of the index holds until the next.
final class ExpiryHour {
  private static final long HOUR_NS = 3_600_000_000_000L;

  private final long expiryNs;
  private final PriceIntegral integral = new PriceIntegral(HOUR_NS);

  /// @param expiryNs 0 for a perpetual
  ExpiryHour(long expiryNs) {
    this.expiryNs = expiryNs;
  }

  /// Lets time pass under a sample of the index, of which the hour counts what is within it.
  ///
  /// @param indexE9 0 while there is none: that time does not count
  void pass(long indexE9, long fromNs, long toNs) {
    long ns = Math.min(toNs, expiryNs) - Math.max(fromNs, expiryNs - HOUR_NS);
    if (ns > 0 && indexE9 > 0) {
      integral.add(indexE9, ns);
    }
  }

  /// Returns the mean over the time that counted, in billionths, rounded down; 0 if none did.
  long meanE9() {
    return integral.mean();
  }

  void writeTo(StateSink sink) {
    integral.writeTo(sink);
  }

  void readFrom(StateSource source) {
    integral.readFrom(source);
  }
}
