package org.plimsoll.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.plimsoll.report.Chart.At;
import org.plimsoll.report.Chart.Bar;
import org.plimsoll.report.Chart.Gauge;
import org.plimsoll.report.Chart.Line;
import org.plimsoll.report.Chart.Point;
import org.plimsoll.report.Chart.Scale;
import org.plimsoll.report.Chart.Scale.Kind;
import org.plimsoll.report.Chart.Shade;
import org.plimsoll.report.Chart.Step;

/// Sections with a chart of each kind as it is meant, and each kind at its edges.
final class EveryChart {
  private static final String LONG = "a name that goes on and on ".repeat(6) + "w".repeat(60);

  private EveryChart() {}

  static List<Section> sections() {
    return List.of(
        section("as-meant", "As meant", usual()),
        section("at-the-edges", "At the edges </script>", edgesOfLines()),
        section("rows-at-the-edges", "Rows at the edges", edgesOfRows()),
        section("empty", "Nothing to draw", empty()));
  }

  /// How many charts of [#sections] the page's script draws.
  static int scriptedCount() {
    return (int)
        sections().stream()
            .flatMap(section -> section.charts().stream())
            .filter(ChartMarkup::isScripted)
            .count();
  }

  private static Section section(String id, String title, List<Chart> charts) {
    return new Section(id, title, List.of("What there is to say."), List.of(), charts);
  }

  private static List<Chart> usual() {
    return List.of(
        new Chart.LoadLines(
            "load-lines",
            "How deep each asset is loaded",
            "value of debt, USD",
            List.of(
                new Gauge("FTT", 2.3e9, 1e8, 2.4e8, "square root"),
                new Gauge("SOL", 6e8, 5e8, 9e8, "square root"),
                new Gauge("BTC", 4.2e8, 1.1e9, 2.6e9, "linear"))),
        priceMap(),
        survival(),
        new Chart.Bars(
            "liquidity",
            "What can be paid, and what may be asked for",
            "million USD",
            List.of(
                new Bar("Within an hour", 900, 1_250, Optional.of(2_000.0)),
                new Bar("Within a day", 1_400, 2_600, Optional.of(5_000.0)),
                new Bar("Within a week", 3_100, 3_100, Optional.of(8_900.0)))),
        new Chart.Waterfall(
            "attribution",
            "Where the money went",
            "million USD",
            List.of(
                new Step("Equity in January", 3_200),
                new Step("Fees", 850),
                new Step("Loss on own tokens", -4_900),
                new Step("Lent to related parties", -2_100),
                new Step("Not explained", 40))));
  }

  private static Chart priceMap() {
    List<At> map =
        IntStream.rangeClosed(0, 50)
            .mapToObj(i -> At.of(i / 50.0, StrictMath.pow(i / 50.0, 1.8) * 0.9 + 0.05))
            .toList();
    return new Chart.Lines(
        "price-map",
        "Where the price goes from where it is",
        new Scale("price before, part of the mark", Kind.PART),
        new Scale("price after, part of the mark", Kind.PART),
        List.of(
            new Line("price after", map, false),
            new Line("no change", List.of(At.of(0, 0), At.of(1, 1)), false)),
        List.of(new Point("rests here", 0.07, 0.07), new Point("tips here", 0.93, 0.93)),
        List.of(new Shade("R above 1: a fall feeds itself", 0.55, 0.93)));
  }

  private static Chart survival() {
    List<At> with =
        IntStream.rangeClosed(0, 90)
            .mapToObj(day -> {
              double p = StrictMath.exp(-day / 40.0);
              return new At(day, p, p * 0.9, Math.min(1, p * 1.1));
            })
            .toList();
    List<At> without =
        IntStream.rangeClosed(0, 9).mapToObj(i -> At.of(i * 10, 1 - i * 0.02)).toList();
    return new Chart.Lines(
        "survival",
        "Not yet failed",
        new Scale("days", Kind.LINEAR),
        new Scale("part of 10,000 paths", Kind.PART),
        List.of(new Line("as it is", with, true), new Line("without exemptions", without, true)),
        List.of(),
        List.of());
  }

  private static List<Chart> edgesOfLines() {
    Scale logarithmic = new Scale("amount, USD", Kind.LOGARITHMIC);
    Scale linear = new Scale(LONG, Kind.LINEAR);
    return List.of(
        new Chart.Lines(
            "one-point",
            "One place",
            linear,
            linear,
            List.of(new Line("alone", List.of(At.of(5, 5)), false)),
            List.of(),
            List.of()),
        new Chart.Lines(
            "huge-range",
            LONG,
            logarithmic,
            logarithmic,
            List.of(
                new Line(
                    LONG,
                    List.of(
                        new At(0, 0, 0, 0),
                        new At(1e3, 1e3, 0, 2e3),
                        new At(1e3, 1e3, 5e2, 2e3),
                        new At(1e12, 1e12, 1e11, 5e12)),
                    false)),
            List.of(new Point(LONG, 1e12, 1e12), new Point("zero", 0, 0)),
            List.of(new Shade(LONG, 1e6, 1e7), new Shade("another", 1e8, 1e9))),
        new Chart.Lines(
            "many-lines",
            "Twelve lines",
            linear,
            new Scale("y", Kind.LINEAR),
            IntStream.range(0, 12)
                .mapToObj(i ->
                    new Line(
                        "line " + i, List.of(At.of(-1, -i), At.of(0, i), At.of(1, 2 * i)), false))
                .toList(),
            List.of(),
            List.of()));
  }

  private static List<Chart> edgesOfRows() {
    return List.of(
        new Chart.LoadLines(
            "deep",
            "From 1e3 to 1e12, and zero",
            LONG,
            List.of(
                new Gauge(LONG, 1e12, 1e3, 1e6, "linear"),
                new Gauge("no load", 0, 1e5, 1e5, "linear"),
                new Gauge("no line", 5e4, 0, 0, "linear"),
                new Gauge("neither", 0, 0, 0, "linear"))),
        new Chart.LoadLines(
            "all-zero", "All zero", "USD", List.of(new Gauge("nothing", 0, 0, 0, "linear"))),
        new Chart.LoadLines(
            "forty",
            "Forty ships",
            "USD",
            IntStream.range(0, 40)
                .mapToObj(i -> new Gauge("ship " + i, 1e6 * (i + 1), 2e7, 3e7, "linear"))
                .toList()),
        new Chart.Bars(
            "thirty",
            "Thirty bars",
            "USD",
            IntStream.range(0, 30)
                .mapToObj(i ->
                    new Bar(
                        i == 3 ? LONG : "bar " + i,
                        (i - 10) * 1e6,
                        (i - 9) * 1e6,
                        Optional.empty()))
                .toList()),
        new Chart.Bars("zeros", "Zeros", "USD", List.of(new Bar("zero", 0, 0, Optional.of(0.0)))),
        new Chart.Waterfall(
            "falls",
            "Below zero and back",
            LONG,
            List.of(new Step(LONG, -1e12), new Step("up", 1.5e12), new Step("nothing", 0))),
        new Chart.Waterfall("still", "One step of zero", "USD", List.of(new Step("start", 0))));
  }

  private static List<Chart> empty() {
    Scale scale = new Scale("x", Kind.LINEAR);
    return List.of(
        new Chart.Lines("no-lines", "No lines", scale, scale, List.of(), List.of(), List.of()),
        new Chart.LoadLines("no-ships", "No ships", "USD", List.of()),
        new Chart.Bars("no-bars", "No bars", "USD", List.of()),
        new Chart.Waterfall("no-steps", "No steps", "USD", List.of()));
  }
}
