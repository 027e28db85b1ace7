package org.plimsoll.solvency.survival;

import java.util.List;

/// What a simulation has counted.
///
/// Insolvent and unable to pay are two things: who is owed less than he owes may go on paying for
/// months, and who is solvent may be out of money today.
///
/// @param outcomes of the parties, by position
/// @param nobody how often nobody failed at all
/// @param watched for each path the day on which the watched party was first unable to pay; 0 for
///   never
public record SurvivalResult(List<Outcome> outcomes, Estimate nobody, List<Integer> watched) {
  /// Copies the lists.
  public SurvivalResult {
    outcomes = List.copyOf(outcomes);
    watched = List.copyOf(watched);
  }

  /// One party's fate.
  ///
  /// @param insolvent when its equity first was negative
  /// @param unableToPay when it first could not pay what was due, which includes every debt once it
  ///   has failed
  /// @param failed when it was wound up, for whatever reason: it could not pay, it was closed as
  ///   insolvent, or something outside the system ended it
  /// @param first how often it was among the first to fail. Who fails in the same round is first
  ///   together, so that the shares of all parties may sum to more than one.
  public record Outcome(
      SurvivalCurve insolvent, SurvivalCurve unableToPay, SurvivalCurve failed, Estimate first) {}
}
