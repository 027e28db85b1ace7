package org.plimsoll.ecosystem.agent.depositor;

/// The terms of depositors with a contract that pays early what the investment brings late.
///
/// @param party to whom the accounts belong
/// @param accounts how many there are, 2 to 1,000
/// @param dollars put in by each, positive
/// @param promise paid to who leaves early, per dollar; above 1
/// @param late what an invested dollar brings if it is left alone; above the promise
/// @param earlyShare of depositors who need their money early whatever happens, 0 to 1
/// @param believedShare of depositors of whom everybody believes at first that they will leave, 0
///   to 1; afterwards each believes what he saw last
/// @param suspends whether the venue stops paying when the known early share has been paid
/// @param hoursPerRound positive
/// @param bank custody location that pays
/// @param invested custody location of what cannot be paid out in the round
public record DepositRunTerms(
    String party,
    int accounts,
    double dollars,
    double promise,
    double late,
    double earlyShare,
    double believedShare,
    boolean suspends,
    double hoursPerRound,
    String bank,
    String invested) {
  /// Checks the bounds.
  public DepositRunTerms {
    require(accounts >= 2 && accounts <= 1_000, "accounts: 2 to 1,000");
    require(dollars > 0, "dollars: above 0");
    require(promise > 1 && late > promise, "promise: above 1, below late");
    require(earlyShare >= 0 && earlyShare <= 1, "early-share: 0 to 1");
    require(believedShare >= 0 && believedShare <= 1, "believed-share: 0 to 1");
    require(hoursPerRound > 0, "hours-per-round: above 0");
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException(what);
    }
  }
}
