package org.plimsoll.ecosystem.agent.market;

import org.plimsoll.ecosystem.exchange.Seat;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.scenario.AgentKind;
import org.plimsoll.ecosystem.scenario.ConstructedKind;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.text.bind.Omissible;
import org.plimsoll.units.Side;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// The best of all other market makers, generation by generation: each new one answers sooner and
/// quotes closer than the last, by the same part.
///
/// A spread that shrinks by a part `k` every so many days is `e0 e^(-t / tau)` with `tau = days /
/// ln(1 / k)`, the decaying edge of docs/reference/calc.md. That competition in speed takes the
/// spread to where the slow no longer live on it is shown by Budish, Cramton and Shim, "The
/// high-frequency trading arms race", Quarterly Journal of Economics 130, 2015.
public final class CompetingMakers implements Agent {
  /// How scenario files name it.
  public static final AgentKind<Terms> KIND =
      new ConstructedKind<>(
          "competing-makers",
          "Market makers by generation, each faster and closer than the last (Budish et al. 2015).",
          Terms.class,
          CompetingMakers::new);

  private static final double DAY_NS = 86_400e9;
  private static final double NS_PER_MS = 1e6;

  private final Alarm alarm;
  private final String name;
  private final Terms terms;
  private final Setting setting;
  private final Seat seat;
  private long beganNs;

  /// What they are asked for.
  ///
  /// @param party whose money it is
  /// @param account of that party at the venue
  /// @param market where they quote
  /// @param ladder of the first generation
  /// @param depthDollars dollars that move the log price by one, positive
  /// @param generationDays how long a generation is the newest one, positive
  /// @param keeps the part of spread and latency that the next generation keeps, from above 0 to 1
  /// @param latencyMs of the first generation, positive
  /// @param everyMinutes how often they quote anew between ticks; 0 for never
  public record Terms(
      String party,
      String account,
      String market,
      Ladder ladder,
      double depthDollars,
      double generationDays,
      double keeps,
      double latencyMs,
      @Omissible double everyMinutes) {
    /// Checks the bounds.
    public Terms {
      Require.positive("depth-dollars", depthDollars);
      Require.positive("generation-days", generationDays);
      Require.positive("keeps", keeps);
      Require.share("keeps", keeps);
      Require.positive("latency-ms", latencyMs);
    }
  }

  CompetingMakers(Alarm alarm, Setting setting, String name, Terms terms) {
    this.alarm = alarm;
    this.name = name;
    this.terms = terms;
    this.setting = setting;
    seat = setting.seat(terms.account(), terms.party(), terms.market());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {
    beganNs = alarm.nowNs();
    alarm.at(beganNs + (long) (terms.latencyMs() * NS_PER_MS));
  }

  @Override
  public void wake(long nowNs) {
    seat.cancelAll();
    double fair = seat.index();
    if (fair > 0) {
      Ladder ladder = terms.ladder().withHalfSpread(terms.ladder().halfSpread() * kept(nowNs));
      ladder.quote(seat, Side.BUY, fair, terms.depthDollars() / fair);
      ladder.quote(seat, Side.SELL, fair, terms.depthDollars() / fair);
    }
    Rhythm newest =
        Rhythm.of(setting.ticks(), terms.latencyMs() * kept(nowNs), terms.everyMinutes());
    alarm.at(newest.next(nowNs));
  }

  /// What is left of the first generation's spread and latency.
  private double kept(long nowNs) {
    double generation = StrictMath.floor((nowNs - beganNs) / DAY_NS / terms.generationDays());
    return StrictMath.pow(terms.keeps(), generation);
  }

  @Override
  public void writeTo(StateSink sink) {
    sink.add(beganNs);
  }

  @Override
  public void readFrom(StateSource source) {
    beganNs = source.number();
  }
}
