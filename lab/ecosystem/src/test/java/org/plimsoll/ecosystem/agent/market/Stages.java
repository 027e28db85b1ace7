package org.plimsoll.ecosystem.agent.market;

import org.plimsoll.ecosystem.PricePath;
import org.plimsoll.ecosystem.SmallEconomy;

/// Price paths for tests.
final class Stages {
  private Stages() {}

  /// Up by a part of the price in one hour, down by it in the next.
  static PricePath zigzag(double price, double part) {
    return timeNs -> {
      boolean isOdd = (timeNs - SmallEconomy.START_NS) / SmallEconomy.HOUR_NS % 2 == 1;
      return (long) (price * (isOdd ? 1 + part : 1) * 1e9);
    };
  }

  /// Up by a part of the price a day for six days, then down by it.
  static PricePath line(double price, double part) {
    return timeNs -> {
      double days = (double) (timeNs - SmallEconomy.START_NS) / Stage.DAY_NS;
      return (long) (price * (1 + part * (6 - Math.abs(days - 6))) * 1e9);
    };
  }
}
