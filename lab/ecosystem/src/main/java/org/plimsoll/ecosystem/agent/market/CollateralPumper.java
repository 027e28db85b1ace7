package org.plimsoll.ecosystem.agent.market;

import java.util.Locale;
import java.util.Optional;
import org.plimsoll.ecosystem.Economy;
import org.plimsoll.ecosystem.exchange.Seat;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.outcome.Flag;
import org.plimsoll.ecosystem.scenario.AgentKind;
import org.plimsoll.ecosystem.scenario.ConstructedKind;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.text.bind.Omissible;
import org.plimsoll.units.Side;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Buys a thin coin on margin until it is dear, borrows against what he has bought, takes the money
/// and leaves the coin: what somebody did with MobileCoin in 2021 (story S15; press and testimony
/// in docs/explanation/market-scenarios.md).
public final class CollateralPumper implements Agent {
  /// How scenario files name it.
  public static final AgentKind<Terms> KIND =
      new ConstructedKind<>(
          "collateral-pumper",
          "Buys a thin coin until it is dear, borrows against it and leaves (MobileCoin 2021).",
          Terms.class,
          CollateralPumper::new);

  private final Alarm alarm;
  private final String name;
  private final Terms terms;
  private final Economy economy;
  private final Seat seat;
  private final Rhythm rhythm;
  private final int bank;
  private double takenDollars;
  private boolean isGone;

  /// What he is asked for.
  ///
  /// @param party whose money it is
  /// @param account of that party at the venue
  /// @param market the spot market of the thin coin
  /// @param bank from where he takes dollars
  /// @param clipDollars what he buys for at a time, positive
  /// @param target the mark at which he has done, in dollars, positive
  /// @param latencyMs how long it takes to act after a tick, positive
  /// @param everyMinutes how often he buys between ticks; 0 for never
  public record Terms(
      String party,
      String account,
      String market,
      String bank,
      double clipDollars,
      double target,
      double latencyMs,
      @Omissible double everyMinutes) {
    /// Checks the bounds.
    public Terms {
      Require.positive("clip-dollars", clipDollars);
      Require.positive("target", target);
    }
  }

  CollateralPumper(Alarm alarm, Setting setting, String name, Terms terms) {
    this.alarm = alarm;
    this.name = name;
    this.terms = terms;
    economy = setting.economy();
    seat = setting.seat(terms.account(), terms.party(), terms.market());
    rhythm = Rhythm.of(setting.ticks(), terms.latencyMs(), terms.everyMinutes());
    bank = setting.place(terms.bank());
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
    if (isGone) {
      return;
    }
    if (seat.mark() >= terms.target()) {
      leave(nowNs);
    } else if (seat.middle() < terms.target()) {
      buy(terms.clipDollars() / seat.middle());
    }
    alarm.at(rhythm.next(nowNs));
  }

  /// Buys as much of a clip as margin allows.
  private void buy(double coins) {
    double bite = coins;
    while (bite > coins / 64 && seat.trade(Side.BUY, bite) == 0) {
      bite /= 2;
    }
  }

  private void leave(long nowNs) {
    long there = seat.terminal().onHand(bank, 0);
    long taken = Drain.takeOut(seat.terminal(), 0, there, bank);
    takenDollars = seat.dollars(taken);
    isGone = true;
    String text =
        String.format(
            Locale.ROOT,
            "%s has taken %,.0f dollars and left %,.0f coins behind, marked at %.2f",
            name,
            takenDollars,
            seat.coins(),
            seat.mark());
    economy.chronicle().add(new Flag(nowNs, "pump", text, Optional.empty()));
  }

  /// Returns the dollars that he took out.
  double takenDollars() {
    return takenDollars;
  }

  boolean isGone() {
    return isGone;
  }

  @Override
  public void writeTo(StateSink sink) {
    sink.add(Double.doubleToRawLongBits(takenDollars)).add(isGone ? 1 : 0);
  }

  @Override
  public void readFrom(StateSource source) {
    takenDollars = Double.longBitsToDouble(source.number());
    isGone = source.flag();
  }
}
