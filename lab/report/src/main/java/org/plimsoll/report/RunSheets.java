package org.plimsoll.report;

import java.util.List;
import org.plimsoll.ecosystem.outcome.Sheet;
import org.plimsoll.ecosystem.outcome.Sheet.Tier;

/// The balance sheet of every party: the last of the run as it stands here, and where the page's
/// script runs the one nearest before the cursor. Rows and places stay the same whatever the date.
final class RunSheets {
  /// So many parties are shown at once; the others open at a click.
  private static final int OPEN = 2;

  private static final List<String> TIERS = List.of("Liquid", "Less liquid", "Illiquid");

  private final Markup page;

  RunSheets(Markup page) {
    this.page = page;
  }

  void add(List<PartySheets> parties) {
    page.open("div", "class", "sheets");
    for (int i = 0; i < parties.size(); i++) {
      add(parties.get(i), i);
    }
    page.close("div");
  }

  private void add(PartySheets party, int index) {
    Sheet last = party.sheets().getLast();
    String id = "sheet-" + index;
    if (index < OPEN) {
      page.open("details", "class", "sheet", "id", id, "open", "open");
    } else {
      page.open("details", "class", "sheet", "id", id);
    }
    page.open("summary")
        .element("strong", party.party())
        .text("sheet of ")
        .element("output", RunWords.time(last.timeNs()), "class", "of")
        .close("summary")
        .open("div", "class", "two-bars", "data-largest", Double.toString(party.largest()));
    double[] values = party.values(last);
    addBar("has", party, values, false);
    addBar("owes", party, values, true);
    page.close("div");
    addTable(party, values);
    page.close("details");
  }

  private void addBar(String words, PartySheets party, double[] values, boolean isDebt) {
    page.open("div", "class", "bar-of-sheet")
        .element("span", words)
        .open("div", "class", "amounts");
    for (Tier tier : Tier.values()) {
      double part = Math.abs(sum(party, values, isDebt, tier)) / party.largest();
      page.open(
              "i",
              "class",
              "tier-" + tier.ordinal(),
              "style",
              "width:" + CellWords.model(100 * part, 5) + "%")
          .close("i");
    }
    page.close("div").close("div");
  }

  private static double sum(PartySheets party, double[] values, boolean isDebt, Tier tier) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      boolean counts = party.lines().get(i).tier() == tier && values[i] < 0 == isDebt;
      sum += counts && Double.isFinite(values[i]) ? values[i] : 0;
    }
    return sum;
  }

  private void addTable(PartySheets party, double[] values) {
    page.open("table").open("thead").open("tr").element("th", "Line", "scope", "col");
    for (int tier = 0; tier < TIERS.size(); tier++) {
      page.open("th", "scope", "col")
          .open("i", "class", "swatch tier-" + tier)
          .close("i")
          .text(TIERS.get(tier))
          .close("th");
    }
    page.close("tr").close("thead").open("tbody", "class", "lines-of-sheet");
    for (int i = 0; i < values.length; i++) {
      PartySheets.Line line = party.lines().get(i);
      page.open("tr").element("th", line.label(), "scope", "row");
      addCells(line.tier(), RunWords.amount(values[i]));
      page.close("tr");
    }
    page.close("tbody").open("tbody", "class", "sums");
    addSums("Has", party, values, false);
    addSums("Owes", party, values, true);
    double left = 0;
    for (double value : values) {
      left += Double.isFinite(value) ? value : 0;
    }
    page.open("tr")
        .element("th", "Left", "scope", "row")
        .element("td", RunWords.amount(left), "colspan", "3", "class", "figure")
        .close("tr")
        .close("tbody")
        .close("table");
  }

  private void addCells(Tier tier, String words) {
    for (Tier each : Tier.values()) {
      page.element("td", each == tier ? words : "", "data-label", TIERS.get(each.ordinal()));
    }
  }

  private void addSums(String words, PartySheets party, double[] values, boolean isDebt) {
    page.open("tr").element("th", words, "scope", "row");
    for (Tier tier : Tier.values()) {
      page.element(
          "td",
          RunWords.amount(sum(party, values, isDebt, tier)),
          "data-label",
          TIERS.get(tier.ordinal()));
    }
    page.close("tr");
  }
}
