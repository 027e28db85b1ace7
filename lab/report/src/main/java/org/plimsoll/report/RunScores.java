package org.plimsoll.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.plimsoll.ecosystem.outcome.ScoreRow;
import org.plimsoll.ecosystem.outcome.ScoreRow.Verdict;

/// The score of a run: each quantity beside the record, as words and as a strip on which the
/// record, the band over seeds, the run and both baselines lie.
final class RunScores {
  /// Room at both ends of a strip, as a part of what lies on it.
  private static final double ROOM = 0.06;

  private static final int WIDTH = 1_000;

  static final List<String> HEADINGS =
      List.of(
          "Quantity",
          "Kind",
          "Recorded",
          "Simulated",
          "5 to 95 % of seeds",
          "Verdict",
          "No change",
          "Last trend",
          "Than baselines");

  private RunScores() {}

  /// Returns a sentence on how many rows were met, for each kind.
  static List<String> sentences(List<ScoreRow> rows) {
    List<String> sentences = new ArrayList<>();
    for (boolean isFit : new boolean[] {false, true}) {
      List<ScoreRow> kind = rows.stream().filter(row -> row.isFit() == isFit).toList();
      if (!kind.isEmpty()) {
        sentences.add((isFit ? "Used in calibration: " : "Out of sample: ") + met(kind) + ".");
      }
    }
    return sentences;
  }

  private static String met(List<ScoreRow> rows) {
    long hits = count(rows, row -> row.verdict() == Verdict.HIT);
    long open = count(rows, row -> row.verdict() == Verdict.OPEN);
    long better = count(rows, row -> row.isNearerThanBaselines().orElse(false));
    long compared = count(rows, row -> row.isNearerThanBaselines().isPresent());
    return hits
        + " of "
        + rows.size()
        + (rows.size() == 1 ? " row is" : " rows are")
        + " met"
        + (open == 0 ? "" : ", " + open + " left open for want of a band over seeds")
        + (compared == 0
            ? ""
            : "; of "
                + compared
                + " with a baseline, "
                + better
                + (better == 1 ? " is" : " are")
                + " nearer to the record than it");
  }

  private static long count(List<ScoreRow> rows, Predicate<ScoreRow> those) {
    return rows.stream().filter(those).count();
  }

  /// Returns the words of a row under [#HEADINGS].
  static List<String> cells(ScoreRow row) {
    return List.of(
        row.quantity(),
        row.isFit() ? "fit" : "out of sample",
        RunWords.range(row.recordedLow(), row.recordedHigh(), row.unit()),
        RunWords.amount(row.simulated(), row.unit()),
        band(row),
        Words.kind(row.verdict()),
        baseline(row.noChange(), row),
        baseline(row.lastTrend(), row),
        row.isNearerThanBaselines().map(is -> is ? "nearer" : "not nearer").orElse(CellWords.NONE));
  }

  private static String band(ScoreRow row) {
    return row.bandLow().isPresent() && row.bandHigh().isPresent()
        ? RunWords.range(row.bandLow().get(), row.bandHigh().get(), row.unit())
        : CellWords.NONE;
  }

  private static String baseline(Optional<Double> value, ScoreRow row) {
    return value.map(each -> RunWords.amount(each, row.unit())).orElse(CellWords.NONE);
  }

  /// Adds the rows, each as a block with its strip.
  static void addTo(Markup page, List<ScoreRow> rows) {
    page.element(
        "p",
        "On each strip: the hatched block is the record, the line with ends the band over seeds,"
            + " the disc the run, the ticks below are the baselines: n no change, t last trend.",
        "class",
        "quiet");
    page.open("div", "class", "wide", "tabindex", "0", "role", "region", "aria-label", "Scores")
        .open("table", "class", "scores")
        .open("thead")
        .open("tr");
    List.of("Quantity", "Strip", "Recorded", "Simulated", "Verdict", "No change", "Last trend")
        .forEach(heading -> page.element("th", heading, "scope", "col"));
    page.close("tr").close("thead").open("tbody");
    rows.forEach(row -> addRow(page, row));
    page.close("tbody").close("table").close("div");
  }

  private static void addRow(Markup page, ScoreRow row) {
    List<String> cells = cells(row);
    page.open("tr")
        .open("th", "scope", "row")
        .text(row.quantity())
        .element("span", cells.get(1), "class", row.isFit() ? "kind" : "kind out")
        .element("span", row.source(), "class", "quiet source")
        .close("th")
        .open("td", "data-label", "Strip", "class", "strip-cell");
    addStrip(page, row);
    page.close("td").element("td", cells.get(2), "data-label", "Recorded");
    page.open("td", "data-label", "Simulated").text(cells.get(3));
    if (!cells.get(4).equals(CellWords.NONE)) {
      page.element("span", "band " + cells.get(4), "class", "quiet source");
    }
    page.close("td")
        .open("td", "data-label", "Verdict")
        .element("strong", cells.get(5), "class", "verdict-" + Words.code(row.verdict()))
        .element("span", than(row), "class", "quiet source")
        .close("td")
        .element("td", cells.get(6), "data-label", "No change")
        .element("td", cells.get(7), "data-label", "Last trend")
        .close("tr");
  }

  private static String than(ScoreRow row) {
    return row.isNearerThanBaselines()
        .map(is -> is ? "nearer than the baselines" : "not nearer than the baselines")
        .orElse("");
  }

  private static void addStrip(Markup page, ScoreRow row) {
    double[] all =
        Stream.concat(
                Stream.of(row.recordedLow(), row.recordedHigh(), row.simulated()),
                Stream.of(row.bandLow(), row.bandHigh(), row.noChange(), row.lastTrend())
                    .flatMap(Optional::stream))
            .mapToDouble(each -> each)
            .filter(Double::isFinite)
            .toArray();
    double low = DoubleStream.of(all).min().orElse(0);
    double high = DoubleStream.of(all).max().orElse(1);
    Strip strip = new Strip(page, low, high > low ? high : low + 1);
    page.open("span", "class", "strip", "aria-hidden", "true");
    strip.add("record", row.recordedLow(), row.recordedHigh(), "");
    if (row.bandLow().isPresent() && row.bandHigh().isPresent()) {
      strip.add("band", row.bandLow().get(), row.bandHigh().get(), "");
    }
    row.noChange().ifPresent(value -> strip.add("baseline", value, value, "n"));
    row.lastTrend().ifPresent(value -> strip.add("baseline", value, value, "t"));
    if (Double.isFinite(row.simulated())) {
      strip.add("run", row.simulated(), row.simulated(), "");
    }
    page.close("span");
  }

  /// Places on one strip.
  private record Strip(Markup page, double low, double high) {
    void add(String form, double from, double to, String words) {
      page.element(
          "i",
          words,
          "class",
          form,
          "style",
          "left:" + percent(from) + ";width:" + percent(to, from));
    }

    private String percent(double value) {
      double part = ROOM + (1 - 2 * ROOM) * (value - low) / (high - low);
      return CellWords.model(Math.round(WIDTH * part) * 100.0 / WIDTH, 4) + "%";
    }

    private String percent(double to, double from) {
      double part = (1 - 2 * ROOM) * (to - from) / (high - low);
      return CellWords.model(Math.round(WIDTH * part) * 100.0 / WIDTH, 4) + "%";
    }
  }
}
