package org.plimsoll.protocol;

/// What trading costs, and the exchange token that makes it cheaper.
public sealed interface TokenCommand extends DeskCommand {
  /// Grants the owner of an account a market maker's rebate on what his orders make, or changes it.
  ///
  /// @param rebateE9 billionths of the notional, 0 to 0.01 %; 0 takes it back
  record SetMakerRebate(int account, long rebateE9) implements TokenCommand {}
}
