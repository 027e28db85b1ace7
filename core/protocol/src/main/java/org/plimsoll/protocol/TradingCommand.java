package org.plimsoll.protocol;

/// What an account asks of its orders now and then.
public sealed interface TradingCommand extends DeskCommand {
  /// Cancels the resting orders of an account, the oldest first.
  ///
  /// @param market the one market that is meant, or [#EVERY_MARKET]
  /// @param sides which of them
  record CancelAllOrders(int account, int market, Sides sides) implements TradingCommand {
    /// Stands for all markets.
    public static final int EVERY_MARKET = -1;
  }
}
