package org.plimsoll.protocol;

/// What the clock brings about.
public sealed interface ClockEvent extends DeskEvent {
  /// A step of due work is done now; what follows are its consequences, and no longer those of the
  /// command.
  ///
  /// @param dueNs when it fell due, nanoseconds since 1970
  record DueWorkBegan(DueWork work, long id, long dueNs) implements ClockEvent {}
}
