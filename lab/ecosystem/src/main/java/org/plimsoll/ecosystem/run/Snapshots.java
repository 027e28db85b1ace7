package org.plimsoll.ecosystem.run;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.plimsoll.ecosystem.kernel.Simulation.InstantWatcher;
import org.plimsoll.ecosystem.outcome.Sheet;
import org.plimsoll.ecosystem.scenario.Moments;
import org.plimsoll.ecosystem.scenario.PartyEntry;
import org.plimsoll.ecosystem.scenario.Scenario;
import org.plimsoll.ecosystem.scenario.Setting;

/// Takes balance sheets as a run goes by: at the end of each month, at the events of the scenario,
/// and when withdrawals stop or a control raises its flag. Nobody in the economy sees them.
final class Snapshots implements InstantWatcher {
  private final Scenario scenario;
  private final Roster roster;
  private final Setting setting;
  private final List<String> parties;
  private final SortedSet<Long> dueNs = new TreeSet<>();
  private final List<Sheet> sheets = new ArrayList<>();
  private int flagsSeen;

  Snapshots(Scenario scenario, Roster roster, Setting setting) {
    this.scenario = scenario;
    this.roster = roster;
    this.setting = setting;
    parties = parties(scenario);
    YearMonth first = YearMonth.from(scenario.start().atOffset(ZoneOffset.UTC));
    YearMonth last = YearMonth.from(scenario.until().atOffset(ZoneOffset.UTC));
    for (YearMonth month = first.plusMonths(1); !month.isAfter(last); month = month.plusMonths(1)) {
      dueNs.add(Moments.ns(month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant()));
    }
    scenario.events().forEach(event -> dueNs.add(Moments.ns(event.at())));
  }

  private static List<String> parties(Scenario scenario) {
    if (!scenario.sheets().isEmpty()) {
      return scenario.sheets();
    }
    List<String> parties = new ArrayList<>(List.of(Statement.VENUE));
    scenario.parties().stream()
        .filter(party -> party.kind() == PartyEntry.Kind.AFFILIATE)
        .forEach(party -> parties.add(party.name()));
    return List.copyOf(parties);
  }

  @Override
  public void afterInstant(long nowNs) {
    boolean isDue = hasHappened();
    while (!dueNs.isEmpty() && dueNs.first() <= nowNs) {
      dueNs.removeFirst();
      isDue = true;
    }
    if (isDue) {
      take();
    }
  }

  private boolean hasHappened() {
    int before = flagsSeen;
    flagsSeen = setting.economy().chronicle().count();
    return flagsSeen > before;
  }

  private void take() {
    for (String party : parties) {
      Sheet sheet = Statement.of(party, scenario, roster, setting);
      if (!sheet.lines().isEmpty()) {
        sheets.add(sheet);
      }
    }
  }

  /// Goes on from what another has seen of the same scenario.
  void takeOverFrom(Snapshots other) {
    sheets.clear();
    sheets.addAll(other.sheets);
    dueNs.clear();
    dueNs.addAll(other.dueNs);
    flagsSeen = other.flagsSeen;
  }

  /// Returns what was taken so far, and the sheets of now.
  List<Sheet> sheets() {
    long nowNs = setting.economy().simulation().nowNs();
    if (sheets.isEmpty() || sheets.getLast().timeNs() < nowNs) {
      take();
    }
    return List.copyOf(sheets);
  }
}
