package org.plimsoll.ecosystem.agent.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plimsoll.ecosystem.Chronicle;
import org.plimsoll.ecosystem.exchange.Seat;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.outcome.Flag;
import org.plimsoll.ecosystem.scenario.AgentKind;
import org.plimsoll.ecosystem.scenario.ConstructedKind;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.solvency.performance.AlphaBeta;
import org.plimsoll.solvency.performance.Returns;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Keeps an account's record, period by period, and says what of it was the market's: the
/// regression of its profit on the market's return (Jensen 1968, [AlphaBeta]).
public final class TrackRecord implements Agent {
  /// How scenario files name it.
  public static final AgentKind<Terms> KIND =
      new ConstructedKind<>(
          "track-record",
          "Says what of an account's profit was alpha and what beta (Jensen 1968).",
          Terms.class,
          TrackRecord::new);

  private static final double DAY_NS = 86_400e9;
  private static final int PERIODS_MIN = 4;

  private final Alarm alarm;
  private final String name;
  private final Terms terms;
  private final Chronicle chronicle;
  private final Seat seat;
  private final List<Double> profits = new ArrayList<>();
  private final List<Double> returns = new ArrayList<>();
  private double worth;
  private double price;

  /// What it is asked for.
  ///
  /// @param party whose account it is
  /// @param account of that party at the venue
  /// @param market in which it trades, and with which it is compared
  /// @param capital that profits are divided by, in dollars, positive
  /// @param periodDays positive
  /// @param tellsEvery after how many periods it says what it sees, from 4
  public record Terms(
      String party,
      String account,
      String market,
      double capital,
      double periodDays,
      int tellsEvery) {
    /// Checks the bounds.
    public Terms {
      Require.positive("capital", capital);
      Require.positive("period-days", periodDays);
      Require.holds(tellsEvery >= PERIODS_MIN, "tells-every", tellsEvery, "must be at least 4");
    }
  }

  TrackRecord(Alarm alarm, Setting setting, String name, Terms terms) {
    this.alarm = alarm;
    this.name = name;
    this.terms = terms;
    chronicle = setting.economy().chronicle();
    seat = setting.seat(terms.account(), terms.party(), terms.market());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {
    sleep();
  }

  @Override
  public void wake(long nowNs) {
    double nowPrice = seat.mark() > 0 ? seat.mark() : seat.index();
    double nowWorth = seat.worth(nowPrice);
    if (price > 0) {
      profits.add((nowWorth - worth) / terms.capital());
      returns.add(nowPrice / price - 1);
      boolean hasMoved = returns.stream().distinct().count() > 1;
      if (hasMoved && profits.size() % terms.tellsEvery() == 0) {
        tell(nowNs);
      }
    }
    price = nowPrice;
    worth = nowWorth;
    sleep();
  }

  private void tell(long nowNs) {
    AlphaBeta seen = alphaBeta();
    String text =
        String.format(
            Locale.ROOT,
            "%s: alpha %.5f (t %.2f), beta %.3f (t %.2f) over %d periods: %s",
            name,
            seen.alpha().value(),
            seen.alpha().t(),
            seen.beta().value(),
            seen.beta().t(),
            seen.periods(),
            seen.reading().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    chronicle.add(new Flag(nowNs, "record", text, Optional.empty()));
  }

  /// Returns what the record so far says.
  AlphaBeta alphaBeta() {
    return new Returns(
            profits.stream().mapToDouble(each -> each).toArray(),
            returns.stream().mapToDouble(each -> each).toArray())
        .alphaBeta();
  }

  private void sleep() {
    alarm.at(alarm.nowNs() + (long) (terms.periodDays() * DAY_NS));
  }

  @Override
  public void writeTo(StateSink sink) {
    sink.add(Double.doubleToRawLongBits(worth)).add(Double.doubleToRawLongBits(price));
    sink.add(profits.size());
    for (int i = 0; i < profits.size(); i++) {
      sink.add(Double.doubleToRawLongBits(profits.get(i)));
      sink.add(Double.doubleToRawLongBits(returns.get(i)));
    }
  }

  @Override
  public void readFrom(StateSource source) {
    worth = Double.longBitsToDouble(source.number());
    price = Double.longBitsToDouble(source.number());
    profits.clear();
    returns.clear();
    int count = source.count();
    for (int i = 0; i < count; i++) {
      profits.add(Double.longBitsToDouble(source.number()));
      returns.add(Double.longBitsToDouble(source.number()));
    }
  }
}
