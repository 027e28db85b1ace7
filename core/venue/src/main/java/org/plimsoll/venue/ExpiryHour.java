package org.plimsoll.venue;

import org.plimsoll.units.Exact;
import org.plimsoll.units.Rounding;
import org.plimsoll.units.StateHash;

/// The hour before a dated future expires: the index, integrated over time, whose mean is the price
/// at which the future expires (FTX help center article 360027668752). A perpetual has none.
///
/// Each sample of the index holds until the next. The integral is a sum of price times nanoseconds,
/// kept exactly as so many prices for the whole hour and a rest below one.
final class ExpiryHour {
  private static final long HOUR_NS = 3_600_000_000_000L;

  private final long expiryNs;
  private long wholeE9;
  private long rest;
  private long elapsedNs;
  private boolean isOver;

  /// @param expiryNs 0 for a perpetual
  ExpiryHour(long expiryNs) {
    this.expiryNs = expiryNs;
  }

  /// Lets time pass under a sample of the index, of which the hour counts what is within it.
  ///
  /// @param indexE9 0 while there is none: that time does not count
  void pass(long indexE9, long fromNs, long toNs) {
    long ns = Math.min(toNs, expiryNs) - Math.max(fromNs, expiryNs - HOUR_NS);
    if (ns <= 0 || indexE9 == 0) {
      return;
    }
    long partE9 = Exact.mulDiv(indexE9, ns, HOUR_NS, Rounding.FLOOR);
    rest += remainder(indexE9, ns, partE9, HOUR_NS);
    wholeE9 += partE9 + rest / HOUR_NS;
    rest %= HOUR_NS;
    elapsedNs += ns;
  }

  /// Returns the mean over the time that counted, in billionths, rounded down; 0 if none did.
  long meanE9() {
    if (elapsedNs == 0) {
      return 0;
    }
    long meanE9 = Exact.mulDiv(wholeE9, HOUR_NS, elapsedNs, Rounding.FLOOR);
    return meanE9 + (remainder(wholeE9, HOUR_NS, meanE9, elapsedNs) + rest) / elapsedNs;
  }

  void end() {
    isOver = true;
  }

  /// Returns whether the future has expired.
  boolean isOver() {
    return isOver;
  }

  void hashInto(StateHash hash) {
    hash.add(wholeE9).add(rest).add(elapsedNs).add(isOver ? 1 : 0);
  }

  /// Returns `a * b - quotient * divisor`, which is less than the divisor, so that what overflows
  /// of both products is the same.
  private static long remainder(long a, long b, long quotient, long divisor) {
    return a * b - quotient * divisor;
  }
}
