package org.plimsoll.ecosystem.agent.market;

import org.plimsoll.ecosystem.exchange.Seat;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.scenario.AgentKind;
import org.plimsoll.ecosystem.scenario.ConstructedKind;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.text.bind.Omissible;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Follows the trend: long after a rise, short or out after a fall, by the sign of the return over
/// a look-back (Moskowitz, Ooi and Pedersen, "Time series momentum", Journal of Financial Economics
/// 104, 2012).
///
/// The return is that of a moving average: the price over its own average of the past, with the
/// look-back as time constant, so that nothing but the average is remembered.
public final class MomentumTrader implements Agent {
  /// How scenario files name it.
  public static final AgentKind<Terms> KIND =
      new ConstructedKind<>(
          "momentum-trader",
          "Goes long after a rise and short or out after a fall (Moskowitz et al. 2012).",
          Terms.class,
          MomentumTrader::new);

  private static final double DAY_NS = 86_400e9;

  private final Alarm alarm;
  private final String name;
  private final Terms terms;
  private final Seat seat;
  private final Rhythm rhythm;
  private double average;
  private long lastNs;

  /// What it is asked for.
  ///
  /// @param party whose money it is
  /// @param account of that party at the venue
  /// @param market where it trades
  /// @param lookBackDays time constant of the average that the price is compared with, positive
  /// @param threshold how far from the average, as a part of it, the price must be for it to move
  /// @param dollars the position that it takes, positive
  /// @param goesShort whether it goes short after a fall, and not only out
  /// @param latencyMs how long it takes to act after a tick, positive
  public record Terms(
      String party,
      String account,
      String market,
      double lookBackDays,
      @Omissible double threshold,
      double dollars,
      @Omissible boolean goesShort,
      double latencyMs) {
    /// Checks the bounds.
    public Terms {
      Require.positive("look-back-days", lookBackDays);
      Require.notNegative("threshold", threshold);
      Require.positive("dollars", dollars);
    }
  }

  MomentumTrader(Alarm alarm, Setting setting, String name, Terms terms) {
    this.alarm = alarm;
    this.name = name;
    this.terms = terms;
    seat = setting.seat(terms.account(), terms.party(), terms.market());
    rhythm = Rhythm.of(setting.ticks(), terms.latencyMs(), 0);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {
    lastNs = alarm.nowNs();
    alarm.at(rhythm.first(lastNs));
  }

  @Override
  public void wake(long nowNs) {
    double price = seat.middle();
    if (price > 0) {
      average = average == 0 ? price : average;
      follow(price / average - 1, price);
      double kept = StrictMath.exp(-(nowNs - lastNs) / (terms.lookBackDays() * DAY_NS));
      average = price + (average - price) * kept;
    }
    lastNs = nowNs;
    alarm.at(rhythm.next(nowNs));
  }

  /// Trades only where the side changes: a position is not trimmed as its price moves.
  private void follow(double trend, double price) {
    double held = seat.coins();
    double lot = terms.dollars() / price;
    if (trend > terms.threshold() && held < lot / 2) {
      seat.tradeTo(lot);
    } else if (trend < -terms.threshold() && held > (terms.goesShort() ? -lot / 2 : 0)) {
      seat.tradeTo(terms.goesShort() ? -lot : 0);
    }
  }

  @Override
  public void writeTo(StateSink sink) {
    sink.add(Double.doubleToRawLongBits(average)).add(lastNs);
  }

  @Override
  public void readFrom(StateSource source) {
    average = Double.longBitsToDouble(source.number());
    lastNs = source.number();
  }
}
