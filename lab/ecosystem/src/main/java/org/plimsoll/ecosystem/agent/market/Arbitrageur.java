package org.plimsoll.ecosystem.agent.market;

import org.plimsoll.ecosystem.Economy;
import org.plimsoll.ecosystem.exchange.Seat;
import org.plimsoll.ecosystem.exchange.Terminal;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.scenario.AgentKind;
import org.plimsoll.ecosystem.scenario.ConstructedKind;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.text.bind.Omissible;
import org.plimsoll.units.Side;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;
import org.plimsoll.units.TimeInForce;

/// Trades what costs one thing here and another there: the venue's spot market against the index,
/// which is what other venues pay, and the perpetual against both.
///
/// It keeps a stock of dollars and coins at the venue, and after each trade brings in what is short
/// and takes out what is too much; a short position in the perpetual is covered by as many coins.
/// So coins flow to where they are dear, and the arbitrage ends when the venue no longer sends
/// them. The law of one price is its source; that it may fail when money cannot move, see Makarov
/// and Schoar, "Trading and arbitrage in cryptocurrency markets", Journal of Financial Economics
/// 135, 2020.
public final class Arbitrageur implements Agent {
  /// How scenario files name it.
  public static final AgentKind<Terms> KIND =
      new ConstructedKind<>(
          "arbitrageur",
          "Trades spot, perpetual and outside price against each other (Makarov and Schoar 2020).",
          Terms.class,
          Arbitrageur::new);

  private final Alarm alarm;
  private final String name;
  private final Terms terms;
  private final Seat spot;
  private final Seat perpetual;
  private final Rhythm rhythm;
  private final VenueStock stock;

  /// What it is asked for.
  ///
  /// @param party whose money it is; what it has outside is what it can bring in
  /// @param account of that party at the venue
  /// @param market the spot market
  /// @param perpetual of the same asset, or the spot market again where there is none
  /// @param bank where its dollars come in and go out
  /// @param wallet where its coins do
  /// @param edge the least difference that it trades for, as a part of the price, positive
  /// @param clipDollars the most that it trades at a time, positive
  /// @param stockDollars of dollars, and of coins, that it keeps at the venue, positive
  /// @param limitDollars the largest position in the perpetual, not negative
  /// @param outsideCost of a trade outside, as a part of its value, 0 to 1
  /// @param latencyMs how long it takes to act after a tick, positive
  /// @param everyMinutes how often it looks between ticks; 0 for never
  public record Terms(
      String party,
      String account,
      String market,
      String perpetual,
      String bank,
      String wallet,
      double edge,
      double clipDollars,
      double stockDollars,
      @Omissible double limitDollars,
      @Omissible double outsideCost,
      double latencyMs,
      @Omissible double everyMinutes) {
    /// Checks the bounds.
    public Terms {
      Require.positive("edge", edge);
      Require.positive("clip-dollars", clipDollars);
      Require.positive("stock-dollars", stockDollars);
      Require.notNegative("limit-dollars", limitDollars);
      Require.share("outside-cost", outsideCost);
    }
  }

  Arbitrageur(Alarm alarm, Setting setting, String name, Terms terms) {
    this.alarm = alarm;
    this.name = name;
    this.terms = terms;
    Economy economy = setting.economy();
    Terminal terminal = setting.terminal(terms.account(), terms.party());
    spot = new Seat(economy.exchange(), terminal, setting.market(terms.market()));
    perpetual = new Seat(economy.exchange(), terminal, setting.market(terms.perpetual()));
    rhythm = Rhythm.of(setting.ticks(), terms.latencyMs(), terms.everyMinutes());
    stock =
        new VenueStock(
            economy.ledger(),
            spot,
            new OutsideDealer(economy.ledger(), spot, terms.outsideCost()),
            setting.place(terms.bank()),
            setting.place(terms.wallet()));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {
    alarm.at(rhythm.first(alarm.nowNs()));
  }

  @Override
  public void wake(long nowNs) {
    double index = spot.index();
    if (index > 0) {
      take(spot, index, terms.clipDollars() / index);
      if (perpetual.isFuture()) {
        tradePerpetual(index);
      }
      double covering = perpetual.isFuture() ? -perpetual.coins() : 0;
      stock.restore(terms.stockDollars(), terms.stockDollars() / index + covering);
    }
    alarm.at(rhythm.next(nowNs));
  }

  /// Takes what is offered below the index or bid above it.
  private void take(Seat seat, double index, double coins) {
    double ask = seat.best(Side.SELL);
    if (ask > 0 && ask < index * (1 - terms.edge())) {
      seat.limit(Side.BUY, index * (1 - terms.edge()), coins, TimeInForce.IMMEDIATE_OR_CANCEL);
    } else if (seat.best(Side.BUY) > index * (1 + terms.edge())) {
      seat.limit(Side.SELL, index * (1 + terms.edge()), coins, TimeInForce.IMMEDIATE_OR_CANCEL);
    }
  }

  /// Sells a perpetual that is dear and buys it back when it is not; and the other way round.
  private void tradePerpetual(double index) {
    double premium = perpetual.middle() / index - 1;
    double held = perpetual.coins();
    if (held != 0 && premium * held >= 0) {
      perpetual.tradeTo(0);
    } else if (StrictMath.abs(held) * index < terms.limitDollars()) {
      take(perpetual, index, terms.clipDollars() / index);
    }
  }

  @Override
  public void writeTo(StateSink sink) {}

  @Override
  public void readFrom(StateSource source) {}
}
