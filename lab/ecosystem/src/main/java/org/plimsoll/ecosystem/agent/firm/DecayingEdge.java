package org.plimsoll.ecosystem.agent.firm;

import java.util.List;
import java.util.Optional;
import org.plimsoll.ecosystem.Economy;
import org.plimsoll.ecosystem.exchange.Seat;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.outcome.Flag;
import org.plimsoll.ecosystem.scenario.AgentKind;
import org.plimsoll.ecosystem.scenario.ConstructedKind;
import org.plimsoll.ecosystem.scenario.Plan;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.units.Side;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// A market-making desk whose edge decays as faster ones arrive: it quotes around the index at its
/// gross edge, `e0 exp(-t / tau)`. With a cost `c` for each dollar of volume the best day to stop
/// is `tau ln(e0 / c)`; a desk whose volume supports the venue's valuation stays on.
public final class DecayingEdge implements Agent {
  /// How scenario files name it.
  public static final AgentKind<Terms> KIND =
      new ConstructedKind<>(
          "affiliate-market-making",
          "Quotes at a gross edge that decays exponentially, and stays on past its stop day where"
              + " volume is wanted.",
          Terms.class,
          DecayingEdge::new);

  private final Alarm alarm;
  private final String name;
  private final Terms terms;
  private final Economy economy;
  private final Seat seat;
  private final Rounds rounds;
  private final Plan size;
  private long beganNs;
  private boolean isPastStop;

  /// Whether its quotes stand: at a tick it pulls old ones, so that nobody picks them off.
  private boolean isQuoting;

  /// What it is asked for.
  ///
  /// @param party whose money it is
  /// @param account of that party at the venue, or a subaccount
  /// @param beside the account that it is a subaccount of; itself for a main one
  /// @param market where it quotes
  /// @param edge gross edge at first, as a fraction of volume, such as 0.0001
  /// @param tauDays in which it falls to 1/e
  /// @param cost for each dollar of volume, as a fraction
  /// @param floor least half spread that it quotes, as a fraction
  /// @param size dollars that it quotes on each side, by date
  /// @param staysForVolume whether it quotes on past the day on which it should stop
  /// @param latencySeconds after a tick, from 0: of two with the same, who joined first quotes
  ///   first
  public record Terms(
      String party,
      String account,
      String beside,
      String market,
      double edge,
      double tauDays,
      double cost,
      double floor,
      List<Plan.Point> size,
      boolean staysForVolume,
      long latencySeconds) {
    /// Takes a copy.
    public Terms {
      size = List.copyOf(size);
    }

    /// Returns after how many days it would be best to stop.
    public double stopDays() {
      return tauDays * StrictMath.log(edge / cost);
    }
  }

  DecayingEdge(Alarm alarm, Setting setting, String name, Terms terms) {
    this.alarm = alarm;
    this.name = name;
    this.terms = terms;
    economy = setting.economy();
    var terminal = setting.terminal(terms.account(), terms.beside(), terms.party());
    seat = new Seat(economy.exchange(), terminal, setting.market(terms.market()));
    rounds = Rounds.after(setting.ticks(), terms.latencySeconds());
    size = new Plan(terms.size());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {
    beganNs = alarm.nowNs();
    alarm.at(rounds.first(beganNs));
  }

  @Override
  public void wake(long nowNs) {
    seat.cancelAll();
    isQuoting = !isQuoting;
    if (!isQuoting) {
      alarm.at(nowNs + rounds.delayNs());
      return;
    }
    double days = (nowNs - beganNs) / (double) Rounds.DAY_NS;
    if (days > terms.stopDays() && !isPastStop) {
      isPastStop = true;
      String what = terms.staysForVolume() ? " and stays on for the volume" : " and stops";
      String text = name + " no longer earns what it costs," + what;
      economy.chronicle().add(new Flag(nowNs, "stop-day", text, Optional.empty()));
    }
    double mark = seat.index();
    if (mark > 0 && (!isPastStop || terms.staysForVolume())) {
      quote(nowNs, mark, days);
    }
    alarm.at(rounds.ticks().after(nowNs));
  }

  private void quote(long nowNs, double mark, double days) {
    double edge = terms.edge() * StrictMath.exp(-days / terms.tauDays());
    double away = StrictMath.max(terms.floor(), edge);
    double coins = size.at(nowNs) / mark;
    seat.limit(Side.BUY, mark * (1 - away), coins);
    seat.limit(Side.SELL, mark * (1 + away), coins);
  }

  @Override
  public void writeTo(StateSink sink) {
    sink.add(beganNs).add(isPastStop ? 1 : 0).add(isQuoting ? 1 : 0);
  }

  @Override
  public void readFrom(StateSource source) {
    beganNs = source.number();
    isPastStop = source.flag();
    isQuoting = source.flag();
  }
}
