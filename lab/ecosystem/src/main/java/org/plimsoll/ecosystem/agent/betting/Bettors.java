package org.plimsoll.ecosystem.agent.betting;

import java.util.Arrays;
import org.plimsoll.ecosystem.Bulletin;
import org.plimsoll.ecosystem.Economy;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.kernel.RandomStream;
import org.plimsoll.ecosystem.world.Instrument;
import org.plimsoll.ecosystem.world.WorldCause;
import org.plimsoll.ecosystem.world.WorldLedger;
import org.plimsoll.solvency.betting.BinaryBet;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// People who stake the same part of what they have, again and again. After each round they post,
/// under their name, the mean and the median of what a millionth of a first dollar has become
/// (`NAME-mean`, `NAME-median`), and of a million how many have a thousandth of their money left
/// (`NAME-alive`).
final class Bettors implements Agent {
  private static final double HOUR_NS = 3_600e9;
  private static final int DOLLAR = 0;
  private static final double MILLION = 1e6;
  private static final long RUIN = 1_000;

  private final String name;
  private final Alarm alarm;
  private final BettorTerms terms;
  private final WorldLedger ledger;
  private final Bulletin bulletin;
  private final RandomStream luck;
  private final int holder;
  private final long start;
  private final double fraction;
  private final long[] wealth;
  private int round;

  Bettors(String name, Alarm alarm, Economy economy, BettorTerms terms, int holder) {
    this.name = name;
    this.alarm = alarm;
    this.terms = terms;
    this.holder = holder;
    ledger = economy.ledger();
    bulletin = economy.bulletin();
    luck = economy.random(name, "luck");
    Instrument dollar = ledger.instruments().get(DOLLAR);
    start = dollar.amount(terms.dollars());
    BinaryBet bet = new BinaryBet(terms.winProbability(), terms.odds());
    fraction = terms.isLinear() ? 1 : Math.min(1, terms.kellyMultiple() * bet.kellyFraction());
    wealth = new long[terms.bettors()];
    Arrays.fill(wealth, start);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {
    long lacking = start * wealth.length - ledger.balance(holder, DOLLAR);
    if (lacking > 0) {
      ledger.transfer(WorldCause.ARRIVAL, DOLLAR, WorldLedger.OUTSIDE, holder, lacking);
    }
    sleep();
  }

  @Override
  public void wake(long nowNs) {
    long won = 0;
    for (int i = 0; i < wealth.length; i++) {
      long stake = (long) (wealth[i] * fraction);
      boolean isWon = luck.uniform() < terms.winProbability();
      long change = isWon ? (long) (stake * terms.odds()) : -stake;
      wealth[i] += change;
      won += change;
    }
    if (won > 0) {
      ledger.transfer(WorldCause.GAIN, DOLLAR, WorldLedger.OUTSIDE, holder, won);
    } else if (won < 0) {
      ledger.transfer(WorldCause.LOSS, DOLLAR, holder, WorldLedger.OUTSIDE, -won);
    }
    post(nowNs);
    round++;
    if (round < terms.rounds()) {
      sleep();
    }
  }

  private void sleep() {
    alarm.at(alarm.nowNs() + (long) (terms.hoursPerRound() * HOUR_NS));
  }

  private void post(long nowNs) {
    long[] sorted = wealth.clone();
    Arrays.sort(sorted);
    double mean = Arrays.stream(sorted).asDoubleStream().sum() / sorted.length;
    long alive = Arrays.stream(sorted).filter(each -> each > start / RUIN).count();
    bulletin.post(name + "-mean", nowNs, (long) (mean / start * MILLION));
    double median = sorted[sorted.length / 2];
    bulletin.post(name + "-median", nowNs, (long) (median / start * MILLION));
    bulletin.post(name + "-alive", nowNs, (long) (alive * MILLION / sorted.length));
  }

  @Override
  public void writeTo(StateSink sink) {
    luck.writeTo(sink);
    sink.add(round);
    for (long each : wealth) {
      sink.add(each);
    }
  }

  @Override
  public void readFrom(StateSource source) {
    luck.readFrom(source);
    round = source.within(0, terms.rounds());
    for (int i = 0; i < wealth.length; i++) {
      wealth[i] = source.within(0, Long.MAX_VALUE);
    }
  }
}
