package org.plimsoll.server.solvency;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.plimsoll.solvency.assess.Answer;
import org.plimsoll.solvency.assess.Finding;
import org.plimsoll.solvency.ladder.LiquidityLadder;
import org.plimsoll.solvency.loadline.CollateralLoad;
import org.plimsoll.solvency.loadline.Corner;
import org.plimsoll.solvency.loadline.MarginalSpiral;

/// Raises alarms as readings come, and clears them. What is unknown changes none.
public final class Alarms implements Consumer<Reading> {
  private final SortedMap<String, Alarm> raised = new TreeMap<>();
  private final List<Consumer<Alarm>> listeners = new CopyOnWriteArrayList<>();

  /// Adds somebody who hears of every alarm that is raised or cleared.
  public void listen(Consumer<Alarm> listener) {
    listeners.add(listener);
  }

  /// Returns what is raised, by code and subject.
  public synchronized List<Alarm> raised() {
    return List.copyOf(raised.values());
  }

  @Override
  public void accept(Reading reading) {
    List<Alarm> changes = changes(reading);
    changes.forEach(change -> listeners.forEach(listener -> listener.accept(change)));
  }

  private synchronized List<Alarm> changes(Reading reading) {
    List<Alarm> changes = new ArrayList<>();
    List<Measure> measures = measures(reading);
    measures.addAll(gone(reading));
    for (Measure measure : measures) {
      String key = measure.rule().code() + " " + measure.subject();
      boolean isRaised = raised.containsKey(key);
      if (isRaised ? measure.rule().clears(measure.figure()) : measure.raises()) {
        Alarm change = measure.alarm(reading, !isRaised);
        changes.add(change);
        if (isRaised) {
          raised.remove(key);
        } else {
          raised.put(key, change);
        }
      }
    }
    return changes;
  }

  /// What is raised about collateral that no longer secures anything.
  private List<Measure> gone(Reading reading) {
    Set<String> pledged =
        reading.loads().firstEntry().getValue().stream()
            .map(CollateralLoad::asset)
            .collect(Collectors.toSet());
    return raised.values().stream()
        .filter(alarm -> !alarm.subject().isEmpty() && !pledged.contains(alarm.subject()))
        .map(alarm -> new Measure(alarm.rule(), alarm.subject(), 0))
        .toList();
  }

  private record Measure(AlarmRule rule, String subject, double figure) {
    boolean raises() {
      return rule.raises(figure);
    }

    Alarm alarm(Reading reading, boolean isRaised) {
      return new Alarm(rule, subject, figure, reading.sequence(), reading.clockNs(), isRaised);
    }
  }

  private static List<Measure> measures(Reading reading) {
    List<Measure> measures = new ArrayList<>();
    for (Finding finding : reading.assessment().findings()) {
      if (finding.answer() != Answer.UNKNOWN) {
        AlarmRule rule = AlarmRule.answered(finding.question().code(), finding.question().title());
        measures.add(new Measure(rule, "", finding.answer() == Answer.YES ? 1 : 0));
      }
    }
    LiquidityLadder.Rung hour = reading.ladder().rungs().getFirst();
    measures.add(new Measure(AlarmRule.COVER_OF_AN_HOUR, "", hour.cover(Corner.CAREFUL)));
    reading
        .assessment()
        .ownTokenShare()
        .flatMap(share -> share.high())
        .ifPresent(share ->
            measures.add(new Measure(AlarmRule.OWN_TOKENS, "", share.rounded().doubleValue())));
    for (CollateralLoad load : reading.loads().firstEntry().getValue()) {
      if (load.deciding().isPresent()) {
        measures.add(new Measure(AlarmRule.OVERLOADED, load.asset(), load.share(Corner.CAREFUL)));
      }
    }
    for (MarginalSpiral spiral : reading.careful()) {
      measures.add(
          new Measure(AlarmRule.SPIRAL, spiral.asset(), spiral.withoutExemptions().total()));
    }
    return measures;
  }
}
