package org.plimsoll.margin;

import static org.plimsoll.units.Exact.ONE_E9;

import org.plimsoll.units.Exact;
import org.plimsoll.units.Rounding;

/// What holders of a perpetual pay each other every hour, so that its price stays by the index.
///
/// `payment = size * index * mean premium of the hour / 24`, and longs pay while the premium is
/// positive. Source: FTX help center article 360027668752. It says "price level" without naming one
/// (2022) and `size * (mean of the future - mean of the index) / 24` (2019); the index makes the
/// two the same.
///
/// The premium is integrated over time exactly, as a sum of premium times milliseconds. The amount
/// for one coin is then rounded once and is the same for everybody, so the payments of a market sum
/// to zero before each is rounded up, against its account. The fund keeps the remainder: at least
/// nothing and less than one smallest unit for each position.
public final class Funding {
  /// The largest premium that counts, 2,400 %: with it an hour costs the whole notional. The rule
  /// has no cap; this one is out of reach of the price bands and keeps every payment in 64 bits.
  public static final long PREMIUM_MAX_E9 = 24 * ONE_E9;

  private static final long MILLIS_OF_A_DAY = 86_400_000;

  private Funding() {}

  /// Returns the premium `(mark - index) / index` in billionths, rounded down, at most
  /// [#PREMIUM_MAX_E9]; it is never below -1.
  ///
  /// @param markE9 not negative
  /// @param indexE9 positive
  public static long premiumE9(long markE9, long indexE9) {
    long ratioE9 = Exact.mulDivOrMax(markE9, ONE_E9, indexE9, Rounding.FLOOR);
    return Math.min(PREMIUM_MAX_E9, ratioE9 - ONE_E9);
  }

  /// Returns what a premium that stood for some time adds to the integral of an hour. The sum over
  /// four days of the largest premium fits 64 bits.
  ///
  /// @param premiumE9 from [#premiumE9]
  /// @param elapsedMillis 0 to 3,600,000
  public static long integral(long premiumE9, long elapsedMillis) {
    return premiumE9 * elapsedMillis;
  }

  /// Returns the funding rate of the period, as it is published: the integral over a day, in
  /// billionths, rounded down. The mean premium of a whole hour is divided by 24 in it; of a market
  /// that was listed within the hour, only the time since then counts.
  ///
  /// Example: premiums of 0.2 %, 0.5 % and -0.1 % for 20 minutes each make 0.0083333 %.
  public static long rateE9(long integral) {
    return Math.floorDiv(integral, MILLIS_OF_A_DAY);
  }

  /// Returns what one whole coin pays, in billionths of a whole unit of account, rounded down. It
  /// is at most the index either way for an hour's integral, so it fits.
  ///
  /// @param indexE9 positive
  /// @param integral the sum of [#integral] over at most one hour
  public static long perCoinE9(long indexE9, long integral) {
    return Exact.mulDiv(indexE9, integral, MILLIS_OF_A_DAY * ONE_E9, Rounding.FLOOR);
  }

  /// Returns what a position pays, in the smallest unit of account, rounded up; negative where it
  /// receives. It is never more than the value of the position at the index.
  ///
  /// @param size of the position in its smallest unit, negative for a short
  /// @param perCoinE9 from [#perCoinE9]
  /// @param decimals of the size, 0 to 9
  /// @param accountDecimals of the unit of account, 0 to 9
  public static long payment(long size, long perCoinE9, int decimals, int accountDecimals) {
    return Exact.value(size, perCoinE9, decimals, accountDecimals, Rounding.CEILING);
  }
}
