package org.plimsoll.bench.agents;

import org.plimsoll.ecosystem.exchange.Terminal;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.units.Side;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Quotes a ladder on both sides of the index, anew at every step.
final class LadderMaker implements Agent {
  private static final int RUNGS = 10;
  private static final int SPREAD_TICKS = 10;
  private static final int RUNG_TICKS = 5;
  private static final long LOTS = 1_000;

  private final Alarm alarm;
  private final Terminal terminal;
  private final TradingDay day;
  private final long stepNs;
  private final long[] orders = new long[2 * RUNGS];

  LadderMaker(Alarm alarm, Terminal terminal, TradingDay day, long stepNs) {
    this.alarm = alarm;
    this.terminal = terminal;
    this.day = day;
    this.stepNs = stepNs;
  }

  @Override
  public String name() {
    return "maker-" + terminal.account();
  }

  @Override
  public void start() {
    alarm.at(alarm.nowNs() + 1);
  }

  @Override
  public void wake(long nowNs) {
    long middle = day.indexTicks();
    for (int i = 0; i < orders.length; i++) {
      if (orders[i] != 0) {
        terminal.cancel(TradingDay.MARKET, orders[i]);
      }
    }
    for (int rung = 0; rung < RUNGS; rung++) {
      long away = SPREAD_TICKS + (long) rung * RUNG_TICKS;
      orders[2 * rung] = terminal.limit(TradingDay.MARKET, Side.BUY, middle - away, LOTS);
      orders[2 * rung + 1] = terminal.limit(TradingDay.MARKET, Side.SELL, middle + away, LOTS);
    }
    alarm.at(nowNs + stepNs);
  }

  @Override
  public void writeTo(StateSink sink) {
    for (long order : orders) {
      sink.add(order);
    }
  }

  @Override
  public void readFrom(StateSource source) {
    for (int i = 0; i < orders.length; i++) {
      orders[i] = source.number();
    }
  }
}
