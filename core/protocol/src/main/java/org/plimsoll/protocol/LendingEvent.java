package org.plimsoll.protocol;

/// What happens between those who lend and those who borrow, besides transfers.
public sealed interface LendingEvent extends DeskEvent {
  /// The loans of an asset were cleared: who lends for the hour to come, and at what rate the hour
  /// behind is paid. The interest follows as transfers.
  ///
  /// @param rateE9 what lenders get, billionths for the hour
  /// @param borrowRateE9 what borrowers pay, billionths for the hour
  /// @param demand what accounts owe
  /// @param matched what of it is lent by customers; the rest is lent by the venue
  record LendingCleared(int asset, long rateE9, long borrowRateE9, long demand, long matched)
      implements LendingEvent {}

  /// An hour's interest did not fit a bound, so that less of it was posted.
  ///
  /// @param due what the hour's interest comes to
  /// @param posted what of it was posted; the rest is neither owed nor due to anybody any more
  record InterestCapped(int account, int asset, long due, long posted) implements LendingEvent {}

  /// What is lent of an account's balance, or what it cannot spend of it, has changed.
  ///
  /// @param lent count of the smallest unit that earns interest
  /// @param reserved count of the smallest unit that is offered, lent, or recalled and still needed
  record BalanceReserved(int account, int asset, long lent, long reserved)
      implements LendingEvent {}
}
