package org.plimsoll.venue;

import org.plimsoll.margin.Funding;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// The funding of one perpetual: the premium of the hour that runs, integrated over time, and what
/// the hour that has ended makes everybody pay.
///
/// An hour is never longer than an hour: what passes beyond it before the payment no longer counts.
final class FundingHour {
  private static final long HOUR_MILLIS = 3_600_000;
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final int baseDecimals;
  private final int accountDecimals;
  private long integral;
  private long millis;
  private boolean isPaying;
  private long rateE9;
  private long perCoinE9;
  private long paidIn;

  FundingHour(int baseDecimals, int accountDecimals) {
    this.baseDecimals = baseDecimals;
    this.accountDecimals = accountDecimals;
  }

  /// Lets time pass. Parts of a millisecond do not count.
  void accrue(long markE9, long indexE9, long elapsedNs) {
    long elapsed = Math.min(elapsedNs / NANOS_PER_MILLI, HOUR_MILLIS - millis);
    if (indexE9 > 0 && elapsed > 0) {
      integral += Funding.integral(Funding.premiumE9(markE9, indexE9), elapsed);
      millis += elapsed;
    }
  }

  boolean isPaying() {
    return isPaying;
  }

  /// Ends the hour and fixes what it makes a coin pay.
  void begin(long indexE9) {
    isPaying = true;
    rateE9 = Funding.rateE9(integral);
    perCoinE9 = indexE9 == 0 ? 0 : Funding.perCoinE9(indexE9, integral);
    integral = 0;
    millis = 0;
    paidIn = 0;
  }

  /// Returns the rate of the hour that has ended, in billionths.
  long rateE9() {
    return rateE9;
  }

  /// Returns what a position pays, negative where it receives, and adds it to what was paid in.
  long payment(long signedBaseAmount) {
    long payment = Funding.payment(signedBaseAmount, perCoinE9, baseDecimals, accountDecimals);
    paidIn += payment;
    return payment;
  }

  /// Ends the payments.
  ///
  /// @return what was paid in and not out, never negative
  long end() {
    isPaying = false;
    return paidIn;
  }

  void writeTo(StateSink sink) {
    sink.add(integral).add(millis).add(isPaying ? 1 : 0);
    sink.add(rateE9).add(perCoinE9).add(paidIn);
  }

  void readFrom(StateSource source) {
    integral = source.number();
    millis = source.within(0, HOUR_MILLIS);
    isPaying = source.flag();
    rateE9 = source.number();
    perCoinE9 = source.number();
    paidIn = source.number();
  }
}
