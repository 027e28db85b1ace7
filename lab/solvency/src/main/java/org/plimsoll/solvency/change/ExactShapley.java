package org.plimsoll.solvency.change;

import java.math.BigDecimal;
import java.util.Arrays;
import org.hipparchus.util.CombinatoricsUtils;
import org.plimsoll.results.Ratio;

/// Shapley values in fractions: [org.plimsoll.solvency.attribution.Shapley] is for figures of
/// models, and money of a book must add up to the last digit.
final class ExactShapley {
  private ExactShapley() {}

  /// Returns each player's share of the last value less the first.
  ///
  /// @param values by the set of players, as bits: 2 to the power of their number
  static Ratio[] shares(Ratio[] values) {
    int players = Integer.numberOfTrailingZeros(values.length);
    Ratio[] shares = new Ratio[players];
    Arrays.setAll(shares, player -> share(player, players, values));
    return shares;
  }

  /// The mean over all orders of what the player adds to those who came before.
  private static Ratio share(int player, int players, Ratio[] values) {
    Ratio sum = Ratio.ZERO;
    for (int set = 0; set < values.length; set++) {
      if ((set & 1 << player) == 0) {
        int before = Integer.bitCount(set);
        Ratio orders = whole(factorial(before) * factorial(players - before - 1));
        sum = sum.plus(values[set | 1 << player].minus(values[set]).times(orders));
      }
    }
    return sum.dividedBy(whole(factorial(players)));
  }

  private static long factorial(int number) {
    return CombinatoricsUtils.factorial(number);
  }

  private static Ratio whole(long number) {
    return Ratio.of(BigDecimal.valueOf(number));
  }
}
