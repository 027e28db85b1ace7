package org.plimsoll.ecosystem.agent.depositor;

/// The terms of depositors who learn in many rounds when to leave.
///
/// @param party to whom the accounts belong
/// @param accounts how many there are, 2 to 1,000
/// @param dollars of each deposit, positive
/// @param stayingYield what whoever stayed with a survivor gains, as a part of the deposit,
///   positive
/// @param failureRecovery what whoever stayed with a failure has left, 0 to 1
/// @param noise how far from the truth a signal may be, uniform, as a part of claims, positive
/// @param lowest coverage that a round may have, 0 to 1
/// @param highest coverage that a round may have; above 1 nobody need run
/// @param firstCutoff below which signal everybody leaves at first
/// @param step by how much of the payoff somebody shifts his cutoff after a round whose signal came
///   near it, positive; it shrinks as one over the square root of the thousands of rounds
/// @param hoursPerRound positive
/// @param bank custody location that pays
/// @param invested custody location of what cannot be paid out in the round
public record CoverageGameTerms(
    String party,
    int accounts,
    double dollars,
    double stayingYield,
    double failureRecovery,
    double noise,
    double lowest,
    double highest,
    double firstCutoff,
    double step,
    double hoursPerRound,
    String bank,
    String invested) {
  /// Checks the bounds.
  public CoverageGameTerms {
    require(accounts >= 2 && accounts <= 1_000, "accounts: 2 to 1,000");
    require(dollars > 0, "dollars: above 0");
    require(stayingYield > 0, "staying-yield: above 0");
    require(failureRecovery >= 0 && failureRecovery < 1, "failure-recovery: 0 to below 1");
    require(noise > 0, "noise: above 0");
    require(lowest >= 0 && lowest < highest, "lowest: from 0, below highest");
    require(step > 0, "step: above 0");
    require(hoursPerRound > 0, "hours-per-round: above 0");
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException(what);
    }
  }
}
