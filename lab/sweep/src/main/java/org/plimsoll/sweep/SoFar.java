package org.plimsoll.sweep;

import java.util.List;

/// How far a sweep has come, and how its figures lie by now.
///
/// @param runs how many are done
/// @param bands over the runs that were done when they were last counted: each time that a quarter
///   more are done, so that counting them stays a small part of a long sweep. Which runs those are
///   depends on which ended first
public record SoFar(int runs, List<Band> bands) {
  private static final double GROWTH = 1.25;

  /// Takes a copy.
  public SoFar {
    bands = List.copyOf(bands);
  }

  /// Returns whether so many runs are worth counting anew.
  ///
  /// @param counted how many there were when they were last counted
  static boolean isWorthCounting(int runs, int counted) {
    return runs >= GROWTH * counted;
  }
}
