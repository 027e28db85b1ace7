package org.plimsoll.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.plimsoll.report.Chart.Scale.Kind;

/// The picture the project has its name from: how deep each ship is loaded, and the mark on its
/// side. The axis is logarithmic, since a load may be many times its line.
final class LoadLinesPicture {
  private static final List<Picture.Key> LEGEND =
      List.of(
          new Picture.Key("hull", "load now"),
          new Picture.Key("hull-alarm", "load now, beyond its line"),
          new Picture.Key("band", "the line, over all models that are valid here"),
          new Picture.Key("plimsoll", "the line that decides: the lowest"));

  private LoadLinesPicture() {}

  static Picture of(Chart.LoadLines chart) {
    List<Chart.Gauge> drawn =
        chart.gauges().subList(0, Math.min(RowsPicture.ROWS_MAX, chart.gauges().size()));
    RowsPicture rows = new RowsPicture(PlotAxis.over(Kind.LOGARITHMIC, values(drawn), true));
    for (Chart.Gauge gauge : drawn) {
      boolean isBeyond = gauge.load() > gauge.lineLow();
      rows.add(gauge.label(), words(gauge), isBeyond, forms(gauge, isBeyond));
    }
    return new Picture(
        rows.options(),
        rows.height(),
        "",
        chart.unit() + firstOf(drawn.size(), chart.gauges().size()),
        LEGEND,
        figures(chart));
  }

  private static DoubleStream values(List<Chart.Gauge> gauges) {
    return gauges.stream()
        .flatMapToDouble(gauge -> DoubleStream.of(gauge.load(), gauge.lineLow(), gauge.lineHigh()));
  }

  private static String firstOf(int drawn, int all) {
    return drawn == all ? "" : ", the first " + drawn + " of " + all;
  }

  private static List<RowsPicture.Form> forms(Chart.Gauge gauge, boolean isBeyond) {
    List<RowsPicture.Form> forms = new ArrayList<>();
    forms.add(new RowsPicture.Form("water", 0, gauge.lineLow()));
    if (gauge.load() > 0) {
      forms.add(new RowsPicture.Form(isBeyond ? "hull-alarm" : "hull", 0, gauge.load()));
    }
    forms.add(new RowsPicture.Form("band", gauge.lineLow(), gauge.lineHigh()));
    forms.add(new RowsPicture.Form("plimsoll", gauge.lineLow(), gauge.lineLow()));
    return forms;
  }

  private static String words(Chart.Gauge gauge) {
    return CellWords.model(gauge.load()) + ", " + multiple(gauge) + " its line";
  }

  /// Two digits say how far beyond; more would promise what no model of depth can keep.
  private static String multiple(Chart.Gauge gauge) {
    if (gauge.load() == 0) {
      return "0% of";
    }
    if (gauge.lineLow() == 0) {
      return "beyond";
    }
    double times = gauge.load() / gauge.lineLow();
    return times > 1
        ? CellWords.model(times, 2) + " times"
        : CellWords.model(times * 100, 2) + "% of";
  }

  private static ReaderTable figures(Chart.LoadLines chart) {
    List<List<String>> rows = new ArrayList<>();
    for (Chart.Gauge gauge : chart.gauges()) {
      rows.add(
          List.of(
              gauge.label(),
              CellWords.model(gauge.load()),
              CellWords.range(gauge.lineLow(), gauge.lineHigh()),
              multiple(gauge) + " its line",
              gauge.decidedBy()));
    }
    return new ReaderTable(
        "Loads and lines, " + chart.unit(),
        List.of("Ship", "Load", "Line", "Loaded to", "Decided by"),
        rows);
  }
}
