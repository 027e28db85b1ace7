package org.plimsoll.solvency.survival;

import org.plimsoll.solvency.bounds.Require;

/// What a policy changes about the watched party's inability to pay, path by path over the same
/// random numbers.
///
/// Paths on which both runs end alike cancel, which leaves a far smaller error than two runs
/// compared by their sums.
///
/// @param prevented paths that fail without the policy and not with it
/// @param caused paths that fail with the policy and not without it
/// @param paths all paths; positive
public record PolicyEffect(long prevented, long caused, long paths) {
  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a component is out of its bounds
  public PolicyEffect {
    Require.holds(prevented >= 0, "prevented", (double) prevented);
    Require.holds(caused >= 0 && prevented + caused <= paths, "caused", (double) caused);
    Require.holds(paths > 0, "paths", (double) paths);
  }

  /// Compares two runs of one plan.
  ///
  /// @param day by whose end the party must have failed; at least 1
  /// @throws IllegalArgumentException if the runs differ in their number of paths
  public static PolicyEffect between(SurvivalResult without, SurvivalResult with, int day) {
    int paths = without.watched().size();
    Require.holds(with.watched().size() == paths, "paths", with.watched().size());
    Require.holds(day >= 1, "day", day);
    long prevented = 0;
    long caused = 0;
    for (int path = 0; path < paths; path++) {
      boolean before = hasFailed(without.watched().get(path), day);
      boolean after = hasFailed(with.watched().get(path), day);
      prevented += before && !after ? 1 : 0;
      caused += after && !before ? 1 : 0;
    }
    return new PolicyEffect(prevented, caused, paths);
  }

  /// Returns by how much the policy lowers the probability; negative where it raises it.
  public double reduction() {
    return (double) (prevented - caused) / paths;
  }

  /// Returns the standard error of [#reduction].
  public double standardError() {
    double changed = (double) (prevented + caused) / paths;
    return StrictMath.sqrt((changed - reduction() * reduction()) / paths);
  }

  private static boolean hasFailed(int failureDay, int day) {
    return failureDay > 0 && failureDay <= day;
  }
}
