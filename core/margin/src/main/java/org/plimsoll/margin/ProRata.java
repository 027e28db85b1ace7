package org.plimsoll.margin;

import org.plimsoll.units.Exact;
import org.plimsoll.units.Rounding;

/// Shares of a whole in proportion to weights, in whole units that sum to it.
///
/// Each gets the growth of the share, rounded down, of all weights up to and with its own. So
/// nothing is left over, each share is off by less than one unit from the exact one, and none is
/// more than its weight where the whole is no more than all weights.
///
/// It is how backstop providers take a position over, by the capacity they have left; how it is
/// closed against opposing positions, by their sizes; and how a loss that nothing covers is borne,
/// by profits. Source for the first two: FTX help center article 360027937831 (2019). The formula
/// of the third, the clawback, is not in any readable copy; in proportion to profits nobody loses
/// more than his own.
public final class ProRata {
  private ProRata() {}

  /// Returns the shares of `whole` in the order of the weights. What is more than all weights is
  /// not shared: nobody takes more than his capacity, closes more than his position or loses more
  /// than his profit.
  ///
  /// @param whole not negative
  /// @param weights not negative
  public static long[] shares(long whole, long[] weights) {
    long[] shares = new long[weights.length];
    share(whole, weights, shares, 0, weights.length);
    return shares;
  }

  /// Writes the shares of the weights from `first` to before `end` in their places and returns
  /// their sum.
  static long share(long whole, long[] weights, long[] shares, int first, int end) {
    long sum = 0;
    for (int i = first; i < end; i++) {
      sum = sumOrMax(sum, weights[i]);
    }
    long shared = Math.min(whole, sum);
    long weightUpTo = 0;
    long sharedBefore = 0;
    for (int i = first; i < end && shared > 0; i++) {
      weightUpTo = sumOrMax(weightUpTo, weights[i]);
      long sharedUpTo = Exact.mulDiv(weightUpTo, shared, sum, Rounding.FLOOR);
      shares[i] = sharedUpTo - sharedBefore;
      sharedBefore = sharedUpTo;
    }
    return shared;
  }

  /// Should weights ever sum to more than 64 bits, those beyond get nothing.
  private static long sumOrMax(long sum, long more) {
    return sum > Long.MAX_VALUE - more ? Long.MAX_VALUE : sum + more;
  }
}
