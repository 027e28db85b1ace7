package org.plimsoll.server.store;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.OrderEvent.TradeExecuted;
import org.plimsoll.server.store.Kept.Candle;

/// Candles of the three resolutions that are kept; all others are made of them.
///
/// A row has the whole of its candle so far, so the last one of a batch is enough.
final class CandleRows implements Projection {
  /// The resolutions that are kept, in seconds.
  static final List<Integer> SECONDS = List.of(15, 900, 86_400);

  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final Rows rows;
  private final SortedMap<Integer, List<Candle>> last = new TreeMap<>();
  private final SortedMap<Integer, List<Candle>> changed = new TreeMap<>();

  CandleRows(Rows rows) {
    this.rows = rows;
  }

  @Override
  public void on(Event event, List<Event> rest) {
    if (event instanceof TradeExecuted e) {
      List<Candle> before = last.getOrDefault(e.market(), List.of());
      List<Candle> after = new ArrayList<>(SECONDS.size());
      for (int i = 0; i < SECONDS.size(); i++) {
        Candle trade = candle(e, SECONDS.get(i));
        boolean isSame = !before.isEmpty() && before.get(i).startNs() == trade.startNs();
        after.add(isSame ? before.get(i).followedBy(trade) : trade);
      }
      last.put(e.market(), after);
      changed.put(e.market(), after);
    }
  }

  @Override
  public void end() {
    changed.forEach(this::put);
    changed.clear();
  }

  private Candle candle(TradeExecuted e, int seconds) {
    long now = rows.nowNs();
    long price = e.priceTicks();
    return new Candle(
        now - Math.floorMod(now, seconds * NANOS_PER_SECOND),
        price,
        price,
        price,
        price,
        e.quantityLots(),
        price * e.quantityLots(),
        1);
  }

  private void put(int market, List<Candle> candles) {
    for (int i = 0; i < SECONDS.size(); i++) {
      Candle c = candles.get(i);
      rows.put(
          Statement.CANDLE,
          market,
          SECONDS.get(i),
          c.startNs(),
          c.openTicks(),
          c.highTicks(),
          c.lowTicks(),
          c.closeTicks(),
          c.volumeLots(),
          c.volumeTickLots(),
          c.trades());
    }
  }
}
