package org.plimsoll.ecosystem.agent.market;

import org.plimsoll.ecosystem.exchange.Seat;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.kernel.RandomStream;
import org.plimsoll.ecosystem.scenario.AgentKind;
import org.plimsoll.ecosystem.scenario.ConstructedKind;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.units.Side;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Trades for reasons of its own: market orders at random times, of random sides and sizes.
///
/// Arrivals are a Poisson process and sides a coin, as in Farmer, Patelli and Zovko, "The
/// predictive power of zero intelligence in financial markets", PNAS 102, 2005. The further it has
/// strayed from where it began, the likelier it goes back, so that it runs out of nothing.
public final class NoiseTrader implements Agent {
  /// How scenario files name it.
  public static final AgentKind<Terms> KIND =
      new ConstructedKind<>(
          "noise-trader",
          "Sends market orders at random times, of random sides and sizes (Farmer et al. 2005).",
          Terms.class,
          NoiseTrader::new);

  private final Alarm alarm;
  private final String name;
  private final Terms terms;
  private final Seat seat;
  private final RandomStream random;
  private double home;

  /// What it is asked for.
  ///
  /// @param party whose money it is
  /// @param account of that party at the venue
  /// @param market where it trades
  /// @param ordersPerDay on the average, positive
  /// @param meanDollars of an order; sizes are exponentially distributed, positive
  /// @param strayDollars how far from its first holding it goes before it only goes back, positive
  public record Terms(
      String party,
      String account,
      String market,
      double ordersPerDay,
      double meanDollars,
      double strayDollars) {
    /// Checks the bounds.
    public Terms {
      Require.positive("orders-per-day", ordersPerDay);
      Require.positive("mean-dollars", meanDollars);
      Require.positive("stray-dollars", strayDollars);
    }
  }

  NoiseTrader(Alarm alarm, Setting setting, String name, Terms terms) {
    this.alarm = alarm;
    this.name = name;
    this.terms = terms;
    seat = setting.seat(terms.account(), terms.party(), terms.market());
    random = setting.economy().random(name, "orders");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {
    home = seat.coins();
    sleep();
  }

  @Override
  public void wake(long nowNs) {
    double price = seat.middle();
    double strayed = (seat.coins() - home) * price / terms.strayDollars();
    Side side = random.uniform() < (1 - strayed) / 2 ? Side.BUY : Side.SELL;
    double dollars = terms.meanDollars() * random.exponential();
    if (price > 0) {
      seat.trade(side, dollars / price);
    }
    sleep();
  }

  private void sleep() {
    alarm.at(alarm.nowNs() + random.nsToNext(terms.ordersPerDay()));
  }

  @Override
  public void writeTo(StateSink sink) {
    sink.add(Double.doubleToRawLongBits(home));
    random.writeTo(sink);
  }

  @Override
  public void readFrom(StateSource source) {
    home = Double.longBitsToDouble(source.number());
    random.readFrom(source);
  }
}
