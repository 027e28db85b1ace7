package org.plimsoll.margin;

import static org.plimsoll.units.Exact.ONE_E9;

import org.plimsoll.units.Exact;
import org.plimsoll.units.Rounding;

/// What a trade costs: tiers by volume, and what holding or staking the exchange token takes off.
///
/// Sources: the tiers of 4 January 2021 as a public client library and two reviews give them; FTX
/// help center articles 360024479432 "Fees", 360052410392 "Staking" and 6632016038548 for floors
/// and rebates. Fees are billionths of the notional and rounded up, a rebate so toward zero: the
/// remainder is the venue's.
///
/// Discounts for the best customers that only ever stood in images (the VIP levels) are not here.
public final class FeeSchedule {
  /// The most that makers get for a trade, all rebates together: 0.01 %.
  public static final long MAKER_FLOOR_E9 = -100_000;

  /// The least that takers pay, whatever is taken off: 0.015 %.
  public static final long TAKER_FLOOR_E9 = 150_000;

  /// How many tiers there are.
  public static final int TIERS = 6;

  private static final long[] VOLUMES = {2_000_000, 5_000_000, 10_000_000, 25_000_000, 50_000_000};
  private static final long[] MAKERS_E9 = {200_000, 150_000, 100_000, 50_000, 0, 0};
  private static final long[] TAKERS_E9 = {700_000, 600_000, 550_000, 500_000, 450_000, 400_000};

  private static final long[] HOLDINGS = {
    100, 1_000, 10_000, 100_000, 1_000_000, 2_500_000, 5_000_000
  };
  private static final long[] DISCOUNTS_E9 = {
    0, 30_000_000, 100_000_000, 200_000_000, 300_000_000, 400_000_000, 500_000_000, 600_000_000
  };

  private static final long[] STAKES = {25, 150, 1_000, 10_000, 50_000, 250_000, 1_000_000};
  private static final long STAKED_STEP_E9 = 5_000;

  private static final int SURCHARGED_LEVERAGE = 50;
  private static final long SURCHARGE_E9 = 500_000;

  private FeeSchedule() {}

  /// Returns the tier of a volume, 1 to 6. A tier is reached by more than its threshold, as it is
  /// published.
  ///
  /// @param volume of the last 30 days in the smallest unit of account, not negative
  /// @param decimals of the unit of account, 0 to 9
  public static int tier(long volume, int decimals) {
    int tier = 1;
    while (tier <= VOLUMES.length && volume > VOLUMES[tier - 1] * Exact.powerOfTen(decimals)) {
      tier++;
    }
    return tier;
  }

  /// Returns what a holding of the exchange token takes off fees, in billionths of them: 3 % from a
  /// value of 100, 40 % from 1 million, 50 % from 2.5 and 60 % from 5 million.
  ///
  /// The steps between 100 and 1 million are not found in any source. Here each tenfold holding
  /// brings ten points more, from 10 % at 1,000 on: the line that ends at the published 40 %.
  ///
  /// @param value of the holding in the smallest unit of account, not negative
  /// @param decimals of the unit of account, 0 to 9
  public static long holderDiscountE9(long value, int decimals) {
    return DISCOUNTS_E9[steps(HOLDINGS, value, decimals)];
  }

  /// Returns the maker's fee; negative where it is a rebate.
  ///
  /// Of the tier's fee less the holder's discount and the staker's fee, the lower holds: "the
  /// better benefit applies". A market maker's own rebate comes on top of that, from zero at most,
  /// down to the floor.
  ///
  /// @param tier 1 to 6
  /// @param discountE9 from [#holderDiscountE9]
  /// @param staked exchange tokens in their smallest unit, not negative
  /// @param stakedDecimals of the exchange token, 0 to 9
  /// @param rebateE9 of a market maker, not negative; 0 for everybody else
  public static long makerE9(
      int tier, long discountE9, long staked, int stakedDecimals, long rebateE9) {
    long feeE9 =
        Math.min(
            discounted(MAKERS_E9[tier - 1], discountE9), stakedMakerE9(staked, stakedDecimals));
    return rebateE9 == 0 ? feeE9 : Math.max(MAKER_FLOOR_E9, Math.min(0, feeE9) - rebateE9);
  }

  /// Returns the taker's fee: the tier's less the holder's discount, at least the floor. Staking
  /// does not change it.
  ///
  /// @param tier 1 to 6
  /// @param discountE9 from [#holderDiscountE9]
  public static long takerE9(int tier, long discountE9) {
    return Math.max(TAKER_FLOOR_E9, discounted(TAKERS_E9[tier - 1], discountE9));
  }

  /// Returns what is added to both fees of an account with high leverage: 0.05 % from leverage 50.
  /// Half of it, rounded up, is the insurance fund's.
  ///
  /// @param leverage that the account has chosen
  public static long surchargeE9(int leverage) {
    return leverage >= SURCHARGED_LEVERAGE ? SURCHARGE_E9 : 0;
  }

  /// Returns the fee of a trade in the smallest unit, rounded up; a rebate is negative and rounded
  /// toward zero.
  ///
  /// @param notional of the trade, not negative
  /// @param feeE9 between -1 and 1
  public static long fee(long notional, long feeE9) {
    return Exact.mulDiv(notional, feeE9, ONE_E9, Rounding.CEILING);
  }

  /// Below the first step staking brings nothing, so there it never is the better benefit.
  private static long stakedMakerE9(long staked, int decimals) {
    int step = steps(STAKES, staked, decimals);
    return step == 0 ? Long.MAX_VALUE : (1 - step) * STAKED_STEP_E9;
  }

  private static int steps(long[] thresholds, long amount, int decimals) {
    int steps = 0;
    while (steps < thresholds.length && amount >= thresholds[steps] * Exact.powerOfTen(decimals)) {
      steps++;
    }
    return steps;
  }

  private static long discounted(long feeE9, long discountE9) {
    return Exact.mulDiv(feeE9, ONE_E9 - discountE9, ONE_E9, Rounding.CEILING);
  }
}
