package org.plimsoll.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.moeaframework.analysis.parameter.Parameter;
import org.moeaframework.analysis.parameter.ParameterSet;
import org.moeaframework.analysis.sensitivity.SobolSensitivityAnalysis;
import org.moeaframework.core.PRNG;
import org.plimsoll.results.Cell;
import org.plimsoll.results.Column;
import org.plimsoll.results.Column.Kind;
import org.plimsoll.results.Table;

/// How much of the variance of a figure comes from which setting: indices of Sobol, estimated from
/// blocks of runs (Saltelli 2002), by the library MOEA Framework. The first-order index is the part
/// that a setting explains by itself, the total one the part in which it has a hand at all. An
/// error is 1.96 standard deviations of the index over a thousand resamples.
final class Sensitivity {
  private Sensitivity() {}

  /// Returns a row for each setting of each figure that every run has, and that is not the same in
  /// all of them.
  static Table of(SweepPlan plan, List<Column> columns, List<List<Cell>> rows) {
    List<List<Cell>> indices = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      int place = i;
      boolean isResult = column.kind() == Kind.MODEL && !column.name().startsWith("set_");
      if (isResult && rows.stream().allMatch(row -> row.get(place) instanceof Cell.Model)) {
        double[] values =
            rows.stream().mapToDouble(row -> ((Cell.Model) row.get(place)).value()).toArray();
        if (Arrays.stream(values).distinct().count() > 1) {
          add(plan, column.name(), values, indices);
        }
      }
    }
    return new Table(
        "sensitivity",
        List.of(
            new Column("figure", Kind.TEXT),
            new Column("setting", Kind.TEXT),
            new Column("first_order", Kind.MODEL),
            new Column("first_order_error", Kind.MODEL),
            new Column("total", Kind.MODEL),
            new Column("total_error", Kind.MODEL)),
        indices);
  }

  private static void add(
      SweepPlan plan, String figure, double[] values, List<List<Cell>> indices) {
    ParameterSet settings =
        new ParameterSet(
            plan.variations().stream().<Parameter<?>>map(Sensitivity::parameter).toList());
    int blocks = plan.runs() / (2 * settings.size() + 2);
    // The library resamples by a generator that all of a process share.
    synchronized (Sensitivity.class) {
      PRNG.setSeed(plan.baseSeed());
      var result = new SobolSensitivityAnalysis(settings, blocks).evaluate(values);
      for (Parameter<?> setting : settings) {
        var first = result.getFirstOrder(setting);
        var total = result.getTotalOrder(setting);
        indices.add(
            List.of(
                new Cell.Text(figure),
                new Cell.Text(setting.getName()),
                cell(first.getSensitivity()),
                cell(first.getConfidenceInterval()),
                cell(total.getSensitivity()),
                cell(total.getConfidenceInterval())));
      }
    }
  }

  private static Parameter<?> parameter(Variation variation) {
    return Parameter.named(variation.path())
        .asDouble()
        .sampledBetween(variation.low(), variation.high());
  }

  private static Cell cell(double value) {
    return Double.isFinite(value) ? new Cell.Model(value) : new Cell.Empty();
  }
}
