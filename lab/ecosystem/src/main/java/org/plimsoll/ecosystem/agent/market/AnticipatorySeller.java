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

/// Knows at what price somebody large will have to sell, and sells before: as the price comes near
/// it goes short, and buys back from those who are forced (Brunnermeier and Pedersen, "Predatory
/// trading", Journal of Finance 60, 2005).
public final class AnticipatorySeller implements Agent {
  /// How scenario files name it.
  public static final AgentKind<Terms> KIND =
      new ConstructedKind<>(
          "anticipatory-seller",
          "Sells before liquidations that it foresees (Brunnermeier and Pedersen 2005).",
          Terms.class,
          AnticipatorySeller::new);

  private final Alarm alarm;
  private final String name;
  private final Terms terms;
  private final Seat seat;
  private final Rhythm rhythm;
  private double home;
  private boolean isShort;
  private boolean isDone;

  /// What it is asked for.
  ///
  /// @param party whose money it is
  /// @param account of that party at the venue
  /// @param market where it sells
  /// @param triggerPrice at which others will be forced, in dollars, positive
  /// @param ahead how far above it sells already, as a part of the trigger, not negative
  /// @param coins that it sells, positive
  /// @param takes how far below the trigger it buys back, as a part of it, 0 to 1
  /// @param givesUp how far above the trigger it buys back with a loss, as a part of it
  /// @param latencyMs how long it takes to act after a tick, positive
  /// @param everyMinutes how often it looks between ticks; 0 for never
  public record Terms(
      String party,
      String account,
      String market,
      double triggerPrice,
      double ahead,
      double coins,
      double takes,
      double givesUp,
      double latencyMs,
      @Omissible double everyMinutes) {
    /// Checks the bounds.
    public Terms {
      Require.positive("trigger-price", triggerPrice);
      Require.notNegative("ahead", ahead);
      Require.positive("coins", coins);
      Require.share("takes", takes);
      Require.holds(givesUp > ahead, "gives-up", givesUp, "must be above ahead");
    }
  }

  AnticipatorySeller(Alarm alarm, Setting setting, String name, Terms terms) {
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
    home = seat.coins();
    alarm.at(rhythm.first(alarm.nowNs()));
  }

  @Override
  public void wake(long nowNs) {
    double distance = seat.middle() / terms.triggerPrice() - 1;
    if (isShort) {
      isDone |= distance <= -terms.takes() || distance >= terms.givesUp();
      if (isDone) {
        seat.tradeTo(home);
        isShort = seat.coins() < home;
      }
    } else if (!isDone && distance > -1 && distance <= terms.ahead()) {
      seat.tradeTo(home - terms.coins());
      isShort = true;
    }
    alarm.at(rhythm.next(nowNs));
  }

  @Override
  public void writeTo(StateSink sink) {
    sink.add(Double.doubleToRawLongBits(home)).add(isShort ? 1 : 0).add(isDone ? 1 : 0);
  }

  @Override
  public void readFrom(StateSource source) {
    home = Double.longBitsToDouble(source.number());
    isShort = source.flag();
    isDone = source.flag();
  }
}
