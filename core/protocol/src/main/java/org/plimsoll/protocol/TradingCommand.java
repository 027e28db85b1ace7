package org.plimsoll.protocol;

import org.plimsoll.units.Side;

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

  /// Lets an order wait for the mark: as soon as a mark is sampled that it waits for, the order is
  /// placed and passes the gates that any order passes then.
  ///
  /// @param kind which way the mark must go
  /// @param triggerTicks the mark it waits for, or the distance at which a trailing stop follows,
  ///   in ticks
  /// @param limitTicks the limit of the order, or 0 for a market order
  record PlaceTrigger(
      int account,
      int market,
      TriggerKind kind,
      Side side,
      long triggerTicks,
      long limitTicks,
      long quantityLots,
      boolean isReduceOnly)
      implements TradingCommand {}

  /// Takes back an order that still waits for the mark.
  record CancelTrigger(int account, long trigger) implements TradingCommand {}

  /// Writes into history what a client calls an order, where all else has only the number that
  /// stands for it. Nothing comes of it: not even whether there is such an order matters.
  ///
  /// @param clientOrder the number, as [OrderCommand.PlaceLimitOrder] has it, not 0
  record NoteClientOrder(int account, long clientOrder, OrderText text) implements TradingCommand {}
}
