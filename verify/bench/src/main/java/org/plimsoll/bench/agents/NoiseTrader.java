package org.plimsoll.bench.agents;

import org.plimsoll.ecosystem.exchange.FillListener;
import org.plimsoll.ecosystem.exchange.Terminal;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.kernel.RandomStream;
import org.plimsoll.units.Side;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Wakes at random times, takes back what rests of its last order, and places another on a random
/// side: at the best price of the other side half of the time, a little better for itself else.
final class NoiseTrader implements Agent, FillListener {
  private static final int LOTS_MAX = 100;
  private static final int AWAY_MAX = 20;

  private final Alarm alarm;
  private final Terminal terminal;
  private final int market;
  private final RandomStream random;
  private final long meanNs;
  private long order;
  private long leaves;

  NoiseTrader(Alarm alarm, Terminal terminal, int market, RandomStream random, long meanNs) {
    this.alarm = alarm;
    this.terminal = terminal;
    this.market = market;
    this.random = random;
    this.meanNs = meanNs;
    terminal.listen(this);
  }

  @Override
  public String name() {
    return "noise-" + terminal.account();
  }

  @Override
  public void start() {
    sleep();
  }

  @Override
  public void wake(long nowNs) {
    if (leaves > 0) {
      terminal.cancel(market, order);
    }
    int drawn = random.below(4);
    Side side = drawn < 2 ? Side.BUY : Side.SELL;
    long best = terminal.bestTicks(market, side.opposite());
    if (best > 0) {
      long away = drawn % 2 == 0 ? 0 : random.below(AWAY_MAX);
      leaves = 1L + random.below(LOTS_MAX);
      order = terminal.limit(market, side, side == Side.BUY ? best - away : best + away, leaves);
      leaves = order == 0 ? 0 : leaves;
    }
    sleep();
  }

  @Override
  public void onFill(
      int market, long order, Side side, long priceTicks, long lots, boolean isMaker) {
    leaves -= lots;
  }

  private void sleep() {
    alarm.at(alarm.nowNs() + 1 + (long) (meanNs * random.exponential()));
  }

  @Override
  public void writeTo(StateSink sink) {
    random.writeTo(sink);
    sink.add(order).add(leaves);
  }

  @Override
  public void readFrom(StateSource source) {
    random.readFrom(source);
    order = source.number();
    leaves = source.number();
  }
}
