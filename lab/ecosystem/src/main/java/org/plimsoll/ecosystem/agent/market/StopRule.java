package org.plimsoll.ecosystem.agent.market;

import java.util.OptionalLong;
import org.plimsoll.ecosystem.Economy;
import org.plimsoll.ecosystem.exchange.Seat;
import org.plimsoll.ecosystem.world.WorldCause;
import org.plimsoll.ecosystem.world.WorldLedger;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Whether a desk still earns what it costs. The best day to stop is where edge meets cost; a desk
/// knows its edge only as an average of the past, and so learns of it late.
final class StopRule {
  private static final double DAY_NS = 86_400e9;

  private final double costPerDay;
  private final double patienceDays;
  private long beganNs;
  private long lookedNs;
  private long stoppedNs;
  private double edge;
  private double weighted;
  private double paid;
  private double best;
  private long bestNs;

  /// @param patienceDays time constant of the average, 0 to never stop
  StopRule(double costPerDay, double patienceDays) {
    this.costPerDay = costPerDay;
    this.patienceDays = patienceDays;
  }

  void start(long nowNs) {
    beganNs = nowNs;
    lookedNs = nowNs;
    bestNs = nowNs;
  }

  /// Looks again, once a day: pays the day's cost and judges what the days have earned.
  ///
  /// @param newEdge what quoting has earned since the beginning, before cost
  void look(long nowNs, double newEdge, Economy economy, Seat seat) {
    double days = (nowNs - lookedNs) / DAY_NS;
    if (days < 1) {
      return;
    }
    pay(costPerDay * days, economy, seat);
    double earned = (newEdge - edge) / days - costPerDay;
    double kept = patienceDays == 0 ? 0 : StrictMath.exp(-days / patienceDays);
    weighted = weighted * kept + earned * (1 - kept);
    edge = newEdge;
    lookedNs = nowNs;
    if (edge - paid > best) {
      best = edge - paid;
      bestNs = nowNs;
    }
    boolean isTold = patienceDays > 0 && nowNs - beganNs > patienceDays * DAY_NS;
    if (stoppedNs == 0 && isTold && weighted < 0) {
      stoppedNs = nowNs;
    }
  }

  private void pay(double dollars, Economy economy, Seat seat) {
    int holder = seat.terminal().holder();
    WorldLedger ledger = economy.ledger();
    long units = StrictMath.min(seat.dollarUnits(dollars), ledger.available(holder, 0));
    ledger.transfer(WorldCause.RUNNING_COST, 0, holder, WorldLedger.OUTSIDE, units);
    paid += dollars;
  }

  /// Returns when the average was negative for the first time, if ever.
  OptionalLong stoppedNs() {
    return stoppedNs == 0 ? OptionalLong.empty() : OptionalLong.of(stoppedNs);
  }

  /// Returns how many days after the beginning that was.
  long day() {
    return StrictMath.round((stoppedNs - beganNs) / DAY_NS);
  }

  /// Returns how many days after the beginning it had earned the most: the best day to stop, which
  /// only hindsight knows.
  double bestDay() {
    return (bestNs - beganNs) / DAY_NS;
  }

  /// Returns what it had earned by then, after cost.
  double best() {
    return best;
  }

  /// Returns what it has cost.
  double paid() {
    return paid;
  }

  void writeTo(StateSink sink) {
    sink.add(beganNs).add(lookedNs).add(stoppedNs).add(bestNs);
    for (double each : new double[] {edge, weighted, paid, best}) {
      sink.add(Double.doubleToRawLongBits(each));
    }
  }

  void readFrom(StateSource source) {
    beganNs = source.number();
    lookedNs = source.number();
    stoppedNs = source.number();
    bestNs = source.number();
    edge = Double.longBitsToDouble(source.number());
    weighted = Double.longBitsToDouble(source.number());
    paid = Double.longBitsToDouble(source.number());
    best = Double.longBitsToDouble(source.number());
  }
}
