package org.plimsoll.margin;

import static org.plimsoll.units.Exact.ONE_E9;

import org.plimsoll.units.Exact;
import org.plimsoll.units.Rounding;

/// How much of a position goes in one step of its liquidation.
///
/// Source: FTX help center article 360027937831, "Liquidations" (2019). In the first stage each
/// market has its turn every second with probability 1/6, and all accounts that are being
/// liquidated in it share one budget, in random order. The random numbers come from entropy that
/// the venue is given; what remains of a division by the number of choices favors no choice by more
/// than one part in ten billion.
///
/// Notionals are in the smallest unit of account, sizes in that of the position, and neither is
/// negative; none overflows.
public final class LiquidationSlice {
  private static final long PER_DAY = 10_000;
  private static final long LEAST = 1_000;
  private static final long SCALE_MIN_E9 = 500_000_000;
  private static final long OFFSET_MIN_E9 = 100_000;
  private static final long OFFSET_MAX_E9 = 500_000;

  private LiquidationSlice() {}

  /// Returns what one market's turn may send into the order book: 0.0001 of the average daily
  /// volume of the underlying, rounded down.
  public static long budget(long dailyVolume) {
    return dailyVolume / PER_DAY;
  }

  /// Returns the notional of an order into the book: a tenth of the position, at least 1,000 or the
  /// whole of it, at most the budget that is left, then times the scale, at most the position.
  ///
  /// As published the scale comes after the budget, so the last order of a turn may go beyond it by
  /// up to half.
  ///
  /// @param notional of the position
  /// @param budgetLeft of this turn
  /// @param scaleE9 from [#scaleE9]
  /// @param accountDecimals of the unit of account, 0 to 9
  public static long bookNotional(
      long notional, long budgetLeft, long scaleE9, int accountDecimals) {
    long wanted = Math.max(notional / 10, least(notional, accountDecimals));
    long scaled = Exact.mulDivOrMax(Math.min(wanted, budgetLeft), scaleE9, ONE_E9, Rounding.FLOOR);
    return Math.min(notional, scaled);
  }

  /// Returns the notional that is handed over off the book in one second: `(1 - value / auto-close
  /// requirement)` of the position, rounded up, at least 1,000 or the whole of it; all of it where
  /// the value is negative, nothing where the requirement is met.
  ///
  /// @param notional of the position
  /// @param value of the account, of either sign
  /// @param autoCloseRequirement of the account, from [AccountMargin#autoCloseRequirement]
  /// @param accountDecimals of the unit of account, 0 to 9
  public static long autoCloseNotional(
      long notional, long value, long autoCloseRequirement, int accountDecimals) {
    if (value < 0) {
      return notional;
    }
    if (value >= autoCloseRequirement) {
      return 0;
    }
    long missing = autoCloseRequirement - value;
    long part = Exact.mulDiv(notional, missing, autoCloseRequirement, Rounding.CEILING);
    return Math.max(part, least(notional, accountDecimals));
  }

  /// Returns the size that a part of a position's notional is, rounded up: all of it for all.
  ///
  /// @param size of the position
  /// @param part of the notional, at most that
  /// @param notional of the position, positive
  public static long size(long size, long part, long notional) {
    return Exact.mulDiv(size, part, notional, Rounding.CEILING);
  }

  /// Returns a number between 0.5 and 1.5 in billionths, both ends possible.
  ///
  /// @param entropy of its own for each order
  public static long scaleE9(long entropy) {
    return SCALE_MIN_E9 + Math.floorMod(entropy, ONE_E9 + 1);
  }

  /// Returns how far through the best price an order goes, between 0.01 % and 0.05 % in billionths,
  /// both ends possible.
  ///
  /// @param entropy of its own for each order
  public static long offsetE9(long entropy) {
    return OFFSET_MIN_E9 + Math.floorMod(entropy, OFFSET_MAX_E9 - OFFSET_MIN_E9 + 1);
  }

  private static long least(long notional, int accountDecimals) {
    return Math.min(notional, LEAST * Exact.powerOfTen(accountDecimals));
  }
}
