package org.plimsoll.margin;

import org.plimsoll.units.Exact;
import org.plimsoll.units.Rounding;

/// The prices at which positions of a failing account change hands, in billionths.
///
/// At its zero price a position takes exactly the value that stands behind it with it. It is
/// rounded by less than a billionth so that whoever is closed at it is not left below zero, but for
/// the unit to which the notional was rounded; the counterparty, in the end the fund, bears that.
///
/// Source: FTX help center articles 360027668712 (2022) and 360024479392 (2019).
public final class ZeroPrice {
  private ZeroPrice() {}

  /// Returns the zero price of a position behind which `value` stands: the mark times `1 - value /
  /// notional` for a long and `1 + value / notional` for a short.
  ///
  /// With the value and notional of the account it is the account's zero price, and with a
  /// position's share ([#share]) and its own notional that position's. A long that more than its
  /// notional stands behind cannot lose it all and has zero price 0; the most a short's can be is
  /// the largest `long`.
  ///
  /// Example: 2 BTC bought at 10,000 with 1,000 have the zero price 9,500 at every mark.
  ///
  /// @param markE9 not negative
  /// @param value of either sign, less than 2^62 either way
  /// @param notional positive, less than 2^62
  public static long e9(boolean isLong, long markE9, long value, long notional) {
    long rest = Math.max(0, isLong ? notional - value : notional + value);
    return Exact.mulDivOrMax(markE9, rest, notional, isLong ? Rounding.CEILING : Rounding.FLOOR);
  }

  /// Returns the part of an account's value that stands behind one position: by its part of all
  /// positions' maintenance requirements, rounded down. So the shares of all positions are together
  /// at most the value.
  ///
  /// The published "position margin per dollar" is this divided by the position's notional.
  ///
  /// @param value of the account, of either sign
  /// @param maintenance of the position, 0 to `maintenanceSum`
  /// @param maintenanceSum of all positions, positive
  public static long share(long value, long maintenance, long maintenanceSum) {
    return Exact.mulDiv(value, maintenance, maintenanceSum, Rounding.FLOOR);
  }

  /// Returns what the other side gets a handed-over position at: two thirds of the zero price and
  /// one third of the mark, rounded to the fund's favor.
  ///
  /// So a third of the value behind the position is the fund's and two thirds are the discount of
  /// whoever takes it. It is meant for a value that is not negative: below that, nobody takes a
  /// position at such a price, and the fund pays.
  ///
  /// Example: at a mark of 9,644.670051 the position above is taken over at 9,548.223351.
  ///
  /// @param isLong whether the position handed over is long
  /// @param zeroPriceE9 not negative
  /// @param markE9 not negative
  public static long backstopE9(boolean isLong, long zeroPriceE9, long markE9) {
    long gap = markE9 - zeroPriceE9;
    return zeroPriceE9 + (isLong ? Math.ceilDiv(gap, 3L) : Math.floorDiv(gap, 3L));
  }
}
