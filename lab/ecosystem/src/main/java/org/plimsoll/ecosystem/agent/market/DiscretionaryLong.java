package org.plimsoll.ecosystem.agent.market;

import org.plimsoll.ecosystem.exchange.Seat;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.kernel.RandomStream;
import org.plimsoll.ecosystem.scenario.AgentKind;
import org.plimsoll.ecosystem.scenario.ConstructedKind;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Goes long when something in the news catches its eye, holds for a while, and never goes short.
///
/// Ideas come as a Poisson process that knows nothing of the price, so whatever it earns is what
/// being long earns: story S12 asks whether a record was skill or the market
/// ([org.plimsoll.solvency.performance.AlphaBeta] answers).
public final class DiscretionaryLong implements Agent {
  /// How scenario files name it.
  public static final AgentKind<Terms> KIND =
      new ConstructedKind<>(
          "discretionary-long",
          "Goes long on news that says nothing of the price, and holds (story S12).",
          Terms.class,
          DiscretionaryLong::new);

  private static final double DAY_NS = 86_400e9;

  private final Alarm alarm;
  private final String name;
  private final Terms terms;
  private final Seat seat;
  private final RandomStream random;
  private long outNs;
  private long nextNs;

  /// What it is asked for.
  ///
  /// @param party whose money it is
  /// @param account of that party at the venue
  /// @param market where it goes long
  /// @param ideasPerYear on the average, positive
  /// @param holdDays how long it holds after an idea, positive
  /// @param dollars the position that it takes, positive
  public record Terms(
      String party,
      String account,
      String market,
      double ideasPerYear,
      double holdDays,
      double dollars) {
    /// Checks the bounds.
    public Terms {
      Require.positive("ideas-per-year", ideasPerYear);
      Require.positive("hold-days", holdDays);
      Require.positive("dollars", dollars);
    }
  }

  DiscretionaryLong(Alarm alarm, Setting setting, String name, Terms terms) {
    this.alarm = alarm;
    this.name = name;
    this.terms = terms;
    seat = setting.seat(terms.account(), terms.party(), terms.market());
    random = setting.economy().random(name, "ideas");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {
    outNs = alarm.nowNs();
    nextNs = outNs;
    dream();
  }

  @Override
  public void wake(long nowNs) {
    if (nowNs == nextNs) {
      double price = seat.middle();
      if (price > 0 && seat.coins() * price < terms.dollars() / 2) {
        seat.tradeTo(terms.dollars() / price);
      }
      outNs = nowNs + (long) (terms.holdDays() * DAY_NS);
      alarm.at(outNs);
      dream();
    } else if (nowNs == outNs) {
      seat.tradeTo(0);
    }
  }

  private void dream() {
    nextNs = alarm.nowNs() + random.nsToNext(terms.ideasPerYear() / 365);
    alarm.at(nextNs);
  }

  @Override
  public void writeTo(StateSink sink) {
    sink.add(outNs).add(nextNs);
    random.writeTo(sink);
  }

  @Override
  public void readFrom(StateSource source) {
    outNs = source.number();
    nextNs = source.number();
    random.readFrom(source);
  }
}
