package org.plimsoll.protocol;

/// What becomes of what customers asked for and were offered.
public sealed interface CashEvent extends DeskEvent {
  /// A withdrawal was taken: the amount is set apart from the account and waits to be sent.
  ///
  /// @param withdrawal the venue's number for it, from 1
  /// @param custody where it will be paid from
  record WithdrawalRequested(long withdrawal, int account, int asset, long amount, int custody)
      implements CashEvent {}

  /// A withdrawal left custody.
  record WithdrawalSent(long withdrawal, int account, int asset) implements CashEvent {}

  /// A withdrawal was taken back by its owner before it was sent.
  record WithdrawalCanceled(long withdrawal, int account, int asset) implements CashEvent {}

  /// A quote was not accepted in time.
  record QuoteExpired(long quote) implements CashEvent {}
}
