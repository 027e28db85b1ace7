package org.plimsoll.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.plimsoll.results.Cell;

/// Curves with their bands, named points and shaded parts. Each line has its color, its dashes and
/// its signs, so that any two of them tell it apart.
final class LinesPicture {
  private static final int HEIGHT = 340;
  private static final int COLORS = 6;

  /// What fits beside a point on a phone; the table has the whole name.
  private static final int NAME_WIDTH = 20;

  private static final int NAME_LINES = 2;

  /// A line with few places shows each of them.
  private static final int SIGNS_MAX = 24;

  private static final List<Object> DASHES =
      List.of("solid", List.of(8, 4), List.of(2, 3), List.of(10, 3, 2, 3));
  private static final List<String> SIGNS = List.of("circle", "rect", "triangle", "diamond");

  private final Chart.Lines chart;

  private final PlotAxis x;
  private final PlotAxis y;

  private LinesPicture(Chart.Lines chart) {
    this.chart = chart;
    x = PlotAxis.over(chart.x().kind(), horizontals(chart), false);
    y = PlotAxis.over(chart.y().kind(), verticals(chart), true);
  }

  static Picture of(Chart.Lines chart) {
    LinesPicture picture = new LinesPicture(chart);
    return new Picture(
        picture.options(),
        HEIGHT,
        chart.y().label(),
        chart.x().label(),
        picture.legend(),
        picture.figures());
  }

  private Map<String, Object> options() {
    List<Object> series = new ArrayList<>();
    for (int i = 0; i < chart.lines().size(); i++) {
      List<Chart.At> at = chart.lines().get(i).at().stream().filter(this::isHeld).toList();
      if (at.stream().anyMatch(place -> place.low() < place.high())) {
        series.add(band(at, i, chart.lines().get(i).isStepped()));
      }
      series.add(line(chart.lines().get(i), at, i));
    }
    series.add(points());
    return Options.of(
        "animation",
        false,
        "grid",
        Options.of("left", 8, "right", 24, "top", 12, "bottom", 8, "containLabel", true),
        "tooltip",
        tooltip(),
        "xAxis",
        x.options(),
        "yAxis",
        y.options(),
        "series",
        series);
  }

  /// A logarithmic axis has no place for zero and below; the table has.
  private boolean isHeld(Chart.At at) {
    return x.holds(at.x()) && y.holds(at.y());
  }

  private static DoubleStream horizontals(Chart.Lines chart) {
    return Stream.of(
            chart.lines().stream().flatMap(line -> line.at().stream()).map(Chart.At::x),
            chart.points().stream().map(Chart.Point::x),
            chart.shaded().stream().flatMap(shade -> Stream.of(shade.from(), shade.to())))
        .flatMap(places -> places)
        .mapToDouble(place -> place);
  }

  private static DoubleStream verticals(Chart.Lines chart) {
    return DoubleStream.concat(
        chart.lines().stream()
            .flatMap(line -> line.at().stream())
            .flatMapToDouble(at -> DoubleStream.of(at.low(), at.y(), at.high())),
        chart.points().stream().mapToDouble(Chart.Point::y));
  }

  private Map<String, Object> tooltip() {
    return Options.of(
        "trigger",
        "axis",
        "renderMode",
        "richText",
        "confine",
        true,
        "formatter",
        "plimsoll:places",
        "x",
        x.format(),
        "y",
        y.format(),
        "backgroundColor",
        "var(--sheet)",
        "borderColor",
        "var(--line)",
        "textStyle",
        Options.of("color", "var(--ink)", "fontSize", 12),
        "axisPointer",
        Options.of("lineStyle", Options.of("color", "var(--quiet)")));
  }

  private Map<String, Object> line(Chart.Line line, List<Chart.At> at, int index) {
    return Options.of(
        "type",
        "line",
        "name",
        line.name(),
        "step",
        line.isStepped() ? "end" : false,
        "showSymbol",
        at.size() <= SIGNS_MAX,
        "symbol",
        SIGNS.get(index % SIGNS.size()),
        "symbolSize",
        7,
        "lineStyle",
        Options.of("width", 2, "type", DASHES.get(index % DASHES.size())),
        "color",
        color(index),
        "emphasis",
        Options.of("disabled", true),
        "dimensions",
        List.of("x", "y", "low", "high"),
        "data",
        at.stream()
            .map(p -> List.of(x.place(p.x()), y.place(p.y()), y.place(p.low()), y.place(p.high())))
            .toList());
  }

  private Map<String, Object> band(List<Chart.At> at, int index, boolean isStepped) {
    return Options.of(
        "type",
        "custom",
        "renderItem",
        "plimsoll:band",
        "silent",
        true,
        "clip",
        true,
        "color",
        color(index),
        "stepped",
        isStepped,
        "encode",
        Options.of("x", 0, "y", List.of(1, 2)),
        "data",
        at.stream()
            .map(p -> List.of(x.place(p.x()), y.place(p.low()), y.place(p.high())))
            .toList());
  }

  private Map<String, Object> points() {
    double middle = (x.from() + x.to()) / 2;
    List<Object> data = new ArrayList<>();
    for (Chart.Point point : chart.points()) {
      if (x.holds(point.x()) && y.holds(point.y())) {
        double place = x.place(point.x());
        Map<String, Object> item =
            Options.of(
                "name",
                shortened(point.name()),
                "value",
                List.of(place, y.place(point.y())),
                "label",
                Options.of("position", place > middle ? "left" : "right"));
        data.add(item);
      }
    }
    return Options.of(
        "type",
        "scatter",
        "symbol",
        "circle",
        "symbolSize",
        11,
        "itemStyle",
        Options.of("color", "var(--paper)", "borderColor", "var(--ink)", "borderWidth", 2.5),
        "label",
        pointLabel(),
        "labelLayout",
        Options.of("moveOverlap", "shiftY"),
        "emphasis",
        Options.of("disabled", true),
        "z",
        5,
        "data",
        data,
        "markArea",
        Options.of("silent", true, "data", shades()));
  }

  private static String shortened(String name) {
    List<String> lines = TextLines.wrap(name, NAME_WIDTH, "");
    String more = lines.size() > NAME_LINES ? "\u2026" : "";
    return String.join("\n", lines.subList(0, Math.min(NAME_LINES, lines.size()))) + more;
  }

  private static Map<String, Object> pointLabel() {
    return Options.of(
        "show",
        true,
        "formatter",
        "{b}",
        "color",
        "var(--ink)",
        "fontSize",
        12,
        "backgroundColor",
        "var(--paper)",
        "padding",
        3,
        "lineHeight",
        15,
        "distance",
        9);
  }

  private List<Object> shades() {
    List<Object> areas = new ArrayList<>();
    List<String> names = shadeNames();
    for (Chart.Shade shade : chart.shaded()) {
      String fill = "url(#shade-" + names.indexOf(shade.name()) % 2 + ")";
      areas.add(
          List.of(
              Options.of("xAxis", x.place(shade.from()), "itemStyle", Options.of("color", fill)),
              Options.of("xAxis", x.place(shade.to()))));
    }
    return areas;
  }

  private List<String> shadeNames() {
    return chart.shaded().stream().map(Chart.Shade::name).distinct().toList();
  }

  private static String color(int index) {
    return "var(--line-" + index % COLORS + ")";
  }

  private List<Picture.Key> legend() {
    List<Picture.Key> keys = new ArrayList<>();
    for (int i = 0; i < chart.lines().size(); i++) {
      String form = "line color-" + i % COLORS + " dashes-" + i % DASHES.size();
      keys.add(new Picture.Key(form, chart.lines().get(i).name()));
    }
    List<String> names = shadeNames();
    for (int i = 0; i < names.size(); i++) {
      keys.add(new Picture.Key("shade-" + i % 2, names.get(i)));
    }
    return keys;
  }

  private ReaderTable figures() {
    List<List<String>> rows = new ArrayList<>();
    for (Chart.Line line : chart.lines()) {
      for (Chart.At at : line.at()) {
        String band = at.low() < at.high() ? range(chart.y(), at.low(), at.high()) : CellWords.NONE;
        rows.add(List.of(line.name(), words(chart.x(), at.x()), words(chart.y(), at.y()), band));
      }
    }
    for (Chart.Point point : chart.points()) {
      rows.add(
          List.of(
              point.name(),
              words(chart.x(), point.x()),
              words(chart.y(), point.y()),
              CellWords.NONE));
    }
    for (Chart.Shade shade : chart.shaded()) {
      String part = range(chart.x(), shade.from(), shade.to());
      rows.add(List.of(shade.name(), part, CellWords.NONE, CellWords.NONE));
    }
    return new ReaderTable(
        "Places", List.of("What", chart.x().label(), chart.y().label(), "Band"), rows);
  }

  private static String words(Chart.Scale scale, double value) {
    return words(scale).of(new Cell.Model(value));
  }

  private static String range(Chart.Scale scale, double low, double high) {
    return words(scale).range(new Cell.Model(low), new Cell.Model(high));
  }

  private static CellWords words(Chart.Scale scale) {
    return new CellWords(scale.kind() == Chart.Scale.Kind.PART);
  }
}
