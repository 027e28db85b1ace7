package org.plimsoll.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plimsoll.ecosystem.outcome.Sheet;
import org.plimsoll.ecosystem.outcome.Sheet.Tier;

/// The balance sheets of one party over a run, with every line that any of them has, so that a
/// table of them keeps its rows whatever the date.
///
/// @param lines what it ever has, by tier, and then what it ever owes
/// @param sheets in the order of time
record PartySheets(String party, List<Line> lines, List<Sheet> sheets) {
  /// A line of a sheet.
  ///
  /// @param isDebt whether its values are never above zero, and below it once
  record Line(String label, Tier tier, boolean isDebt) {}

  /// Returns the sheets of every party, in the order in which parties first have one.
  static List<PartySheets> of(List<Sheet> sheets) {
    Map<String, List<Sheet>> byParty = new LinkedHashMap<>();
    sheets.forEach(
        sheet -> byParty.computeIfAbsent(sheet.party(), _ -> new ArrayList<>()).add(sheet));
    List<PartySheets> parties = new ArrayList<>();
    byParty.forEach(
        (party, all) -> parties.add(new PartySheets(party, lines(all), List.copyOf(all))));
    return parties;
  }

  private static List<Line> lines(List<Sheet> sheets) {
    List<Sheet.Line> all = sheets.stream().flatMap(sheet -> sheet.lines().stream()).toList();
    List<Line> found =
        all.stream()
            .map(line -> new Line(line.label(), line.tier(), isDebt(all, line)))
            .distinct()
            .toList();
    List<Line> ordered = new ArrayList<>();
    for (boolean isDebt : new boolean[] {false, true}) {
      for (Tier tier : Tier.values()) {
        found.stream()
            .filter(line -> line.isDebt == isDebt && line.tier == tier)
            .forEach(ordered::add);
      }
    }
    return ordered;
  }

  private static boolean isDebt(List<Sheet.Line> all, Sheet.Line line) {
    List<Integer> signs =
        all.stream()
            .filter(each -> each.label().equals(line.label()) && each.tier() == line.tier())
            .map(each -> each.value().signum())
            .toList();
    return signs.contains(-1) && !signs.contains(1);
  }

  /// Returns what a sheet says for each of [#lines]; `NaN` where it has no such line.
  double[] values(Sheet sheet) {
    double[] values = new double[lines.size()];
    Arrays.fill(values, Double.NaN);
    for (Sheet.Line line : sheet.lines()) {
      int i = place(line);
      values[i] = (Double.isNaN(values[i]) ? 0 : values[i]) + line.value().doubleValue();
    }
    return values;
  }

  private int place(Sheet.Line line) {
    int i = 0;
    while (lines.get(i).tier() != line.tier() || !lines.get(i).label().equals(line.label())) {
      i++;
    }
    return i;
  }

  /// Returns the largest sum of assets, or of debts, over all sheets; at least 1.
  double largest() {
    double largest = 1;
    for (Sheet sheet : sheets) {
      double has = 0;
      double owes = 0;
      for (Sheet.Line line : sheet.lines()) {
        has += Math.max(0, line.value().doubleValue());
        owes += Math.max(0, -line.value().doubleValue());
      }
      largest = Math.max(largest, Math.max(has, owes));
    }
    return largest;
  }
}
