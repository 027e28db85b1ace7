package org.plimsoll.protocol;

/// What happens to what trading costs, besides transfers.
public sealed interface TokenEvent extends DeskEvent {
  /// An owner's fees have changed: all trades of all his accounts pay so until they change again.
  ///
  /// @param account the owner's number
  /// @param tier of the owner's volume, 1 to 6
  /// @param discountE9 what his exchange tokens take off, billionths of the fee
  /// @param makerE9 billionths of the notional; negative where it is a rebate
  /// @param takerE9 billionths of the notional
  record FeesFixed(int account, int tier, long discountE9, long makerE9, long takerE9)
      implements TokenEvent {}

  /// A fee or rebate did not fit a bound, so that less of it was posted.
  ///
  /// @param due count of the smallest unit; negative where it is a rebate
  /// @param posted what of it was posted; nobody owes the rest
  record FeeCapped(int account, int asset, long due, long posted) implements TokenEvent {}

  /// A week's buying back begins. All amounts are in the smallest unit of account.
  ///
  /// @param fees what trades have brought the venue since the last time, less rebates
  /// @param added what the fund against losses is worth more than what it had the last time, both
  ///   at the marks of now
  /// @param due the stated shares of both, or 0 when half of the supply is gone
  /// @param funded what of it the treasury got; the rest is not made up for
  record BuybackBegan(long fees, long added, long due, long funded) implements TokenEvent {}

  /// The treasury's order, or burning what it bought, did not pass the gates.
  ///
  /// @param reason the number of the [RefusalReason]
  /// @param required what the rule asked for
  /// @param available what there was
  record BuybackRefused(int reason, long required, long available) implements TokenEvent {}
}
