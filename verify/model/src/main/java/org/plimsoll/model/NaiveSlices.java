package org.plimsoll.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// How much of something goes at a time, and in which shares.
final class NaiveSlices {
  private static final BigInteger TENTH = BigInteger.TEN;
  private static final BigInteger PER_DAY = BigInteger.valueOf(10_000);

  private NaiveSlices() {}

  /// Returns a thousand whole units of account.
  static BigInteger thousand(NaiveState state) {
    return BigInteger.TEN.pow(3 + state.assets.getFirst().definition().decimals());
  }

  /// Returns what one market's turn may send into the order book.
  static BigInteger budget(NaiveState state, int base) {
    return state.failing.dailyVolume(base, state.clock).divide(PER_DAY).max(thousand(state));
  }

  /// Returns the part of a notional that goes into the order book.
  static BigInteger intoBook(
      BigInteger notional, BigInteger budget, BigDecimal scale, BigInteger thousand) {
    BigInteger wanted = notional.divide(TENTH).max(notional.min(thousand)).min(budget);
    return new BigDecimal(wanted)
        .multiply(scale)
        .setScale(0, RoundingMode.FLOOR)
        .toBigIntegerExact()
        .min(notional);
  }

  /// Returns the part of a notional that is handed over in one second.
  static BigInteger handedOver(
      BigInteger notional, NaiveHealth.Figures figures, BigInteger thousand) {
    BigInteger missing = figures.autoClose().subtract(figures.value());
    if (figures.value().signum() < 0) {
      return notional;
    }
    return missing.signum() <= 0
        ? BigInteger.ZERO
        : up(notional, missing, figures.autoClose()).max(notional.min(thousand));
  }

  /// Returns the lots that are a part of a notional, to the next one.
  static BigInteger lots(BigInteger lots, BigInteger part, BigInteger notional) {
    return part.signum() == 0 ? BigInteger.ZERO : up(lots, part, notional);
  }

  /// Returns the shares of a whole in proportion to weights: each gets what all up to it get, less
  /// what all before it got.
  static List<BigInteger> shares(BigInteger whole, List<BigInteger> weights) {
    BigInteger sum = weights.stream().reduce(BigInteger.ZERO, BigInteger::add);
    BigInteger shared = whole.min(sum);
    List<BigInteger> shares = new ArrayList<>();
    BigInteger upTo = BigInteger.ZERO;
    for (BigInteger weight : weights) {
      BigInteger before = sum.signum() == 0 ? upTo : upTo.multiply(shared).divide(sum);
      upTo = upTo.add(weight);
      BigInteger after = sum.signum() == 0 ? upTo : upTo.multiply(shared).divide(sum);
      shares.add(after.subtract(before));
    }
    return shares;
  }

  private static BigInteger up(BigInteger amount, BigInteger part, BigInteger whole) {
    return new BigDecimal(amount.multiply(part))
        .divide(new BigDecimal(whole), 0, RoundingMode.CEILING)
        .toBigIntegerExact();
  }
}
