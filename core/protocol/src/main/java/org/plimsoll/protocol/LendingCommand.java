package org.plimsoll.protocol;

/// Who lends to those who borrow, and on what terms.
public sealed interface LendingCommand extends DeskCommand {
  /// States out of what the venue lends from here on.
  record SetCustodyPolicy(CustodyPolicy policy) implements LendingCommand {}

  /// States on what terms customers borrow from here on.
  ///
  /// @param takerFeeE9 the taker fee in billionths, 0 to 1 %; borrowers pay 1 + 500 times it of
  ///   what lenders get
  record SetLendingTerms(long takerFeeE9) implements LendingCommand {}

  /// States what an account lends of an asset, in place of what it offered before. What is offered
  /// cannot be spent, sold or withdrawn.
  ///
  /// @param amount count of the smallest unit; 0 withdraws the offer
  /// @param minRateE9 billionths of the amount for each hour below which nothing is lent; without
  ///   meaning where the amount is 0
  record OfferLending(int account, int asset, long amount, long minRateE9)
      implements LendingCommand {}
}
