package org.plimsoll.model;

import org.plimsoll.units.Side;

/// What order books say, in words.
final class Lines {
  private Lines() {}

  static String trade(long maker, long taker, long ticks, long lots) {
    return "trade " + maker + " with " + taker + " at " + ticks + " for " + lots;
  }

  static String rests(long order, Side side, long ticks, long lots) {
    return "rests " + order + " " + side + " " + ticks + " " + lots;
  }

  static String canceled(long order, String cause, long lots) {
    return "canceled " + order + " " + cause + " leaves " + lots;
  }

  static String resting(long order, int account, Side side, long ticks, long lots) {
    char name = (char) ('A' + account - 1);
    return order + " " + name + " " + side + " " + ticks + " " + lots;
  }
}
