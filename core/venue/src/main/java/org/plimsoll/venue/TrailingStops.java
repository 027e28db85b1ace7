package org.plimsoll.venue;

import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.plimsoll.units.Invariant;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// The trailing stops of one side of a market, in groups that have seen the same highest mark since
/// they were placed. In a group they stand by their distance, so the first is the first to fire.
///
/// A mark above a group's highest becomes its highest, and groups with the same highest mark are
/// one from then on: no stop is touched for following the mark, and what is merged is the smaller
/// group. For stops that wait for a rise the marks are told as negative numbers.
final class TrailingStops {
  private final TreeMap<Long, NavigableSet<Trigger>> groups = new TreeMap<>();

  void add(Trigger trigger, long mark) {
    groups.computeIfAbsent(mark, _ -> MarketTriggers.empty()).add(trigger);
  }

  void remove(Trigger trigger) {
    boolean isFound = groups.values().stream().anyMatch(group -> group.remove(trigger));
    Invariant.check(isFound, "a trailing stop that waits is in a group");
    groups.values().removeIf(NavigableSet::isEmpty);
  }

  /// Follows the mark, and takes out those from which it has come down by their distance.
  void follow(long mark, Consumer<Trigger> fired) {
    while (!groups.isEmpty() && groups.firstKey() < mark) {
      merge(groups.pollFirstEntry().getValue(), mark);
    }
    groups.forEach((highest, group) -> {
      while (!group.isEmpty() && group.first().order().triggerTicks() <= highest - mark) {
        fired.accept(group.removeFirst());
      }
    });
    groups.values().removeIf(NavigableSet::isEmpty);
  }

  void writeTo(StateSink sink) {
    sink.add(groups.size());
    groups.forEach((highest, group) -> {
      sink.add(highest).add(group.size());
      group.forEach(trigger -> sink.add(trigger.number()));
    });
  }

  void readFrom(StateSource source, Triggers triggers) {
    int count = source.count();
    for (int i = 0; i < count; i++) {
      long highest = source.number();
      int size = source.count();
      for (int j = 0; j < size; j++) {
        add(triggers.find(source), highest);
      }
    }
  }

  private void merge(NavigableSet<Trigger> group, long mark) {
    NavigableSet<Trigger> other = groups.getOrDefault(mark, MarketTriggers.empty());
    boolean isLarger = group.size() > other.size();
    NavigableSet<Trigger> larger = isLarger ? group : other;
    larger.addAll(isLarger ? other : group);
    groups.put(mark, larger);
  }
}
