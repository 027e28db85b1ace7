package org.plimsoll.trials.host;

/// What a host promises, one kind each.
public enum Promise {
  /// What was told is there after every start.
  NOTHING_TOLD_IS_LOST,
  /// After a start the history is what was told, and what was decided and not told yet.
  HISTORY_IS_WHAT_WAS_ASKED,
  /// Everything is told once, in order, to the one who asked.
  TOLD_ONCE_AND_IN_ORDER,
  /// What is told of a command is what another venue tells of it.
  SAME_EVENTS,
  /// The state after a start is that of another venue after the same commands.
  SAME_STATE,
  /// Nothing is told that the disk does not have.
  DURABLE_BEFORE_TOLD,
  /// A command that was sent again does nothing more.
  APPLIED_ONCE,
  /// Whatever was taken is told in the end, unless the machine stops.
  EVERYTHING_IS_ANSWERED,
  /// It refuses to start only if something has happened to the disk that allows it to.
  REFUSES_FOR_A_REASON,
  /// It stops of its own accord only if the disk has failed.
  STOPS_FOR_A_REASON,
  /// The history obeys the laws of the venue.
  LAWS_HOLD
}
