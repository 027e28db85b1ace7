package org.plimsoll.ledger;

/// Told of every transfer, in order.
public interface LedgerListener {
  /// Called after `amount` has moved.
  ///
  /// @param cause why it moved
  /// @param asset the number of the asset
  /// @param from the address that was debited
  /// @param to the address that was credited
  /// @param amount count of the asset's smallest unit, positive
  void onTransfer(Cause cause, int asset, int from, int to, long amount);
}
