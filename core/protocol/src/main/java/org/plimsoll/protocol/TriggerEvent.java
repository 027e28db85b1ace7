package org.plimsoll.protocol;

/// What becomes of orders that wait for the mark.
public sealed interface TriggerEvent extends DeskEvent {
  /// An order waits.
  ///
  /// @param trigger its number among those that wait, from 1
  record TriggerAccepted(long trigger) implements TriggerEvent {}

  /// The mark came, and the order no longer waits: its acceptance follows, or its refusal.
  record TriggerFired(long trigger) implements TriggerEvent {}

  /// The order that waited did not pass the gates, and is gone.
  ///
  /// @param reason the number of the [RefusalReason]
  /// @param required what the rule asked for
  /// @param available what there was
  record TriggerRefused(long trigger, int reason, long required, long available)
      implements TriggerEvent {}
}
