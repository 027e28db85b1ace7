package org.plimsoll.ecosystem;

import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.ecosystem.exchange.Exchange;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.kernel.RandomStream;
import org.plimsoll.protocol.ClockCommand.AdvanceTime;
import org.plimsoll.protocol.ClockCommand.PublishIndexPrice;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Publishes index prices and moves the venue's clock, tick by tick. It joins first, so that at
/// every tick the marks are new before anybody else acts.
public final class Clockwork implements Agent {
  private final Alarm alarm;
  private final Ticks ticks;
  private final Exchange exchange;
  private final SortedMap<Integer, PricePath> paths;
  private final RandomStream entropy;

  /// Creates the clockwork of an economy.
  ///
  /// @param paths by the number of the asset whose price comes from outside
  public Clockwork(Alarm alarm, Economy economy, Ticks ticks, SortedMap<Integer, PricePath> paths) {
    this.alarm = alarm;
    this.ticks = ticks;
    this.exchange = economy.exchange();
    this.paths = new TreeMap<>(paths);
    this.entropy = economy.random(name(), "entropy");
  }

  @Override
  public String name() {
    return "clockwork";
  }

  @Override
  public void start() {
    wake(alarm.nowNs());
  }

  @Override
  public void wake(long nowNs) {
    paths.forEach((asset, path) -> publish(asset, path.priceE9(nowNs)));
    exchange.require(new AdvanceTime(nowNs, entropy.bits()));
    alarm.at(ticks.after(nowNs));
  }

  private void publish(int asset, long priceE9) {
    if (priceE9 > 0) {
      exchange.require(new PublishIndexPrice(asset, priceE9));
    }
  }

  @Override
  public void writeTo(StateSink sink) {
    entropy.writeTo(sink);
  }

  @Override
  public void readFrom(StateSource source) {
    entropy.readFrom(source);
  }
}
