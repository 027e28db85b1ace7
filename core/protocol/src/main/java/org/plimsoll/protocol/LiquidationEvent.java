package org.plimsoll.protocol;

import org.plimsoll.units.MarginStage;
import org.plimsoll.units.Side;

/// What happens to accounts that fail, besides transfers (docs/reference/liquidation.md).
public sealed interface LiquidationEvent extends DeskEvent {
  /// An account is in liquidation from here on, or no longer if it is healthy.
  record MarginStageSet(int account, MarginStage stage) implements LiquidationEvent {}

  /// The venue sent an order for an account in liquidation. It takes what is there at once.
  record LiquidationOrderSent(
      long order, int account, int market, Side side, long limitTicks, long quantityLots)
      implements LiquidationEvent {}

  /// A position, or a part of it, went from one account to another off the order book.
  ///
  /// @param lots what the account `to` gets, negative for a short
  /// @param fromCost by how much the cost of the position of `from` changed
  /// @param toCost by how much the cost of the position of `to` changed
  /// @param isDeleveraged whether `to` had no choice, because its opposing position was closed
  record PositionHandedOver(
      int market, int from, int to, long lots, long fromCost, long toCost, boolean isDeleveraged)
      implements LiquidationEvent {}

  /// An account owed more than it had, and this is who bears it. In the smallest unit of account;
  /// the parts sum to the loss.
  ///
  /// @param fund the insurance fund
  /// @param capital what the venue's owners put in
  /// @param profits profits of the day
  /// @param nobody what the fund is short of
  record LossBorne(int account, long loss, long fund, long capital, long profits, long nobody)
      implements LiquidationEvent {}

  /// What an account offered to lend is offered no longer, because it is in liquidation. What of it
  /// is lent comes back when the loan ends.
  record OfferRecalled(int account, int asset) implements LiquidationEvent {}

  /// What an account has lost in a future and could not be made to pay is the fund's from here on,
  /// in the smallest unit of account: the account was to keep it for those it lends to, or no
  /// balance had room for it.
  record LossTakenOver(int account, int market, long amount) implements LiquidationEvent {}
}
