package org.plimsoll.venue;

import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// The random numbers of a liquidation round. The venue never draws: they follow from the entropy
/// of the last [org.plimsoll.protocol.ClockCommand.AdvanceTime], the second of the round, what they
/// are for, and whom they concern.
///
/// Mixing is the finalizer of SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number
/// generators", OOPSLA 2014, figure 16).
final class Lottery {
  private static final long GOLDEN_GAMMA = 0x9E37_79B9_7F4A_7C15L;
  private static final int TURN = 0;
  private static final int PLACE = 1;
  private static final int SCALE = 2;
  private static final int OFFSET = 3;
  private static final long SIDES = 6;

  private long entropy;

  void take(long newEntropy) {
    entropy = newEntropy;
  }

  /// Returns whether a market has its turn in a second, once in six.
  boolean hasTurn(long second, int market) {
    return Math.floorMod(draw(second, TURN, market, 0), SIDES) == 0;
  }

  /// Returns where an account stands in a market's turn: the lowest number is first.
  long place(long second, int market, int account) {
    return draw(second, PLACE, market, account);
  }

  /// Returns entropy for the scale of an order.
  long scale(long second, int market, int account) {
    return draw(second, SCALE, market, account);
  }

  /// Returns entropy for the offset of an order.
  long offset(long second, int market, int account) {
    return draw(second, OFFSET, market, account);
  }

  void writeTo(StateSink sink) {
    sink.add(entropy);
  }

  void readFrom(StateSource source) {
    entropy = source.number();
  }

  private long draw(long second, int purpose, int market, int account) {
    long mixed = mix(entropy + GOLDEN_GAMMA * (second + 1));
    mixed = mix(mixed + GOLDEN_GAMMA * (purpose + 1));
    mixed = mix(mixed + GOLDEN_GAMMA * (market + 1));
    return mix(mixed + GOLDEN_GAMMA * (account + 1));
  }

  private static long mix(long z) {
    long first = (z ^ (z >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
    long second = (first ^ (first >>> 27)) * 0x94D0_49BB_1331_11EBL;
    return second ^ (second >>> 31);
  }
}
