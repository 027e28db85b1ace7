package org.plimsoll.model;

import java.math.BigDecimal;

/// Random numbers of a round, from the entropy that the venue was given.
///
/// @param second in which the round fell due
record NaiveLottery(long entropy, long second) {
  private static final long INCREMENT = 0x9e3779b97f4a7c15L;

  /// Returns whether a market has its turn.
  boolean hasTurn(int market) {
    return Math.floorMod(draw(0, market, 0), 6L) == 0;
  }

  /// Returns a place in the order of a turn.
  long place(int market, int account) {
    return draw(1, market, account);
  }

  /// Returns a number from 0.5 to 1.5.
  BigDecimal scale(int market, int account) {
    return BigDecimal.valueOf(
        500_000_000 + Math.floorMod(draw(2, market, account), 1_000_000_001L), 9);
  }

  /// Returns a part from 0.01 % to 0.05 %.
  BigDecimal offset(int market, int account) {
    return BigDecimal.valueOf(100_000 + Math.floorMod(draw(3, market, account), 400_001L), 9);
  }

  private long draw(int purpose, int market, int account) {
    long hash = entropy;
    for (long what : new long[] {second, purpose, market, account}) {
      hash = finish(hash + INCREMENT * (what + 1));
    }
    return hash;
  }

  private static long finish(long bits) {
    long once = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
    long twice = (once ^ (once >>> 27)) * 0x94d049bb133111ebL;
    return twice ^ (twice >>> 31);
  }
}
