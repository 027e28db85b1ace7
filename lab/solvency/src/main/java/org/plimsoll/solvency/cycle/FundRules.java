package org.plimsoll.solvency.cycle;

import java.util.List;
import org.plimsoll.solvency.bounds.Require;

/// How the funds invest, borrow and fail.
///
/// @param aggressiveness leverage that each fund wants per unit of mispricing; positive, one per
///   fund
/// @param leverageCap the most that lenders allow, assets over wealth; positive
/// @param startWealth cash with which a fund enters; positive
/// @param ruin the part of its start wealth at which a fund gives up; in \[0, 1)
/// @param absence steps until another takes its place; positive
public record FundRules(
    List<Double> aggressiveness, double leverageCap, double startWealth, double ruin, int absence) {
  /// Checks the bounds and copies the list.
  ///
  /// @throws IllegalArgumentException if a figure is out of its bounds
  public FundRules {
    aggressiveness = List.copyOf(aggressiveness);
    for (double each : aggressiveness) {
      Require.positive("aggressiveness", each);
    }
    Require.positive("leverageCap", leverageCap);
    Require.positive("startWealth", startWealth);
    Require.fraction("ruin", ruin);
    Require.holds(absence > 0, "absence", absence);
  }
}
