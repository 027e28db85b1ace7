package org.plimsoll.protocol;

import org.plimsoll.ledger.Cause;

/// What happened at a venue. Every command gives a [CommandSequenced] first, then its answer (a
/// [CommandRefused], or a [CommandApplied] for a desk command and the acceptance or cancellation
/// for an order), then what follows from it, in the order in which it happened.
public sealed interface Event
    permits Event.CommandSequenced,
        Event.CommandRefused,
        Event.CommandApplied,
        Event.TransferPosted,
        OrderEvent,
        DeskEvent {
  /// A command has its place in history.
  ///
  /// @param sequence the venue's count of commands, from 1
  record CommandSequenced(long sequence, int client, long clientSequence) implements Event {}

  /// The command changed nothing.
  ///
  /// @param reason the first reason, in the order of [RefusalReason], that stood in its way
  /// @param required what the rule asked for; what it counts is said at the reason
  /// @param available what there was
  record CommandRefused(RefusalReason reason, long required, long available) implements Event {}

  /// A desk command passed every check, and what it says holds from here on.
  record CommandApplied(DeskCommand command) implements Event {}

  /// Money moved between two ledger accounts.
  ///
  /// @param from address of the ledger account that gave (see [org.plimsoll.ledger.LedgerAccount])
  /// @param to address of the ledger account that received
  record TransferPosted(Cause cause, int asset, int from, int to, long amount) implements Event {}
}
