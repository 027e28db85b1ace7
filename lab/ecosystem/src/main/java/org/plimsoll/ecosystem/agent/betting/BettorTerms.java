package org.plimsoll.ecosystem.agent.betting;

import org.plimsoll.text.bind.Omissible;

/// The terms of bettors who all make the same bets, each with luck of his own.
///
/// @param party whose money it is
/// @param bettors how many, 1 to 100,000
/// @param dollars that each begins with, positive
/// @param winProbability of a bet, above 0 and below 1
/// @param odds what a dollar staked wins on top of itself, positive
/// @param kellyMultiple stake over what Kelly (1956) would stake, from 0; at most all is staked
/// @param isLinear whether utility is linear: everything is staked, whatever the multiple says
/// @param rounds after which they stop, from 1
/// @param hoursPerRound positive
public record BettorTerms(
    String party,
    int bettors,
    double dollars,
    double winProbability,
    double odds,
    @Omissible double kellyMultiple,
    boolean isLinear,
    int rounds,
    double hoursPerRound) {
  private static final int BETTORS_MAX = 100_000;

  /// Checks the bounds.
  public BettorTerms {
    require(bettors >= 1 && bettors <= BETTORS_MAX, "bettors: 1 to 100,000");
    require(dollars > 0, "dollars: above 0");
    require(kellyMultiple >= 0, "kelly-multiple: from 0");
    require(rounds >= 1, "rounds: from 1");
    require(hoursPerRound > 0, "hours-per-round: above 0");
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException(what);
    }
  }
}
