package org.plimsoll.ecosystem.agent.market;

import org.plimsoll.units.Side;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// What a market maker's profit consists of. Each trade is held against the fair price at which its
/// quote was made and against the next one, so that the parts add up to the change of wealth.
final class MakerProfit {
  private double startWorth;
  private double fair;
  private double held;
  private double filled;
  private double spread;
  private double adverse;
  private double inventory;
  private double volume;

  /// The parts, in dollars from the first quote on.
  ///
  /// @param spread by trading away from the fair price at the time of the quote
  /// @param adverseSelection by what the fair price did between quote and next look, on what was
  ///   traded meanwhile: negative where others knew sooner
  /// @param inventory by what it did to what was held
  /// @param fees paid, as a negative number, with funding and interest; rebates are positive
  /// @param volume traded
  record Split(
      double spread, double adverseSelection, double inventory, double fees, double volume) {
    /// Returns what quoting earns: all but the luck of what was held.
    double edge() {
      return spread + adverseSelection + fees;
    }
  }

  void start(double fair, double coins, double worth) {
    this.fair = fair;
    held = coins;
    startWorth = worth;
  }

  boolean isStarted() {
    return fair > 0;
  }

  void onFill(Side side, double price, double coins) {
    double signed = side == Side.BUY ? coins : -coins;
    spread += signed * (fair - price);
    filled += signed;
    volume += coins * price;
  }

  /// Looks at a new fair price, before new quotes are made.
  void look(double newFair, double coins) {
    adverse += filled * (newFair - fair);
    inventory += held * (newFair - fair);
    filled = 0;
    held = coins;
    fair = newFair;
  }

  /// Returns the parts.
  ///
  /// @param worth of coins and dollars at the fair price last looked at
  Split split(double worth) {
    double fees = worth - startWorth - spread - adverse - inventory;
    return new Split(spread, adverse, inventory, fees, volume);
  }

  void writeTo(StateSink sink) {
    for (double each : new double[] {startWorth, fair, held, filled}) {
      sink.add(Double.doubleToRawLongBits(each));
    }
    for (double each : new double[] {spread, adverse, inventory, volume}) {
      sink.add(Double.doubleToRawLongBits(each));
    }
  }

  void readFrom(StateSource source) {
    startWorth = Double.longBitsToDouble(source.number());
    fair = Double.longBitsToDouble(source.number());
    held = Double.longBitsToDouble(source.number());
    filled = Double.longBitsToDouble(source.number());
    spread = Double.longBitsToDouble(source.number());
    adverse = Double.longBitsToDouble(source.number());
    inventory = Double.longBitsToDouble(source.number());
    volume = Double.longBitsToDouble(source.number());
  }
}
