package org.plimsoll.sweep;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.results.Cell;
import org.plimsoll.results.Column;

/// How one figure lies over the runs that have it. Between two runs a percentile is interpolated
/// (type 7 of Hyndman and Fan 1996).
///
/// @param figure the name of its column
/// @param runs that have the figure, at least one
/// @param low the 5th percentile, in the unit of the figure
/// @param middle the median
/// @param high the 95th percentile
public record Band(String figure, int runs, double low, double middle, double high) {
  private static final double LOW = 0.05;
  private static final double MIDDLE = 0.5;
  private static final double HIGH = 0.95;

  /// Returns a band for each column of figures that any run has.
  static List<Band> of(List<Column> columns, List<List<Cell>> rows) {
    List<Band> bands = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      int column = i;
      double[] sorted =
          rows.stream()
              .map(row -> row.get(column))
              .filter(Cell.Model.class::isInstance)
              .mapToDouble(cell -> ((Cell.Model) cell).value())
              .sorted()
              .toArray();
      if (sorted.length > 0) {
        bands.add(
            new Band(
                columns.get(i).name(),
                sorted.length,
                percentile(sorted, LOW),
                percentile(sorted, MIDDLE),
                percentile(sorted, HIGH)));
      }
    }
    return bands;
  }

  /// Returns the value below which a part of the runs lies.
  ///
  /// @param sorted rising, at least one
  static double percentile(double[] sorted, double part) {
    double place = part * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
