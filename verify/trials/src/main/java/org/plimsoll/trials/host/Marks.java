package org.plimsoll.trials.host;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.model.Coverage;

/// How often trials reached what they ought to.
public final class Marks {
  /// What the venue itself ought to come to, as [Coverage] calls it.
  private static final List<String> OF_THE_VENUE =
      List.of(
          "TRADED",
          "FAILED",
          "LIQUIDATED_IN_BOOK",
          "LIQUIDATION_WENT_ON",
          "HANDED_TO_BACKSTOP",
          "DELEVERAGED",
          "LOSS_BY_FUND",
          "LOSS_BY_CAPITAL",
          "LOSS_SOCIALIZED",
          "LOSS_BY_NOBODY",
          "LENDING_COVERED",
          "LENDING_UNCOVERED",
          "RECALL_KEPT",
          "RECALL_SERVED",
          "WITHDRAWAL_SENT_LATER",
          "WITHDRAWAL_WAITED_FOR_COINS",
          "EXHAUSTED_THE_BOOK",
          "TRIGGERED",
          "PAID_FUNDING");

  private final SortedMap<String, Long> counts = new TreeMap<>();
  private final Coverage venue = new Coverage();

  void reach(Mark mark) {
    counts.merge(mark.name(), 1L, Long::sum);
  }

  void reachIf(boolean isReached, Mark mark) {
    if (isReached) {
      reach(mark);
    }
  }

  void reachWeather(String name) {
    counts.merge("weather: " + name, 1L, Long::sum);
  }

  Coverage venue() {
    return venue;
  }

  void add(Marks others) {
    others.counts.forEach((mark, count) -> counts.merge(mark, count, Long::sum));
    venue.add(others.venue);
  }

  /// Returns how often a mark was reached.
  public long count(String mark) {
    return counts.getOrDefault(mark, venue.counts().getOrDefault(mark, 0L));
  }

  /// Returns the names of all that ought to be reached.
  public static List<String> wanted() {
    List<String> wanted = new ArrayList<>();
    for (Mark mark : Mark.values()) {
      wanted.add(mark.name());
    }
    wanted.addAll(OF_THE_VENUE);
    return Collections.unmodifiableList(wanted);
  }

  /// Returns what was never reached.
  public List<String> neverReached() {
    return wanted().stream().filter(mark -> count(mark) == 0).toList();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    counts.forEach((mark, count) -> text.append(count).append('\t').append(mark).append('\n'));
    OF_THE_VENUE.forEach(
        mark -> text.append(count(mark)).append('\t').append("venue: ").append(mark).append('\n'));
    return text.toString();
  }
}
