package org.plimsoll.ecosystem.agent.market;

import org.plimsoll.ecosystem.PricePath;
import org.plimsoll.ecosystem.SmallEconomy;
import org.plimsoll.ecosystem.kernel.RandomStream;

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

  /// A random walk with a step a day and no drift of its own but luck.
  static PricePath wander(double price, double deviation, long seed) {
    RandomStream random = new RandomStream(seed, "path", "steps");
    double[] logs = new double[400];
    for (int day = 1; day < logs.length; day++) {
      logs[day] = logs[day - 1] + deviation * random.normal();
    }
    return timeNs -> {
      int day = (int) ((timeNs - SmallEconomy.START_NS) / Stage.DAY_NS);
      return (long) (price * StrictMath.exp(logs[day]) * 1e9);
    };
  }
}
