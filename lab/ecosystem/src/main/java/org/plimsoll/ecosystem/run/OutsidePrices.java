package org.plimsoll.ecosystem.run;

import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.ecosystem.PricePath;
import org.plimsoll.ecosystem.Ticks;
import org.plimsoll.ecosystem.kernel.Agent;
import org.plimsoll.ecosystem.kernel.Alarm;
import org.plimsoll.ecosystem.world.PriceBoard;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Moves the prices of what the venue does not list.
final class OutsidePrices implements Agent {
  private final Alarm alarm;
  private final PriceBoard prices;
  private final Ticks ticks;
  private final SortedMap<Integer, PricePath> paths;

  OutsidePrices(Alarm alarm, PriceBoard prices, Ticks ticks, SortedMap<Integer, PricePath> paths) {
    this.alarm = alarm;
    this.prices = prices;
    this.ticks = ticks;
    this.paths = new TreeMap<>(paths);
  }

  @Override
  public String name() {
    return "outside-prices";
  }

  @Override
  public void start() {
    wake(alarm.nowNs());
  }

  @Override
  public void wake(long nowNs) {
    paths.forEach((asset, path) -> prices.set(asset, path.priceE9(nowNs)));
    if (!paths.isEmpty()) {
      alarm.at(ticks.after(nowNs));
    }
  }

  @Override
  public void writeTo(StateSink sink) {}

  @Override
  public void readFrom(StateSource source) {}
}
