package org.plimsoll.bench.agents;

import org.plimsoll.ecosystem.exchange.Terminal;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.kernel.RandomStream;
import org.plimsoll.units.Side;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;
import org.plimsoll.units.TimeInForce;

/// Sees what the coin is worth, not quite exactly, and takes what is offered for less or bid for
/// more.
final class ValueTrader implements Agent {
  private static final int ERROR_TICKS = 30;
  private static final int LOTS_MAX = 200;

  private final Alarm alarm;
  private final Terminal terminal;
  private final TradingDay day;
  private final RandomStream random;
  private final long meanNs;

  ValueTrader(Alarm alarm, Terminal terminal, TradingDay day, RandomStream random, long meanNs) {
    this.alarm = alarm;
    this.terminal = terminal;
    this.day = day;
    this.random = random;
    this.meanNs = meanNs;
  }

  @Override
  public String name() {
    return "value-" + terminal.account();
  }

  @Override
  public void start() {
    sleep();
  }

  @Override
  public void wake(long nowNs) {
    long seen = day.indexTicks() + (long) (ERROR_TICKS * random.normal());
    long lots = 1L + random.below(LOTS_MAX);
    long ask = terminal.bestTicks(TradingDay.MARKET, Side.SELL);
    long bid = terminal.bestTicks(TradingDay.MARKET, Side.BUY);
    if (ask > 0 && ask < seen) {
      terminal.limit(TradingDay.MARKET, Side.BUY, ask, lots, TimeInForce.IMMEDIATE_OR_CANCEL);
    } else if (bid > seen) {
      terminal.limit(TradingDay.MARKET, Side.SELL, bid, lots, TimeInForce.IMMEDIATE_OR_CANCEL);
    }
    sleep();
  }

  private void sleep() {
    alarm.at(alarm.nowNs() + 1 + (long) (meanNs * random.exponential()));
  }

  @Override
  public void writeTo(StateSink sink) {
    random.writeTo(sink);
  }

  @Override
  public void readFrom(StateSource source) {
    random.readFrom(source);
  }
}
