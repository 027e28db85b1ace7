package org.plimsoll.protocol;

/// What happens at the funds of leveraged tokens, besides orders and transfers.
public sealed interface LeveragedTokenEvent extends DeskEvent {
  /// A fund begins to trade back to its target.
  ///
  /// @param lots what it is to trade, negative for a sale; changes with the mark until it is done
  record RebalancingBegan(int asset, RebalancingCause cause, long lots)
      implements LeveragedTokenEvent {}

  /// A child order of a fund did not pass the gates.
  ///
  /// @param reason the number of the [RefusalReason]
  /// @param required what the rule asked for
  /// @param available what there was
  record ChildOrderRefused(int asset, int reason, long required, long available)
      implements LeveragedTokenEvent {}

  /// A fund does not trade any more.
  ///
  /// @param leftLots what it could not trade, negative for a sale; 0 where it is done
  record RebalancingEnded(int asset, long leftLots) implements LeveragedTokenEvent {}

  /// A fund could not pay all of a day's management fee.
  ///
  /// @param due what the day's fee comes to
  /// @param posted what of it was posted; the rest is not owed any more
  record ManagementFeeCapped(int asset, long due, long posted) implements LeveragedTokenEvent {}
}
