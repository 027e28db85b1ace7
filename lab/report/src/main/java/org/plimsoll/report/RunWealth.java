package org.plimsoll.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plimsoll.ecosystem.outcome.WealthLine;

/// Why each party is as rich or poor as it is at the end: what it got and gave by cause, what its
/// holdings gained, and rounding. The lines of a party add up to its change exactly.
final class RunWealth {
  /// Smaller lines of a party are one line that says how many they are.
  private static final int LINES_MAX = 10;

  /// The rest of the world.
  private static final String OUTSIDE = "outside";

  private static final int OPEN = 2;
  private static final int DIGITS = 5;

  private RunWealth() {}

  /// The lines of one party.
  record Party(String name, BigDecimal change, List<WealthLine> lines) {}

  /// Returns the parties, those whose wealth changed most first and the rest of the world last,
  /// each with its largest lines first.
  static List<Party> parties(List<WealthLine> wealth) {
    Map<String, List<WealthLine>> byParty = new LinkedHashMap<>();
    wealth.forEach(line -> byParty.computeIfAbsent(line.party(), _ -> new ArrayList<>()).add(line));
    List<Party> parties = new ArrayList<>();
    byParty.forEach((name, lines) -> {
      lines.sort(Comparator.comparing((WealthLine line) -> line.value().abs()).reversed());
      parties.add(new Party(name, sum(lines), List.copyOf(lines)));
    });
    parties.sort(
        Comparator.comparing((Party party) -> party.name.equals(OUTSIDE))
            .thenComparing(party -> party.change.abs(), Comparator.reverseOrder()));
    return parties;
  }

  private static BigDecimal sum(List<WealthLine> lines) {
    return lines.stream().map(WealthLine::value).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  static void addTo(Markup page, List<WealthLine> wealth) {
    page.open("div", "class", "wealth");
    List<Party> parties = parties(wealth);
    for (int i = 0; i < parties.size(); i++) {
      add(page, parties.get(i), i < OPEN);
    }
    page.close("div");
  }

  private static void add(Markup page, Party party, boolean isOpen) {
    if (isOpen) {
      page.open("details", "class", "party", "open", "open");
    } else {
      page.open("details", "class", "party");
    }
    page.open("summary")
        .element("strong", party.name)
        .text(" " + signed(party.change))
        .close("summary");
    double most =
        party.lines.stream()
            .mapToDouble(line -> Math.abs(line.value().doubleValue()))
            .max()
            .orElse(1);
    page.open("ul", "class", "causes");
    for (WealthLine line : shown(party.lines)) {
      double part = 50 * Math.min(1, Math.abs(line.value().doubleValue()) / Math.max(most, 1e-9));
      boolean isLoss = line.value().signum() < 0;
      String left = CellWords.model(isLoss ? 50 - part : 50, DIGITS);
      page.open("li", "class", isLoss ? "down" : "up")
          .element("span", line.cause(), "class", "label")
          .element("strong", signed(line.value()))
          .open("span", "class", "rail middle")
          .open("i", "style", "left:" + left + "%;width:" + CellWords.model(part, DIGITS) + "%")
          .close("i")
          .close("span")
          .close("li");
    }
    page.close("ul").close("details");
  }

  private static List<WealthLine> shown(List<WealthLine> lines) {
    if (lines.size() <= LINES_MAX + 1) {
      return lines;
    }
    List<WealthLine> shown = new ArrayList<>(lines.subList(0, LINES_MAX));
    List<WealthLine> rest = lines.subList(LINES_MAX, lines.size());
    shown.add(new WealthLine(lines.getFirst().party(), rest.size() + " smaller causes", sum(rest)));
    return shown;
  }

  private static String signed(BigDecimal value) {
    return (value.signum() > 0 ? "+" : "") + RunWords.amount(value);
  }
}
