package org.plimsoll.ecosystem.agent.depositor;

import org.plimsoll.ecosystem.Bulletin;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.solvency.run.DepositContract;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Depositors of whom some need their money early, and the others leave if they believe that so
/// many do that waiting pays less than the promise. After each round it posts how many asked
/// (`leavers`), how many were paid (`paid`), and what a waiting dollar became (`late-millionths`).
final class DepositRun implements Agent {
  private static final double HOUR_NS = 3_600e9;
  private static final double MILLION = 1e6;

  private final String name;
  private final Alarm alarm;
  private final DepositRunTerms terms;
  private final DepositContract contract;
  private final DepositRounds deposits;
  private final Bulletin bulletin;
  private double believed;

  DepositRun(
      String name, Alarm alarm, DepositRunTerms terms, DepositRounds deposits, Bulletin bulletin) {
    this.name = name;
    this.alarm = alarm;
    this.terms = terms;
    contract = new DepositContract(terms.promise(), terms.late());
    this.deposits = deposits;
    this.bulletin = bulletin;
    believed = terms.believedShare();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {
    sleep();
  }

  /// The claims are the promises, of which only what was put in can be paid early.
  @Override
  public void wake(long nowNs) {
    int all = deposits.size();
    int early = (int) StrictMath.round(terms.earlyShare() * all);
    int leavers = latePayoff(believed) < terms.promise() ? all : early;
    int served = terms.suspends() ? early : all;
    deposits.begin(1 / terms.promise());
    int paid = 0;
    for (int i = 0; i < Math.min(leavers, served); i++) {
      paid += deposits.isPaid(i) ? 1 : 0;
    }
    double late = contract.latePayoff(Math.min(1, (double) paid / all));
    // Who ran and came too late has nothing; who waited shares what is left.
    deposits.settle(paid < leavers && !terms.suspends() ? 0 : late / terms.promise());
    believed = (double) leavers / all;
    bulletin.post("leavers", nowNs, leavers);
    bulletin.post("paid", nowNs, paid);
    bulletin.post("late-millionths", nowNs, (long) (late * MILLION));
    sleep();
  }

  private double latePayoff(double leaving) {
    return contract.latePayoff(terms.suspends() ? Math.min(leaving, terms.earlyShare()) : leaving);
  }

  private void sleep() {
    alarm.at(alarm.nowNs() + (long) (terms.hoursPerRound() * HOUR_NS));
  }

  @Override
  public void writeTo(StateSink sink) {
    sink.add(Double.doubleToRawLongBits(believed));
  }

  @Override
  public void readFrom(StateSource source) {
    believed = Double.longBitsToDouble(source.number());
  }
}
