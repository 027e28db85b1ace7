package org.plimsoll.report;

import java.util.List;
import java.util.Optional;
import org.plimsoll.ecosystem.outcome.SwitchRow;

/// What would have prevented it: the same seeds with some switches set.
final class RunSwitches {
  static final List<String> HEADINGS =
      List.of(
          "Switches", "Hole", "Recovery", "First insolvent", "First flag", "Withdrawals stopped");

  private RunSwitches() {}

  /// Returns what the table is about: one row is the run itself.
  static String heading(List<SwitchRow> rows) {
    return rows.size() > 1 ? "What would have prevented it" : "What was left";
  }

  /// Returns the words of a row under [#HEADINGS].
  static List<String> cells(SwitchRow row) {
    return List.of(
        row.switches().isEmpty() ? "as it was" : String.join(" + ", row.switches()),
        RunWords.amount(row.hole()),
        CellWords.range(row.recovery(), row.recovery(), true).replaceAll("(\\.\\d)\\d+%", "$1%"),
        never(row.firstInsolventNs()),
        never(row.firstFlagNs()),
        never(row.haltNs()));
  }

  private static String never(Optional<Long> timeNs) {
    return timeNs.map(RunWords::day).orElse("never");
  }

  static void addTo(Markup page, List<SwitchRow> rows) {
    double most =
        Math.max(1e-9, rows.stream().mapToDouble(row -> Math.abs(row.hole())).max().orElse(1));
    page.open("div", "class", "wide", "tabindex", "0", "role", "region", "aria-label", "Switches")
        .open("table", "class", "switches")
        .open("thead")
        .open("tr");
    HEADINGS.forEach(heading -> page.element("th", heading, "scope", "col"));
    page.close("tr").close("thead").open("tbody");
    for (SwitchRow row : rows) {
      List<String> cells = cells(row);
      double width = 100 * Math.max(0, row.hole()) / most;
      page.open("tr")
          .element("th", cells.getFirst(), "scope", "row")
          .open("td", "data-label", HEADINGS.get(1), "class", "hole")
          .text(cells.get(1))
          .open("span", "class", "rail");
      if (width > 0) {
        page.open("i", "style", "left:0;width:" + CellWords.model(width, 5) + "%").close("i");
      }
      page.close("span").close("td");
      for (int i = 2; i < cells.size(); i++) {
        page.element("td", cells.get(i), "data-label", HEADINGS.get(i));
      }
      page.close("tr");
    }
    page.close("tbody").close("table").close("div");
  }
}
