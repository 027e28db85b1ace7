package org.plimsoll.solvency.survival;

import java.util.List;
import org.plimsoll.solvency.bounds.Require;

/// The probability, day by day, that something has not happened yet.
///
/// @param happened how often it has happened by the end of each day, the first day first
public record SurvivalCurve(List<Estimate> happened) {
  /// Copies the days.
  public SurvivalCurve {
    happened = List.copyOf(happened);
  }

  /// Returns how often it has happened by the end of `day`.
  ///
  /// @param day from 1 to the length of the curve
  /// @throws IllegalArgumentException if there is no such day
  public Estimate failed(int day) {
    Require.holds(day >= 1 && day <= happened.size(), "day", day);
    return happened.get(day - 1);
  }

  /// Returns how often it has not happened by the end of `day`.
  ///
  /// @param day from 1 to the length of the curve
  /// @throws IllegalArgumentException if there is no such day
  public Estimate survived(int day) {
    Estimate failed = failed(day);
    return new Estimate(failed.paths() - failed.hits(), failed.paths());
  }
}
