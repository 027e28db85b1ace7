package org.plimsoll.units;

/// Integer arithmetic that is exact or refuses: 128-bit products, named rounding, no wrap-around.
///
/// Prices, rates and weights are counts of one billionth (suffix `E9`), so that 0.95 is
/// `950_000_000`. Amounts are counts of an asset's smallest unit.
public final class Exact {
  /// One, as a count of billionths.
  public static final long ONE_E9 = 1_000_000_000L;

  private static final int DECIMALS_MAX = 18;
  private static final long LOW_HALF = 0xFFFF_FFFFL;
  private static final long[] POWERS_OF_TEN = powersOfTen();

  private Exact() {}

  /// Returns ten to the power of `exponent`.
  ///
  /// @param exponent 0 to 18
  /// @throws IllegalArgumentException if the exponent is out of range
  public static long powerOfTen(int exponent) {
    if (exponent < 0 || exponent > DECIMALS_MAX) {
      throw new IllegalArgumentException("exponent " + exponent + " is not within 0 to 18");
    }
    return POWERS_OF_TEN[exponent];
  }

  /// Returns `a * b / divisor`, rounded as asked, with a 128-bit product in between.
  ///
  /// @param divisor positive
  /// @throws ArithmeticException if the quotient does not fit 64 bits or the divisor is not
  ///   positive
  public static long mulDiv(long a, long b, long divisor, Rounding rounding) {
    if (divisor <= 0) {
      throw new ArithmeticException("divisor " + divisor + " is not positive");
    }
    long high = Math.multiplyHigh(a, b);
    long low = a * b;
    if (high == low >> 63) {
      return rounding == Rounding.FLOOR ? Math.floorDiv(low, divisor) : Math.ceilDiv(low, divisor);
    }
    return wideQuotient(high, low, divisor, rounding);
  }

  /// Returns the value of a quantity at a price, both scaled.
  ///
  /// @param amount count of the smallest unit
  /// @param priceE9 price of one whole unit, in billionths of a whole unit of the quote asset
  /// @param amountDecimals decimals of the amount's asset, 0 to 9
  /// @param quoteDecimals decimals of the quote asset, 0 to 9
  /// @return count of the quote asset's smallest unit
  /// @throws ArithmeticException if the value does not fit 64 bits
  public static long value(
      long amount, long priceE9, int amountDecimals, int quoteDecimals, Rounding rounding) {
    return mulDiv(amount, priceE9, powerOfTen(9 + amountDecimals - quoteDecimals), rounding);
  }

  /// Returns the value of a quantity at a price as [#value] does, or the largest `long` if it does
  /// not fit: for bounds that must be checked before anything is known to fit.
  ///
  /// @param amount not negative
  /// @param priceE9 not negative
  public static long valueOrMax(
      long amount, long priceE9, int amountDecimals, int quoteDecimals, Rounding rounding) {
    return mulDivOrMax(amount, priceE9, powerOfTen(9 + amountDecimals - quoteDecimals), rounding);
  }

  /// Returns `a * b / divisor` as [#mulDiv] does, or the largest `long` if it does not fit: for
  /// amounts that nobody may have, and that must be told to be too large instead of stopping.
  ///
  /// @param a not negative
  /// @param b not negative
  /// @param divisor positive
  public static long mulDivOrMax(long a, long b, long divisor, Rounding rounding) {
    long high = Math.multiplyHigh(a, b);
    long highMax = Math.multiplyHigh(divisor, Long.MAX_VALUE);
    boolean fits =
        high == highMax
            ? Long.compareUnsigned(a * b, divisor * Long.MAX_VALUE) <= 0
            : high < highMax;
    return fits ? mulDiv(a, b, divisor, rounding) : Long.MAX_VALUE;
  }

  /// Returns the square root of a quantity in whole units, in billionths, rounded down.
  ///
  /// @param amount count of the smallest unit, not negative
  /// @param decimals decimals of the asset, 0 to 18
  public static long sqrtE9(long amount, int decimals) {
    if (amount < 0) {
      throw new ArithmeticException("no square root of " + amount);
    }
    long scale = powerOfTen(DECIMALS_MAX - decimals);
    return sqrt(Math.multiplyHigh(amount, scale), amount * scale);
  }

  /// Returns the largest `r` with `r * r <= high * 2^64 + low`, taking `low` as unsigned.
  private static long sqrt(long high, long low) {
    double estimate = Math.sqrt(high * 0x1p64 + (low >>> 1) * 2.0);
    long root = (long) estimate;
    while (isSquareAbove(root, high, low)) {
      root--;
    }
    while (!isSquareAbove(root + 1, high, low)) {
      root++;
    }
    return root;
  }

  private static boolean isSquareAbove(long root, long high, long low) {
    long squareHigh = Math.multiplyHigh(root, root);
    return squareHigh != high ? squareHigh > high : Long.compareUnsigned(root * root, low) > 0;
  }

  private static long wideQuotient(long high, long low, long divisor, Rounding rounding) {
    boolean negative = high < 0;
    long magnitudeHigh = negative ? ~high + (low == 0 ? 1 : 0) : high;
    long magnitudeLow = negative ? -low : low;
    if (magnitudeHigh >= divisor) {
      throw new ArithmeticException("quotient does not fit 64 bits");
    }
    long quotient = divideWide(magnitudeHigh, magnitudeLow, divisor);
    boolean isExact = magnitudeLow == quotient * divisor;
    boolean awayFromZero = !isExact && negative == (rounding == Rounding.FLOOR);
    long room = (negative ? Long.MIN_VALUE : Long.MAX_VALUE) - (awayFromZero ? 1 : 0);
    if (Long.compareUnsigned(quotient, room) > 0) {
      throw new ArithmeticException("quotient does not fit 64 bits");
    }
    long rounded = awayFromZero ? quotient + 1 : quotient;
    return negative ? -rounded : rounded;
  }

  /// Returns the unsigned quotient of a 128-bit number and a positive divisor above its high half,
  /// by schoolbook division in base 2^32 (Knuth, The Art of Computer Programming 2, 4.3.1,
  /// algorithm D).
  private static long divideWide(long high, long low, long divisor) {
    int shift = Long.numberOfLeadingZeros(divisor);
    long normalized = divisor << shift;
    long top = high << shift | low >>> (64 - shift);
    long rest = low << shift;
    long upper = digit(top, rest >>> 32, normalized);
    long remainder = (top << 32) + (rest >>> 32) - upper * normalized;
    long lower = digit(remainder, rest & LOW_HALF, normalized);
    return (upper << 32) + lower;
  }

  /// Returns the base-2^32 digit of `(top * 2^32 + next) / normalized`, where `normalized` has its
  /// highest bit set and `top` is below it.
  private static long digit(long top, long next, long normalized) {
    long divisorHigh = normalized >>> 32;
    long divisorLow = normalized & LOW_HALF;
    long digit = Long.divideUnsigned(top, divisorHigh);
    long remainder = top - digit * divisorHigh;
    while (digit > LOW_HALF
        || Long.compareUnsigned(digit * divisorLow, remainder << 32 | next) > 0) {
      digit--;
      remainder += divisorHigh;
      if (remainder > LOW_HALF) {
        break;
      }
    }
    return digit;
  }

  private static long[] powersOfTen() {
    long[] powers = new long[DECIMALS_MAX + 1];
    powers[0] = 1;
    for (int i = 1; i <= DECIMALS_MAX; i++) {
      powers[i] = powers[i - 1] * 10;
    }
    return powers;
  }
}
