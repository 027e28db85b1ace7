package org.plimsoll.margin;

import static org.plimsoll.units.Exact.ONE_E9;

import org.plimsoll.units.Exact;
import org.plimsoll.units.Rounding;

/// Which opposing position is closed first, where profit and leverage decide instead of size: the
/// rank that BitMEX publishes and other venues share. Longs and shorts are ranked apart.
public final class DeleverageRank {
  private DeleverageRank() {}

  /// Returns the rank, in billionths; the highest is closed first. It is profit over entry value,
  /// times leverage where there is a profit and divided by it where there is a loss, rounded down;
  /// what does not fit is the largest `long` or its negative.
  ///
  /// Example: a profit of 300 on 1,000 at leverage 5 has rank 1.5, a loss of 100 on 1,000 at
  /// leverage 4 has rank -0.025.
  ///
  /// @param profit unrealized, of either sign
  /// @param entryValue size at the entry price, positive
  /// @param leverageE9 effective leverage in billionths, positive
  public static long e9(long profit, long entryValue, long leverageE9) {
    if (profit >= 0) {
      long partE9 = Exact.mulDivOrMax(profit, ONE_E9, entryValue, Rounding.FLOOR);
      return Exact.mulDivOrMax(partE9, leverageE9, ONE_E9, Rounding.FLOOR);
    }
    long loss = profit == Long.MIN_VALUE ? Long.MAX_VALUE : -profit;
    long partE9 = Exact.mulDivOrMax(loss, ONE_E9, entryValue, Rounding.CEILING);
    return -Exact.mulDivOrMax(partE9, ONE_E9, leverageE9, Rounding.CEILING);
  }

  /// Returns effective leverage in billionths, `mark / abs(mark - zero price)`, rounded down: how
  /// often what stands behind a position goes into its value. It is the largest `long` where
  /// nothing stands behind it.
  ///
  /// @param markE9 positive
  /// @param zeroPriceE9 not negative
  public static long leverageE9(long markE9, long zeroPriceE9) {
    return markE9 == zeroPriceE9
        ? Long.MAX_VALUE
        : Exact.mulDivOrMax(markE9, ONE_E9, Math.abs(markE9 - zeroPriceE9), Rounding.FLOOR);
  }
}
