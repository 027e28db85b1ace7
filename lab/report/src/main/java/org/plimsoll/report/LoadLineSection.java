package org.plimsoll.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.plimsoll.results.Table;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.loadline.CollateralLoad;
import org.plimsoll.solvency.loadline.Corner;
import org.plimsoll.solvency.loadline.ModelLine;
import org.plimsoll.solvency.loadline.WrongWay;
import org.plimsoll.solvency.wrongway.WrongWayReason;

/// How deep each collateral is loaded, and which of it is wrong-way, as a section.
final class LoadLineSection {
  private static final int SHOWN_MAX = 5;

  private LoadLineSection() {}

  /// @param byHorizon the loads within each of the horizons, which are the same collaterals';
  ///   gauges and sentences show the first
  static Section of(Book book, SortedMap<Integer, List<CollateralLoad>> byHorizon) {
    List<CollateralLoad> loads = byHorizon.firstEntry().getValue();
    List<CollateralLoad> shown = loads.subList(0, Math.min(SHOWN_MAX, loads.size()));
    Rows wrongWay = new Rows("wrong_way");
    shown.forEach(load -> WrongWay.of(book, load).forEach(row -> add(wrongWay, row)));
    return new Section(
        "load-lines",
        "How deep it is loaded",
        shown.stream().map(load -> sentence(load, book.currency())).toList(),
        List.of(lines(byHorizon.values()), wrongWay.table()),
        gauges(shown, book.currency()));
  }

  private static String sentence(CollateralLoad load, String unit) {
    String debt =
        CellWords.range(
                Corner.FAVORABLE.ofLessIsBetter(load.debt()),
                Corner.CAREFUL.ofLessIsBetter(load.debt()))
            + " "
            + unit;
    return load.deciding()
        .map(line -> debt + " of debt leans on " + load.asset() + safe(load, line))
        .orElseGet(() ->
            debt
                + " of debt leans on "
                + load.asset()
                + ", of whose market the book tells nothing that a load line could be drawn from.");
  }

  private static String safe(CollateralLoad load, ModelLine line) {
    String models = ", and the models give " + words(line.low(), load.highestLine()) + ".";
    return line.low() == 0
        ? ", of which nothing is safe: more may be owed than all the collateral is worth, so that by"
            + " the "
            + line.model().words()
            + " nothing can be lent against it"
            + models
        : ", of which at most "
            + CellWords.model(line.low())
            + " is safe: "
            + reason(line, load.days())
            + " decides"
            + models;
  }

  private static String reason(ModelLine line, int days) {
    return switch (line.bound()) {
      case LIQUIDATION ->
          "the "
              + line.model().words()
              + ", sold within "
              + days
              + (days == 1 ? " day," : " days,");
      case SPIRAL -> "the " + line.model().words() + ", beyond which sales feed on themselves,";
    };
  }

  private static String words(double low, double high) {
    return Double.isFinite(high)
        ? CellWords.range(low, high)
        : CellWords.model(low) + " or more, without a limit told";
  }

  private static Table lines(Collection<List<CollateralLoad>> byHorizon) {
    Rows rows = new Rows("load_lines");
    for (List<CollateralLoad> loads : byHorizon) {
      for (CollateralLoad load : loads) {
        for (ModelLine line : load.lines()) {
          rows.text("collateral", load.asset())
              .text("days", Integer.toString(load.days()))
              .text("model", line.model().words())
              .modelRange("line", line.low(), line.high())
              .model("times_the_line", Corner.CAREFUL.ofLessIsBetter(load.debt()) / line.low())
              .text("standing", standing(load, line))
              .end();
        }
      }
    }
    return rows.table();
  }

  private static String standing(CollateralLoad load, ModelLine line) {
    if (!line.valid()) {
      return "out of its range";
    }
    return load.deciding().filter(line::equals).isPresent() ? "decides" : "holds too";
  }

  private static void add(Rows rows, WrongWay row) {
    rows.text("collateral", row.asset())
        .text("borrower", row.borrower())
        .text("reason", words(row))
        .modelRange("kept_in_default_share", row.keptLow(), row.keptHigh())
        .end();
  }

  private static String words(WrongWay row) {
    return switch (row.reason()) {
      case WrongWayReason.OwnToken() -> "the venue's own token";
      case WrongWayReason.IssuerRelated(String issuer) ->
          issuer.equals(row.borrower())
              ? "issued by the borrower"
              : "issued by " + issuer + ", related to the borrower";
      case WrongWayReason.Statistical() -> "prices only";
    };
  }

  private static List<Chart> gauges(List<CollateralLoad> shown, String unit) {
    List<Chart.Gauge> gauges = new ArrayList<>();
    for (CollateralLoad load : shown) {
      Optional<ModelLine> line = load.deciding();
      double debt = Corner.CAREFUL.ofLessIsBetter(load.debt());
      if (line.isPresent() && Double.isFinite(debt)) {
        double low = line.get().low();
        double high = load.highestLine();
        gauges.add(
            new Chart.Gauge(
                load.asset(),
                debt,
                low,
                Double.isFinite(high) ? high : low,
                line.get().model().words()));
      }
    }
    return gauges.isEmpty()
        ? List.of()
        : List.of(
            new Chart.LoadLines(
                "load-lines", "Debt against each collateral, and its load line", unit, gauges));
  }
}
