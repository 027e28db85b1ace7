package org.plimsoll.ecosystem.outcome;

import java.util.List;

/// How far a run is from the figures that it was calibrated on; a search looks for the least.
public final class FitError {
  /// What is off by ten times, has the wrong sign or is not there is as wrong as can be.
  private static final double MOST = StrictMath.log(10);

  private FitError() {}

  /// Returns the root of the mean square, over the rows of calibration, of the logarithm of value
  /// over the nearest end of the recorded range; `NaN` where there is no such row. 0.1 is about ten
  /// percent. Rows out of sample play no part.
  public static double of(List<ScoreRow> rows) {
    return StrictMath.sqrt(
        rows.stream()
            .filter(ScoreRow::isFit)
            .mapToDouble(row -> StrictMath.pow(error(row), 2))
            .average()
            .orElse(Double.NaN));
  }

  private static double error(ScoreRow row) {
    double value = row.simulated();
    if (row.error(value) == 0) {
      return 0;
    }
    double ratio = value / (value < row.recordedLow() ? row.recordedLow() : row.recordedHigh());
    return ratio > 0 ? StrictMath.min(MOST, StrictMath.abs(StrictMath.log(ratio))) : MOST;
  }
}
