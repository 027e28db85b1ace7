package org.plimsoll.protocol;

/// What happens to what assets count for.
public sealed interface CollateralEvent extends DeskEvent {
  /// An announced weight has moved by a day's step.
  ///
  /// @param initialWeightE9 weight for new orders and withdrawals from here on
  /// @param totalWeightE9 weight for maintenance from here on
  record WeightMoved(int asset, long initialWeightE9, long totalWeightE9)
      implements CollateralEvent {}
}
