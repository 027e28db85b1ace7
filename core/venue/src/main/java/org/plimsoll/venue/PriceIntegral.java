package org.plimsoll.venue;

import org.plimsoll.units.Exact;
import org.plimsoll.units.Rounding;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// A price integrated over time, exactly: a sum of price times nanoseconds, kept as so many prices
/// for a whole period and a rest below one.
final class PriceIntegral {
  private final long periodNs;
  private long whole;
  private long rest;
  private long elapsedNs;

  /// @param periodNs the longest time that is integrated at once
  PriceIntegral(long periodNs) {
    this.periodNs = periodNs;
  }

  void clear() {
    whole = 0;
    rest = 0;
    elapsedNs = 0;
  }

  /// Adds a price that held for some time.
  ///
  /// @param price not negative; all prices together no more than the largest `long` in the mean
  /// @param ns positive, with all that was added since the start at most the period
  void add(long price, long ns) {
    long part = Exact.mulDiv(price, ns, periodNs, Rounding.FLOOR);
    add(part, remainder(price, ns, part, periodNs), ns);
  }

  /// Adds another integral of the same period.
  void add(PriceIntegral other) {
    add(other.whole, other.rest, other.elapsedNs);
  }

  /// Returns the mean over the time that was added, rounded down; 0 if there was none.
  long mean() {
    if (elapsedNs == 0) {
      return 0;
    }
    long mean = Exact.mulDiv(whole, periodNs, elapsedNs, Rounding.FLOOR);
    return mean + (remainder(whole, periodNs, mean, elapsedNs) + rest) / elapsedNs;
  }

  void writeTo(StateSink sink) {
    sink.add(whole).add(rest).add(elapsedNs);
  }

  void readFrom(StateSource source) {
    whole = source.within(0, Long.MAX_VALUE);
    rest = source.within(0, periodNs - 1);
    elapsedNs = source.within(0, periodNs);
  }

  private void add(long moreWhole, long moreRest, long ns) {
    rest += moreRest;
    whole += moreWhole + rest / periodNs;
    rest %= periodNs;
    elapsedNs += ns;
  }

  /// Returns `a * b - quotient * divisor`, which is less than the divisor, so that what overflows
  /// of both products is the same.
  private static long remainder(long a, long b, long quotient, long divisor) {
    return a * b - quotient * divisor;
  }
}
