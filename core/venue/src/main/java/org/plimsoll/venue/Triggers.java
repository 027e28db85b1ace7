package org.plimsoll.venue;

import static org.plimsoll.protocol.TriggerKind.TRAILING_STOP;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plimsoll.protocol.DueWork;
import org.plimsoll.protocol.TradingCommand.PlaceTrigger;
import org.plimsoll.protocol.TriggerKind;
import org.plimsoll.units.Side;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Every order of a venue that waits for the mark, or for its turn after the mark came.
final class Triggers {
  private final SortedMap<Long, Trigger> byNumber = new TreeMap<>();
  private final SortedSet<Long> fired = new TreeSet<>();
  private final SortedMap<Integer, Integer> counts = new TreeMap<>();
  private final List<MarketTriggers> markets = new ArrayList<>();
  private long last;

  /// Returns the orders by number.
  SortedMap<Long, PlaceTrigger> byNumber() {
    SortedMap<Long, PlaceTrigger> orders = new TreeMap<>();
    byNumber.forEach((number, trigger) -> orders.put(number, trigger.order()));
    return orders;
  }

  int count(int account) {
    return counts.getOrDefault(account, 0);
  }

  Optional<Trigger> find(long number) {
    return Optional.ofNullable(byNumber.get(number));
  }

  /// Lets an order wait and returns its number.
  long add(PlaceTrigger order, Market market) {
    Trigger trigger = new Trigger(++last, order);
    byNumber.put(trigger.number(), trigger);
    counts.merge(order.account(), 1, Integer::sum);
    of(market).add(trigger, market);
    return trigger.number();
  }

  /// Takes an order out, whether the mark has come for it or not.
  void remove(Trigger trigger) {
    byNumber.remove(trigger.number());
    counts.computeIfPresent(trigger.order().account(), (_, count) -> count == 1 ? null : count - 1);
    if (!fired.remove(trigger.number())) {
      markets.get(trigger.order().market()).remove(trigger);
    }
  }

  /// Puts those that waited for the market's mark on the agenda.
  void follow(Market market, long clockNs, Agenda agenda) {
    of(market)
        .follow(
            market,
            trigger -> {
              fired.add(trigger.number());
              agenda.add(clockNs, DueWork.TRIGGER, trigger.number());
            });
  }

  void writeTo(StateSink sink) {
    sink.add(last).add(byNumber.size());
    for (Trigger trigger : byNumber.values()) {
      PlaceTrigger order = trigger.order();
      sink.add(trigger.number())
          .add(order.account())
          .add(order.market())
          .add(order.kind().ordinal())
          .add(order.side().ordinal())
          .add(order.triggerTicks())
          .add(order.limitTicks())
          .add(order.quantityLots())
          .add(order.isReduceOnly() ? 1 : 0);
    }
    sink.add(fired.size());
    fired.forEach(sink::add);
    sink.add(markets.size());
    markets.forEach(market -> market.writeTo(sink));
  }

  void readFrom(StateSource source, VenueState state) {
    last = source.within(0, Long.MAX_VALUE);
    int count = source.count();
    for (int i = 0; i < count; i++) {
      Trigger trigger = new Trigger(source.within(1, last), readOrder(source, state));
      boolean isNew = byNumber.put(trigger.number(), trigger) == null;
      source.require(isNew, "an order waits once");
      counts.merge(trigger.order().account(), 1, Integer::sum);
    }
    int firedCount = source.count(count);
    for (int i = 0; i < firedCount; i++) {
      fired.add(find(source).number());
    }
    int marketCount = source.count(state.markets.size());
    for (int market = 0; market < marketCount; market++) {
      of(state.markets.get(market)).readFrom(source, this);
    }
    for (Trigger trigger : byNumber.values()) {
      if (!fired.contains(trigger.number()) && trigger.order().kind() != TRAILING_STOP) {
        Market market = state.markets.get(trigger.order().market());
        of(market).add(trigger, market);
      }
    }
  }

  /// Returns the order that waits under the number that is next.
  Trigger find(StateSource source) {
    Trigger trigger = byNumber.get(source.number());
    if (trigger == null) {
      throw source.malformed("an order waits");
    }
    return trigger;
  }

  private static PlaceTrigger readOrder(StateSource source, VenueState state) {
    return new PlaceTrigger(
        source.index(state.accounts.size()),
        source.index(state.markets.size()),
        source.oneOf(TriggerKind.values()),
        source.oneOf(Side.values()),
        source.within(1, Long.MAX_VALUE),
        source.within(0, Long.MAX_VALUE),
        source.within(1, Long.MAX_VALUE),
        source.flag());
  }

  private MarketTriggers of(Market market) {
    while (markets.size() <= market.listing().market()) {
      markets.add(new MarketTriggers());
    }
    return markets.get(market.listing().market());
  }
}
