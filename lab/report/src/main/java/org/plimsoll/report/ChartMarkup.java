package org.plimsoll.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.plimsoll.results.JsonText;

/// Puts charts on a page: each with its heading, its legend, and its figures as a table.
final class ChartMarkup {
  private final Markup page;
  private final String command;

  /// @param command the command line that gives the page again
  ChartMarkup(Markup page, String command) {
    this.page = page;
    this.command = command;
  }

  /// Returns whether `chart` needs the page's scripts.
  static boolean isScripted(Chart chart) {
    return !(chart instanceof Chart.Bars) && !isEmpty(chart);
  }

  void add(Chart chart) {
    page.open("figure", "id", "chart-" + chart.id()).element("h3", chart.title());
    if (isEmpty(chart)) {
      page.element("p", "Nothing to draw.", "class", "quiet");
    } else {
      switch (chart) {
        case Chart.Bars bars -> addBars(bars);
        case Chart.Lines lines -> addPicture(chart, LinesPicture.of(lines));
        case Chart.LoadLines gauges -> addPicture(chart, LoadLinesPicture.of(gauges));
        case Chart.Waterfall steps -> addPicture(chart, WaterfallPicture.of(steps));
      }
    }
    page.close("figure");
  }

  private static boolean isEmpty(Chart chart) {
    return switch (chart) {
      case Chart.Bars bars -> bars.bars().isEmpty();
      case Chart.Lines lines ->
          lines.points().isEmpty() && lines.lines().stream().allMatch(line -> line.at().isEmpty());
      case Chart.LoadLines gauges -> gauges.gauges().isEmpty();
      case Chart.Waterfall steps -> steps.steps().isEmpty();
    };
  }

  private void addPicture(Chart chart, Picture picture) {
    addLegend(picture.legend());
    if (!picture.above().isEmpty()) {
      page.element("p", "\u2191 " + picture.above(), "class", "axis");
    }
    page.open(
            "div",
            "class",
            "picture",
            "role",
            "img",
            "aria-label",
            chart.title() + ". Its figures are in the table below.",
            "style",
            "height:" + picture.height() + "px")
        .close("div")
        .open("script", "type", "application/json")
        .verbatim(json(picture))
        .close("script")
        .element("p", picture.below() + " \u2192", "class", "axis below");
    addFigures(picture.figures());
  }

  /// Keeps what a book says from ending the script element.
  private static String json(Picture picture) {
    return JsonText.of(picture.options()).replace("<", "\\u003c");
  }

  private void addLegend(List<Picture.Key> legend) {
    page.open("ul", "class", "legend");
    for (Picture.Key key : legend) {
      page.open("li")
          .open(
              "svg", "class", "sample " + key.form(), "viewBox", "0 0 32 14", "aria-hidden", "true")
          .verbatim(SAMPLE)
          .close("svg")
          .text(key.words())
          .close("li");
    }
    page.close("ul");
  }

  /// Every form there is; the style sheet shows the one of the sample's class.
  private static final String SAMPLE =
      """
      <path class="stroke" d="M1 7H31"/><rect class="box" x="1" y="2" width="30" height="10"/>\
      <path class="ship" d="M1 3H31Q29 12 24 12H4Q1 12 1 3Z"/>\
      <g class="disc"><circle cx="16" cy="7" r="5"/><path d="M5 7H27"/></g>\
      """;

  private void addBars(Chart.Bars chart) {
    List<Double> values = new ArrayList<>();
    for (Chart.Bar bar : chart.bars()) {
      Stream.concat(Stream.of(bar.low(), bar.high()), bar.mark().stream()).forEach(values::add);
    }
    Bar.Track track = Bar.Track.of(values);
    page.element("p", "In " + chart.unit() + ".", "class", "quiet");
    for (Chart.Bar bar : chart.bars()) {
      addBar(
          bar.label(),
          words(bar),
          new Bar(
              bar.label() + ": " + words(bar), bar.low(), bar.high(), bar.mark().stream().toList()),
          track);
    }
    addFigures(figures(chart));
  }

  /// Adds a bar under its label and its words.
  void addBar(String label, String words, Bar bar, Bar.Track track) {
    page.open("div", "class", "bar").open("p");
    page.element("strong", label).text(" " + words).close("p");
    bar.addTo(page, track);
    page.close("div");
  }

  private static String words(Chart.Bar bar) {
    String range = CellWords.range(bar.low(), bar.high());
    return bar.mark().map(mark -> range + ", mark " + CellWords.model(mark)).orElse(range);
  }

  private static ReaderTable figures(Chart.Bars chart) {
    List<List<String>> rows = new ArrayList<>();
    for (Chart.Bar bar : chart.bars()) {
      rows.add(
          List.of(
              bar.label(),
              CellWords.range(bar.low(), bar.high()),
              bar.mark().map(CellWords::model).orElse(CellWords.NONE)));
    }
    return new ReaderTable("In " + chart.unit(), List.of("Bar", "Amount", "Mark"), rows);
  }

  private void addFigures(ReaderTable figures) {
    page.open("details")
        .element("summary", "Figures, and the command that gives them again")
        .open("p")
        .element("code", command)
        .close("p")
        .table(figures)
        .close("details");
  }
}
