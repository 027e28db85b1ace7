package org.plimsoll.margin;

import static org.plimsoll.units.Exact.ONE_E9;

import org.plimsoll.units.Exact;
import org.plimsoll.units.LeveragedTokenKind;
import org.plimsoll.units.Rounding;

/// What a leveraged token is worth, costs, and trades to get back to its target.
///
/// A token is an account that holds cash and a perpetual position. Everything here is of the whole
/// account: the published sizes for one token times the tokens outstanding are the same without the
/// rounding in between. Cash and values are in the smallest unit of account.
///
/// Sources: FTX help center articles 360032509552, 360024479452 and 360024479432, and "How do
/// leveraged tokens rebalance" as a partner venue copied it.
///
/// @param kind the target
/// @param decimals of the position's smallest unit, 0 to 9
/// @param accountDecimals of the unit of account, 0 to 9
public record LeveragedTokens(LeveragedTokenKind kind, int decimals, int accountDecimals) {
  private static final long CREATION_FEE_E9 = 1_000_000;
  private static final long DAILY_FEE_E9 = 300_000;
  private static final long POSITION_MAX = 1L << 62;

  /// Returns the net asset value: cash and the position at the mark, rounded down.
  ///
  /// Example: -20,000 dollars and 150 ETH at 210 are worth 11,500.
  ///
  /// @param cash negative where it is owed
  /// @param position signed; its value and the cash are bounded by the venue to fit 62 bits each
  /// @param markE9 positive
  public long nav(long cash, long position, long markE9) {
    return cash + Exact.value(position, markE9, decimals, accountDecimals, Rounding.FLOOR);
  }

  /// Returns the size of the trade that brings the position to the target: `target * NAV / mark -
  /// position`, negative for a sale. The target position is rounded toward zero, so leverage never
  /// ends above the target. An account that is worth nothing closes its position.
  ///
  /// Example: the account above buys 14.2857 ETH, from 2.74 times long back to 3.
  ///
  /// @param nav from [#nav]; beyond 3 quintillion the target is that of 3 quintillion
  /// @param markE9 positive
  /// @param position at most 2^62 either way, as is the target
  public long rebalance(long nav, long markE9, long position) {
    long multipleE9 = Math.abs(kind.targetE9());
    long exposure = Exact.mulDivOrMax(Math.max(0, nav), multipleE9, ONE_E9, Rounding.FLOOR);
    long scale = Exact.powerOfTen(9 + decimals - accountDecimals);
    long target =
        Math.min(POSITION_MAX, Exact.mulDivOrMax(exposure, scale, markE9, Rounding.FLOOR));
    return (kind.targetE9() < 0 ? -target : target) - position;
  }

  /// Returns whether leverage is a third or more above the target, so that the account rebalances
  /// at once instead of at 00:02 UTC. That only ever makes the position smaller.
  ///
  /// The rule gives moves of 11.11 % against BULL, 6.67 % against BEAR and 14.29 % against HEDGE.
  /// The page also names "about 11.15 %, 6.7 % and 30 %"; the last does not follow from the rule,
  /// which holds here for all. The leverage of HALF rises with the price and gets there at twice
  /// it.
  ///
  /// @param nav from [#nav]
  /// @param markE9 positive
  /// @param position signed
  public boolean isOverleveraged(long nav, long markE9, long position) {
    long exposure =
        Math.abs(Exact.value(position, markE9, decimals, accountDecimals, Rounding.FLOOR));
    long limitE9 = 4 * Math.abs(kind.targetE9());
    long limit = Exact.mulDivOrMax(Math.max(0, nav), limitE9, 3 * ONE_E9, Rounding.CEILING);
    return position != 0 && exposure >= limit;
  }

  /// Returns what the account receives for tokens that are created: their part of the net asset
  /// value, rounded up; the largest `long` where that does not fit. Who creates them pays the
  /// [#creationFee] of it besides.
  ///
  /// @param tokens to create, not negative
  /// @param nav positive
  /// @param outstanding tokens, positive, in the same unit
  public static long creationValue(long tokens, long nav, long outstanding) {
    return Exact.mulDivOrMax(tokens, nav, outstanding, Rounding.CEILING);
  }

  /// Returns what the account pays for tokens that are redeemed: their part of the net asset value,
  /// rounded down, nothing where the account is worth nothing; the largest `long` where that does
  /// not fit. The [#creationFee] is taken out of it.
  ///
  /// @param tokens to redeem, not negative
  /// @param nav of either sign
  /// @param outstanding tokens, positive, in the same unit
  public static long redemptionValue(long tokens, long nav, long outstanding) {
    return Exact.mulDivOrMax(tokens, Math.max(0, nav), outstanding, Rounding.FLOOR);
  }

  /// Returns the fee for creating or redeeming tokens: 0.10 % of what they are worth, rounded up.
  ///
  /// @param value not negative
  public static long creationFee(long value) {
    return Exact.mulDiv(value, CREATION_FEE_E9, ONE_E9, Rounding.CEILING);
  }

  /// Returns the management fee of a day: 0.03 % of the net asset value, rounded up.
  ///
  /// @param nav of either sign; nothing is charged where it is not positive
  public static long managementFee(long nav) {
    return Exact.mulDiv(Math.max(0, nav), DAILY_FEE_E9, ONE_E9, Rounding.CEILING);
  }
}
