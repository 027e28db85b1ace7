package org.plimsoll.bench.orders;

import java.util.SplittableRandom;

/// Whose order comes next. Buyers have even numbers and sellers odd ones.
///
/// @param accounts how many there are, even
/// @param isSkewed whether few of them send most orders, by a law close to Zipf's: the account of
///   rank `k` about in proportion to `1 / k`
public record AccountDraw(int accounts, boolean isSkewed) {
  int draw(SplittableRandom random, boolean buys) {
    int half = accounts / 2;
    int rank =
        isSkewed
            ? (int) (StrictMath.exp(random.nextDouble() * StrictMath.log(half + 1.0)) - 1)
            : random.nextInt(half);
    return 2 * Math.min(rank, half - 1) + (buys ? 0 : 1);
  }
}
