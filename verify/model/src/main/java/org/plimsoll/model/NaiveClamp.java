package org.plimsoll.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// A clamp at the slow twin: every price that was in force, and from when on. A price must be
/// within a fifth of all that were in force in this slot of five minutes or the one before.
final class NaiveClamp {
  private static final long SLOT = 300_000_000_000L;

  private final List<InForce> history = new ArrayList<>();

  private record InForce(long slot, BigInteger price) {}

  /// Begins with a price.
  NaiveClamp(long timeNs, BigInteger price) {
    history.add(new InForce(timeNs / SLOT, price));
  }

  /// Returns the price in force after one was heard.
  BigInteger hear(long timeNs, BigInteger heard) {
    long slot = timeNs / SLOT;
    BigInteger low = history.getLast().price();
    BigInteger high = low;
    for (int i = 0; i < history.size(); i++) {
      long until = i + 1 < history.size() ? history.get(i + 1).slot() : slot;
      if (until >= slot - 1) {
        low = low.min(history.get(i).price());
        high = high.max(history.get(i).price());
      }
    }
    BigInteger least = share(high, "0.8", RoundingMode.CEILING).min(high.subtract(BigInteger.ONE));
    BigInteger most = share(low, "1.2", RoundingMode.FLOOR).max(low.add(BigInteger.ONE));
    BigInteger price = heard.max(least.max(BigInteger.ONE)).min(most);
    history.add(new InForce(slot, price));
    return price;
  }

  private static BigInteger share(BigInteger price, String part, RoundingMode rounding) {
    return new BigDecimal(price)
        .multiply(new BigDecimal(part))
        .setScale(0, rounding)
        .toBigInteger();
  }
}
