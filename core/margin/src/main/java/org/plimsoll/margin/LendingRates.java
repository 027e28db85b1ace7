package org.plimsoll.margin;

import static org.plimsoll.units.Exact.ONE_E9;

import org.plimsoll.units.Exact;
import org.plimsoll.units.Rounding;

/// The hourly clearing of the market for borrowed coins: one rate for all, the cheapest lenders
/// first.
///
/// The rate is the lowest at which the offers cover what is borrowed; every lender who is matched
/// gets it, however little he asked for. Where offers do not cover it, the dearest decides and what
/// is missing stays unmatched. Lenders who ask for just this rate share what is left to lend in
/// proportion to their offers. Time priority would let the oldest offer lend for ever and reward
/// whoever splits or never changes an offer; shares depend on amounts alone, but for the last unit.
///
/// Source: FTX help center article 360053007671 for the fee; the clearing is not in its readable
/// part and follows from the one public rate for each coin and hour. The rule at the marginal rate
/// is ours.
public final class LendingRates {
  private static final long FEE_MULTIPLE = 500;

  private LendingRates() {}

  /// Returns the lowest hourly rate at which the offers cover the demand, in billionths; the
  /// highest minimum where they do not; 0 where nothing is borrowed or nothing is offered.
  ///
  /// @param amounts of the offers, positive, in the order of their minimum rates
  /// @param minimumRatesE9 of the same offers, not negative, never falling
  /// @param demand what is borrowed, not negative
  public static long clearingE9(long[] amounts, long[] minimumRatesE9, long demand) {
    long rest = demand;
    int count = 0;
    while (count < amounts.length && rest > 0) {
      rest -= Math.min(rest, amounts[count]);
      count++;
    }
    return count == 0 ? 0 : minimumRatesE9[count - 1];
  }

  /// Returns how much of each offer is lent: the whole of those below the clearing rate, shares of
  /// those at it, nothing of those above. Together they are the demand, or all offers if those are
  /// less. Shares are those of [ProRata].
  ///
  /// @param amounts of the offers, positive, in the order of their minimum rates
  /// @param minimumRatesE9 of the same offers, not negative, never falling
  /// @param demand what is borrowed, not negative
  public static long[] matched(long[] amounts, long[] minimumRatesE9, long demand) {
    long[] matched = new long[amounts.length];
    long rest = demand;
    for (int first = 0; first < amounts.length && rest > 0; ) {
      int end = first + 1;
      while (end < amounts.length && minimumRatesE9[end] == minimumRatesE9[first]) {
        end++;
      }
      rest -= ProRata.share(rest, amounts, matched, first, end);
      first = end;
    }
    return matched;
  }

  /// Returns the hourly rate that borrowers pay: `lending rate * (1 + 500 * taker fee)`, rounded
  /// up.
  ///
  /// Example: at a taker fee of 0.07 % it is 1.35 times the lending rate.
  ///
  /// @param lendingRateE9 not negative
  /// @param takerFeeE9 of the borrower's tier, 0 to 1 %
  public static long borrowE9(long lendingRateE9, long takerFeeE9) {
    long multipleE9 = ONE_E9 + FEE_MULTIPLE * takerFeeE9;
    return Exact.mulDivOrMax(lendingRateE9, multipleE9, ONE_E9, Rounding.CEILING);
  }

  /// Returns an hour's interest on a borrowing, in the borrowed coin, rounded up.
  ///
  /// What borrowers pay is never less than what lenders get while lenders are matched with no more
  /// than what is borrowed; the difference is the venue's.
  ///
  /// @param borrowed not negative
  /// @param borrowRateE9 from [#borrowE9]; the largest `long` comes of a result that does not fit
  public static long charge(long borrowed, long borrowRateE9) {
    return Exact.mulDivOrMax(borrowed, borrowRateE9, ONE_E9, Rounding.CEILING);
  }

  /// Returns an hour's interest on what was lent, in the lent coin, rounded down.
  ///
  /// @param lent not negative
  /// @param lendingRateE9 the clearing rate; the largest `long` comes of a result that does not fit
  public static long proceeds(long lent, long lendingRateE9) {
    return Exact.mulDivOrMax(lent, lendingRateE9, ONE_E9, Rounding.FLOOR);
  }
}
