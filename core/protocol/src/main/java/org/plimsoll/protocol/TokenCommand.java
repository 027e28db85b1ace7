package org.plimsoll.protocol;

/// What trading costs, and the exchange token that makes it cheaper.
public sealed interface TokenCommand extends DeskCommand {
  /// Grants the owner of an account a market maker's rebate on what his orders make, or changes it.
  ///
  /// @param rebateE9 billionths of the notional, 0 to 0.01 %; 0 takes it back
  record SetMakerRebate(int account, long rebateE9) implements TokenCommand {}

  /// Names the exchange token and says how it is bought back and burned. It stays the exchange
  /// token; the rest may be said anew.
  ///
  /// @param asset the token
  /// @param market the spot market of the token, where it is bought
  /// @param treasury the account that buys it, like any other
  /// @param custody where the tokens are kept that are burned
  /// @param supply tokens created, in the smallest unit; they are burned until half of it is gone
  /// @param feeShareE9 the part of a week's fees that buys back, in billionths
  /// @param fundShareE9 the part of a week's net additions to the fund against losses, in
  ///   billionths
  /// @param slices over how many orders a week's buying is spread, 1 to 1,000
  /// @param intervalSeconds from one order to the next; all of them fit a week
  /// @param limitE9 how far above the mark an order may buy, in billionths of it, 0 to 1
  record SetExchangeToken(
      int asset,
      int market,
      int treasury,
      int custody,
      long supply,
      long feeShareE9,
      long fundShareE9,
      int slices,
      int intervalSeconds,
      long limitE9)
      implements TokenCommand {}

  /// Stakes exchange tokens that an account has: they are no collateral and cannot be spent, and
  /// make their owner's fees lower at once.
  ///
  /// @param amount positive
  record StakeToken(int account, long amount) implements TokenCommand {}

  /// Takes back what was staked. It brings nothing more at once, and is the account's again at the
  /// first midnight after 14 days; whatever waits already waits anew.
  ///
  /// @param amount positive
  record UnstakeToken(int account, long amount) implements TokenCommand {}

  /// Lets stay staked what waits to come free. What else waits does so until the same time.
  ///
  /// @param amount positive
  /// @param request what whoever asks calls the request that is meant; history has it, and nothing
  ///   comes of it
  record CancelUnstake(int account, long amount, long request) implements TokenCommand {}
}
