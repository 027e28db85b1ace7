package org.plimsoll.venue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plimsoll.protocol.DueWork;
import org.plimsoll.protocol.TradingCommand.PlaceTrigger;
import org.plimsoll.units.StateHash;

/// Every order of a venue that waits for the mark, or for its turn after the mark came.
final class Triggers {
  private final SortedMap<Long, Trigger> byNumber = new TreeMap<>();
  private final SortedSet<Long> fired = new TreeSet<>();
  private final SortedMap<Integer, Integer> counts = new TreeMap<>();
  private final List<MarketTriggers> markets = new ArrayList<>();
  private long last;

  /// Returns the orders by number.
  List<Trigger> all() {
    return List.copyOf(byNumber.values());
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
    counts.merge(trigger.order().account(), -1, Integer::sum);
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

  void hashInto(StateHash hash) {
    hash.add(last).add(byNumber.size());
    for (Trigger trigger : byNumber.values()) {
      PlaceTrigger order = trigger.order();
      hash.add(trigger.number())
          .add(order.account())
          .add(order.market())
          .add(order.kind().ordinal())
          .add(order.side().ordinal())
          .add(order.triggerTicks())
          .add(order.limitTicks())
          .add(order.quantityLots())
          .add(order.isReduceOnly() ? 1 : 0);
    }
    fired.forEach(hash::add);
    markets.forEach(market -> market.hashInto(hash));
  }

  private MarketTriggers of(Market market) {
    while (markets.size() <= market.listing().market()) {
      markets.add(new MarketTriggers());
    }
    return markets.get(market.listing().market());
  }
}
