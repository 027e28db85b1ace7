package org.plimsoll.protocol;

/// What happens between those who lend and those who borrow, besides transfers.
public sealed interface LendingEvent extends DeskEvent {
  /// What is lent of an account's balance, or what it cannot spend of it, has changed.
  ///
  /// @param lent count of the smallest unit that earns interest
  /// @param reserved count of the smallest unit that is offered, lent, or recalled and still needed
  record BalanceReserved(int account, int asset, long lent, long reserved)
      implements LendingEvent {}
}
