package org.plimsoll.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.plimsoll.report.Chart.Scale.Kind;

/// Steps from where it starts to where it ends: up is solid, down is hatched.
final class WaterfallPicture {
  private static final List<Picture.Key> LEGEND =
      List.of(
          new Picture.Key("total", "start and end"),
          new Picture.Key("up", "adds"),
          new Picture.Key("down", "takes away"));

  private WaterfallPicture() {}

  static Picture of(Chart.Waterfall chart) {
    List<List<String>> figures = new ArrayList<>();
    double[] after = sums(chart.steps());
    RowsPicture rows = new RowsPicture(PlotAxis.over(Kind.LINEAR, DoubleStream.of(after), true));
    for (int i = 0; i < after.length; i++) {
      Chart.Step step = chart.steps().get(i);
      double before = i == 0 ? 0 : after[i - 1];
      String kind = i == 0 ? "total" : step.change() >= 0 ? "up" : "down";
      String change = i == 0 ? CellWords.model(after[0]) : signed(step.change());
      rows.add(step.label(), change, false, List.of(form(kind, before, after[i]), next(after[i])));
      figures.add(List.of(step.label(), change, CellWords.model(after[i])));
    }
    double end = after[after.length - 1];
    rows.add("End", CellWords.model(end), false, List.of(form("total", 0, end)));
    return new Picture(
        rows.options(),
        rows.height(),
        "",
        chart.unit(),
        LEGEND,
        new ReaderTable("Steps, " + chart.unit(), List.of("Step", "Change", "After"), figures));
  }

  private static double[] sums(List<Chart.Step> steps) {
    double[] sums = steps.stream().mapToDouble(Chart.Step::change).toArray();
    for (int i = 1; i < sums.length; i++) {
      sums[i] += sums[i - 1];
    }
    return sums;
  }

  private static RowsPicture.Form form(String kind, double before, double after) {
    return new RowsPicture.Form(kind, Math.min(before, after), Math.max(before, after));
  }

  /// A line from the end of a step to the beginning of the next.
  private static RowsPicture.Form next(double after) {
    return new RowsPicture.Form("next", after, after);
  }

  private static String signed(double change) {
    return (change > 0 ? "+" : "") + CellWords.model(change);
  }
}
