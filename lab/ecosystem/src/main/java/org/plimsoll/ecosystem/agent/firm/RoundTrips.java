package org.plimsoll.ecosystem.agent.firm;

import java.util.List;
import org.plimsoll.ecosystem.exchange.Seat;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.scenario.AgentKind;
import org.plimsoll.ecosystem.scenario.ConstructedKind;
import org.plimsoll.ecosystem.scenario.Plan;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.ecosystem.world.WorldCause;
import org.plimsoll.ecosystem.world.WorldLedger;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Short-term traders taken together: at each tick they buy and sell again as much as the day's
/// volume asks for, pay the spread and the fees, and bring new money when they have lost it.
public final class RoundTrips implements Agent {
  /// How scenario files name it.
  public static final AgentKind<Terms> KIND =
      new ConstructedKind<>(
          "round-trips",
          "Buys and sells again a planned volume in dollars a day; pays spread and fees.",
          Terms.class,
          RoundTrips::new);

  private static final long SECONDS_AFTER_TICK = 30;

  private final Alarm alarm;
  private final String name;
  private final Terms terms;
  private final WorldLedger ledger;
  private final Seat seat;
  private final Plan volume;
  private final Rounds rounds;
  private final int place;
  private long lastNs;

  /// What it is asked for.
  ///
  /// @param party whose money it is
  /// @param account of that party at the venue
  /// @param market where it trades
  /// @param place custody location to which it brings dollars
  /// @param volume dollars traded a day, by date
  /// @param capital dollars that it keeps at the venue for each dollar of daily volume
  public record Terms(
      String party,
      String account,
      String market,
      String place,
      List<Plan.Point> volume,
      double capital) {
    /// Takes a copy.
    public Terms {
      volume = List.copyOf(volume);
    }
  }

  RoundTrips(Alarm alarm, Setting setting, String name, Terms terms) {
    this.alarm = alarm;
    this.name = name;
    this.terms = terms;
    ledger = setting.economy().ledger();
    seat = setting.seat(terms.account(), terms.party(), terms.market());
    volume = new Plan(terms.volume());
    rounds = Rounds.after(setting.ticks(), SECONDS_AFTER_TICK);
    place = setting.place(terms.place());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {
    lastNs = alarm.nowNs();
    alarm.at(rounds.first(lastNs));
  }

  @Override
  public void wake(long nowNs) {
    double daily = volume.at(nowNs);
    double days = (nowNs - lastNs) / (double) Rounds.DAY_NS;
    lastNs = nowNs;
    bring(terms.capital() * daily);
    double mark = seat.index();
    if (mark > 0) {
      seat.tradeTo(daily * days / 2 / mark);
      seat.tradeTo(0);
    }
    alarm.at(rounds.next(nowNs));
  }

  private void bring(double wanted) {
    if (seat.dollars() < wanted / 2) {
      long money = seat.dollarUnits(wanted - seat.dollars());
      int holder = seat.terminal().holder();
      ledger.transfer(WorldCause.ARRIVAL, 0, WorldLedger.OUTSIDE, holder, money);
      seat.terminal().deposit(0, money, place);
    }
  }

  @Override
  public void writeTo(StateSink sink) {
    sink.add(lastNs);
  }

  @Override
  public void readFrom(StateSource source) {
    lastNs = source.number();
  }
}
