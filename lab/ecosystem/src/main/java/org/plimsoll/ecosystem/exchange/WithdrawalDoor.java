package org.plimsoll.ecosystem.exchange;

/// Whoever stands in front of a venue's withdrawals and passes them on when it is ready.
public interface WithdrawalDoor {
  /// Takes a request, or turns it away.
  ///
  /// @param amount count of the smallest unit, positive
  /// @param custody where the customer would be paid from; the desk may choose another place
  boolean ask(int account, int asset, long amount, int custody);

  /// Returns how much of what an account asked for has not been passed on.
  long waiting(int account, int asset);

  /// Returns how much of an asset all who wait have asked for beyond what is there to pay them;
  /// below 0 where more is there.
  long lacking(int asset);
}
