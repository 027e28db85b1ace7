package org.plimsoll.report;

import java.util.List;
import org.plimsoll.ecosystem.outcome.SourceOrUse;
import org.plimsoll.ecosystem.outcome.SourceOrUse.Side;

/// Where the money came from and where it went: sources stand on each other up to their sum, uses
/// go down from there, and what is left is left. Beside each line stands what the posts that tell
/// the story say, and what sources say.
final class SourcesAndUses {
  private static final int DIGITS = 5;

  private final Markup page;
  private double low;
  private double high;

  SourcesAndUses(Markup page) {
    this.page = page;
  }

  void add(List<SourceOrUse> lines) {
    List<SourceOrUse> ordered = ordered(lines);
    measure(ordered);
    page.open("div", "class", "steps-of-money", "role", "table", "aria-label", "Sources and uses")
        .open("div", "class", "head", "role", "row")
        .element("span", "Line", "role", "columnheader")
        .element("span", "In the simulation", "role", "columnheader")
        .element("span", "As the posts tell it", "role", "columnheader")
        .element("span", "As sources have it", "role", "columnheader")
        .close("div");
    double at = 0;
    boolean isUse = false;
    for (SourceOrUse line : ordered) {
      if (line.side() == Side.USE && !isUse) {
        addRow("All sources", "total", 0, at, RunWords.amount(at), line, false);
        isUse = true;
      }
      double next = at + change(line);
      String sign = line.side() == Side.USE ? "-" : "+";
      addRow(
          line.line(),
          line.side() == Side.USE ? "down" : "up",
          at,
          next,
          signed(sign, change(line)),
          line,
          true);
      at = next;
    }
    addRow("Left", "total", 0, at, RunWords.amount(at), lines.getFirst(), false);
    page.close("div");
  }

  private static String signed(String sign, double change) {
    String words = RunWords.amount(change);
    return words.startsWith("-") || change == 0 ? words : sign.equals("-") ? words : "+" + words;
  }

  private static List<SourceOrUse> ordered(List<SourceOrUse> lines) {
    return lines.stream()
        .sorted((a, b) ->
            a.side() == b.side() ? b.value().compareTo(a.value()) : a.side().compareTo(b.side()))
        .toList();
  }

  private static double change(SourceOrUse line) {
    double value = line.value().doubleValue();
    return line.side() == Side.USE ? -value : value;
  }

  private void measure(List<SourceOrUse> lines) {
    double at = 0;
    for (SourceOrUse line : lines) {
      at += change(line);
      low = Math.min(low, at);
      high = Math.max(high, at);
    }
    high = high == low ? low + 1 : high;
  }

  private void addRow(
      String label,
      String kind,
      double from,
      double to,
      String words,
      SourceOrUse line,
      boolean isLine) {
    double left = 100 * (Math.min(from, to) - low) / (high - low);
    double width = 100 * Math.abs(to - from) / (high - low);
    page.open("div", "class", "row " + kind, "role", "row")
        .element("span", label, "class", "label", "role", "rowheader")
        .open("span", "class", "money", "role", "cell")
        .element("strong", words)
        .open("span", "class", "rail")
        .open(
            "i",
            "style",
            "left:"
                + CellWords.model(left, DIGITS)
                + "%;width:"
                + CellWords.model(width, DIGITS)
                + "%")
        .close("i")
        .close("span")
        .close("span");
    addTelling("told", "Posts: ", isLine ? line.told().orElse(CellWords.NONE) : "");
    addTelling("recorded", "Sources: ", isLine ? line.recorded().orElse(CellWords.NONE) : "");
    page.close("div");
  }

  private void addTelling(String kind, String before, String words) {
    page.open("span", "class", "telling " + kind, "role", "cell", "data-label", before)
        .text(words)
        .close("span");
  }
}
