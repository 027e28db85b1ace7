package org.plimsoll.report;

import java.util.List;
import java.util.stream.IntStream;
import org.plimsoll.ecosystem.outcome.Flag;
import org.plimsoll.ecosystem.outcome.Outcome;
import org.plimsoll.ecosystem.outcome.Series;

/// The timeline of a run: what steers it, the lane of flags, a panel per unit, and the list of
/// events. Everything is drawn here over the whole run, for paper and for readers without a script;
/// the page's script draws it anew for the part and the instant that the reader chooses.
final class RunTimeline {
  private static final int COLORS = 6;
  private static final int DASHES = 4;

  private final Markup page;
  private final Outcome outcome;
  private final List<TimelinePanel> panels;

  RunTimeline(Markup page, Outcome outcome, List<TimelinePanel> panels) {
    this.page = page;
    this.outcome = outcome;
    this.panels = panels;
  }

  /// What steers the timeline, as the script finds it. It is shown only where the script runs.
  private static final String CONTROLS =
      """
      <div class="controls" role="group" aria-label="Timeline">
      <button type="button" id="play" aria-pressed="false">\u25b6 Play</button>
      <button type="button" id="previous" aria-label="Previous event">\u25c2 Event</button>
      <button type="button" id="next" aria-label="Next event">Event \u25b8</button>
      <label>Speed <select id="speed">
      <option value="story">slower at events</option>
      <option value="360">6 hours a second</option>
      <option value="1440">a day a second</option>
      <option value="10080">a week a second</option>
      <option value="43200">a month a second</option>
      <option value="129600">3 months a second</option>
      </select></label>
      <label>Show <select id="span">
      <option value="0">the whole run</option>
      <option value="525600">a year</option>
      <option value="129600">90 days</option>
      <option value="43200">30 days</option>
      <option value="14400">10 days</option>
      <option value="2880">2 days</option>
      </select></label>
      <output id="now" for="scrub"></output>
      </div>
      <input type="range" id="scrub" class="scrub" min="0" max="1000" value="1000" aria-label="Date"
      aria-describedby="keys">
      """;

  private static final String KEYS =
      "Keys on the slider: space plays, arrows step, with Shift they go from event to event, Page Up"
          + " and Page Down take larger steps, + and - show less or more time.";

  /// Adds what steers, the flags and the panels.
  void addPanels() {
    page.open("div", "class", "steering").verbatim(CONTROLS);
    addLane();
    page.open("p", "class", "said", "id", "said", "aria-live", "off")
        .close("p")
        .close("div")
        .element("p", KEYS, "class", "quiet keys", "id", "keys")
        .open("div", "class", "panels");
    IntStream.range(0, panels.size()).forEach(this::addPanel);
    page.close("div");
  }

  private void addLane() {
    page.open("div", "class", "lane", "id", "lane", "role", "group", "aria-label", "Events");
    PanelDrawing drawing = drawing(List.of(), TimelinePanel.Axis.FROM_ZERO);
    for (Flag flag : outcome.flags()) {
      page.open(
              "span",
              "class",
              flag.source().isPresent() ? "flag given" : "flag",
              "style",
              left(100 * drawing.part(flag.timeNs())))
          .close("span");
    }
    page.close("div");
  }

  private PanelDrawing drawing(List<Series> series, TimelinePanel.Axis axis) {
    long endNs = Math.max(outcome.endNs(), outcome.startNs() + RunWords.MINUTE_NS);
    return new PanelDrawing(series, axis, outcome.startNs(), endNs);
  }

  private static String left(double percent) {
    return "left:" + CellWords.model(percent, 5) + "%";
  }

  private void addPanel(int index) {
    TimelinePanel panel = panels.get(index);
    List<Series> series = panel.members().stream().map(outcome.series()::get).toList();
    PanelDrawing drawing = drawing(series, panel.axis());
    page.open("figure", "class", "panel", "id", "panel-" + index, "data-csv", "series")
        .element("h3", panel.title())
        .element("p", unit(panel), "class", "axis")
        .open("ul", "class", "keys-of-lines");
    for (int i = 0; i < series.size(); i++) {
      addKey(series.get(i), i);
    }
    page.close("ul");
    addPlot(panel, series, drawing);
    page.close("figure");
  }

  private static String unit(TimelinePanel panel) {
    String unit = panel.unit().equals("1") ? "a pure number" : panel.unit();
    return "\u2191 "
        + unit
        + switch (panel.axis()) {
          case FROM_ZERO -> "";
          case NEAR -> ", not from zero";
          case LOGARITHMIC -> ", logarithmic";
        };
  }

  /// A key is a switch for its line and shows the line's value at the cursor.
  private void addKey(Series series, int i) {
    page.open("li", "class", "line color-" + i % COLORS + " dashes-" + i % DASHES)
        .open("label")
        .open("input", "type", "checkbox", "checked", "checked", "autocomplete", "off")
        .open("svg", "class", "sample", "viewBox", "0 0 32 14", "aria-hidden", "true")
        .verbatim("<path class=\"stroke\" d=\"M1 7H31\"/>")
        .close("svg")
        .element("span", series.title(), "class", "key-title")
        .close("label")
        .element("output", last(series))
        .close("li");
  }

  private static String last(Series series) {
    double[] values = series.values();
    return values.length == 0 ? CellWords.NONE : RunWords.amount(values[values.length - 1]);
  }

  private void addPlot(TimelinePanel panel, List<Series> series, PanelDrawing drawing) {
    page.open(
            "div",
            "class",
            "plot",
            "role",
            "img",
            "aria-label",
            panel.title() + " over time; the figures are in series.csv.")
        .open(
            "svg",
            "viewBox",
            "0 0 " + PanelDrawing.SIDE + " " + PanelDrawing.SIDE,
            "preserveAspectRatio",
            "none",
            "aria-hidden",
            "true")
        .open("g", "class", "grid");
    List<PanelDrawing.Tick> values = drawing.values();
    values.forEach(tick -> page.verbatim("<path d=\"" + across(tick) + "\"/>"));
    page.close("g").open("g", "class", "lines");
    for (int i = 0; i < series.size(); i++) {
      page.open(
              "path",
              "class",
              "stroke color-" + i % COLORS + " dashes-" + i % DASHES,
              "d",
              drawing.path(series.get(i)))
          .close("path");
    }
    page.close("g").close("svg").open("div", "class", "ticks");
    values.forEach(
        tick -> page.element("span", tick.words(), "class", "y", "style", top(tick.percent())));
    drawing
        .dates()
        .forEach(tick ->
            page.element("span", tick.words(), "class", "x", "style", left(tick.percent())));
    page.close("div")
        .verbatim("<div class=\"veil-of-time\"></div><div class=\"hover\"></div>")
        .verbatim("<div class=\"cursor\"></div>")
        .close("div");
  }

  private static String across(PanelDrawing.Tick tick) {
    return "M0 " + Math.round(tick.percent() * PanelDrawing.SIDE / 100) + "H" + PanelDrawing.SIDE;
  }

  private static String top(double percent) {
    return "top:" + CellWords.model(percent, 5) + "%";
  }

  /// Adds the list of everything that happened.
  void addEvents() {
    page.open("details", "class", "events", "open", "open")
        .element("summary", RunWords.count(outcome.flags().size(), "event"))
        .element(
            "p",
            "\u25c7 was put in, with its source; \u25cf came out of the simulation.",
            "class",
            "quiet")
        .open("ol");
    for (Flag flag : outcome.flags()) {
      page.open("li")
          .element(
              "button",
              RunWords.time(flag.timeNs()),
              "type",
              "button",
              "data-at",
              Long.toString((flag.timeNs() - outcome.startNs()) / RunWords.MINUTE_NS))
          .element("span", flag.source().isPresent() ? "\u25c7" : "\u25cf", "aria-hidden", "true")
          .open("span")
          .text(flag.text() + " ")
          .element(
              "span",
              flag.source().map(s -> "Source: " + s).orElse("Came out of the simulation."),
              "class",
              "quiet")
          .close("span")
          .close("li");
    }
    page.close("ol").close("details");
  }
}
