package org.plimsoll.venue;

import java.util.Comparator;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.plimsoll.protocol.TriggerKind;
import org.plimsoll.units.Side;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// The orders of one market that wait for the mark, sorted by what they wait for, so that a mark
/// touches only those that it fires.
///
/// A mark between two ticks has not reached the one that it moves toward.
final class MarketTriggers {
  private final NavigableSet<Trigger> rising = empty();
  private final NavigableSet<Trigger> falling = empty();
  private final TrailingStops sells = new TrailingStops();
  private final TrailingStops buys = new TrailingStops();

  /// Returns an empty set by price or distance, then by number.
  static NavigableSet<Trigger> empty() {
    Comparator<Trigger> byTicks = Comparator.comparingLong(t -> t.order().triggerTicks());
    return new TreeSet<>(byTicks.thenComparingLong(Trigger::number));
  }

  void add(Trigger trigger, Market market) {
    if (trigger.order().kind() != TriggerKind.TRAILING_STOP) {
      fixed(trigger).add(trigger);
    } else if (trigger.order().side() == Side.SELL) {
      sells.add(trigger, market.markTicksUp());
    } else {
      buys.add(trigger, -market.markTicksDown());
    }
  }

  void remove(Trigger trigger) {
    if (trigger.order().kind() != TriggerKind.TRAILING_STOP) {
      fixed(trigger).remove(trigger);
    } else if (trigger.order().side() == Side.SELL) {
      sells.remove(trigger);
    } else {
      buys.remove(trigger);
    }
  }

  /// Takes out those that wait for no more than the market's mark.
  void follow(Market market, Consumer<Trigger> fired) {
    while (!rising.isEmpty() && rising.first().order().triggerTicks() <= market.markTicksDown()) {
      fired.accept(rising.removeFirst());
    }
    while (!falling.isEmpty() && falling.last().order().triggerTicks() >= market.markTicksUp()) {
      fired.accept(falling.removeLast());
    }
    sells.follow(market.markTicksUp(), fired);
    buys.follow(-market.markTicksDown(), fired);
  }

  void writeTo(StateSink sink) {
    sells.writeTo(sink);
    buys.writeTo(sink);
  }

  /// Reads the trailing stops; the others are added again one by one.
  void readFrom(StateSource source, Triggers triggers) {
    sells.readFrom(source, triggers);
    buys.readFrom(source, triggers);
  }

  private NavigableSet<Trigger> fixed(Trigger trigger) {
    return trigger.order().kind().waitsForAFall(trigger.order().side()) ? falling : rising;
  }
}
