package org.plimsoll.ecosystem.agent.market;

import org.plimsoll.ecosystem.exchange.Seat;
import org.plimsoll.ecosystem.exchange.Terminal;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.scenario.AgentKind;
import org.plimsoll.ecosystem.scenario.ConstructedKind;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.protocol.LiquidationCommand.PledgeBackstop;
import org.plimsoll.text.bind.Omissible;
import org.plimsoll.units.Side;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Pledges to take over what fails, at a discount, and sells it off little by little: the backstop
/// liquidity provider of article 360024479392 (docs/reference/liquidation.md).
public final class BackstopProvider implements Agent {
  /// How scenario files name it.
  public static final AgentKind<Terms> KIND =
      new ConstructedKind<>(
          "backstop-provider",
          "Takes over failing positions at a discount and sells them off (article 360024479392).",
          Terms.class,
          BackstopProvider::new);

  private final Alarm alarm;
  private final String name;
  private final Terms terms;
  private final Seat seat;
  private final Rhythm rhythm;

  /// What it is asked for.
  ///
  /// @param party whose money it is
  /// @param account of that party at the venue
  /// @param market the future in which it sells off what it was given
  /// @param perMinuteDollars the most notional that it takes over in a minute, positive
  /// @param perHourDollars the most in an hour, not less
  /// @param clipDollars the most that it sells off at a time, positive
  /// @param latencyMs how long it takes to act after a tick, positive
  /// @param everyMinutes how often it acts between ticks; 0 for never
  public record Terms(
      String party,
      String account,
      String market,
      double perMinuteDollars,
      double perHourDollars,
      double clipDollars,
      double latencyMs,
      @Omissible double everyMinutes) {
    /// Checks the bounds.
    public Terms {
      Require.positive("per-minute-dollars", perMinuteDollars);
      Require.holds(
          perHourDollars >= perMinuteDollars,
          "per-hour-dollars",
          perHourDollars,
          "must not be less than per-minute-dollars");
      Require.positive("clip-dollars", clipDollars);
    }
  }

  BackstopProvider(Alarm alarm, Setting setting, String name, Terms terms) {
    this.alarm = alarm;
    this.name = name;
    this.terms = terms;
    seat = setting.seat(terms.account(), terms.party(), terms.market());
    rhythm = Rhythm.of(setting.ticks(), terms.latencyMs(), terms.everyMinutes());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {
    Terminal terminal = seat.terminal();
    terminal.ask(
        new PledgeBackstop(
            terminal.account(),
            seat.dollarUnits(terms.perMinuteDollars()),
            seat.dollarUnits(terms.perHourDollars())));
    alarm.at(rhythm.first(alarm.nowNs()));
  }

  @Override
  public void wake(long nowNs) {
    double price = seat.middle();
    double held = seat.coins();
    if (price > 0 && held != 0) {
      double clip = StrictMath.min(StrictMath.abs(held), terms.clipDollars() / price);
      seat.trade(held > 0 ? Side.SELL : Side.BUY, clip);
    }
    alarm.at(rhythm.next(nowNs));
  }

  @Override
  public void writeTo(StateSink sink) {}

  @Override
  public void readFrom(StateSource source) {}
}
