package org.plimsoll.trials.host;

/// What ought to happen in trials now and then.
public enum Mark {
  /// The machine stopped while a batch was written or synced.
  CRASHED_IN_COMMIT,
  /// It stopped while a snapshot was saved.
  CRASHED_IN_SNAPSHOT,
  /// It stopped while the next segment was made or given its name.
  CRASHED_IN_CHANGE_OF_SEGMENTS,
  /// It stopped during a start.
  CRASHED_IN_START,
  /// It stopped while history was pruned.
  CRASHED_IN_PRUNING,
  /// It stopped between two steps of the host.
  CRASHED_BETWEEN_STEPS,
  /// A process died and its machine did not.
  KILLED,
  /// A start found a batch at the end that was torn.
  RECOVERED_TORN_TAIL,
  /// A start began at a snapshot.
  RECOVERED_FROM_SNAPSHOT,
  /// A start found commands that were decided and not told.
  RECOVERED_UNTOLD,
  /// A start passed over a snapshot that was not whole.
  SNAPSHOT_PASSED_OVER,
  /// A start was refused with a reason.
  REFUSED,
  /// A sync lied, and the end was lost without a trace.
  LOST_TO_A_LIE,
  /// A bit of the last batch was flipped when the machine stopped, and it was taken for torn.
  LOST_TO_A_FLIP,
  /// A bit was flipped and nothing was lost.
  FLIP_SURVIVED,
  /// A sync lied and nothing was lost.
  LIE_SURVIVED,
  /// The host stopped because its disk failed.
  HALTED_BY_DISK,
  /// Commands were not taken because the disk had no room.
  DISK_FULL,
  /// They were taken again, without a new start.
  DISK_FULL_AND_BACK,
  /// Commands were not taken because too many waited.
  BUSY,
  /// A snapshot could not be saved.
  SNAPSHOT_FAILED,
  /// A command was sent again, found in the history and refused as a repeat.
  RESENT_AND_DEDUPLICATED,
  /// A command was sent again because it was lost with a crash.
  RESENT_AND_APPLIED,
  /// The clock stood while commands were decided.
  CLOCK_STOOD,
  /// The clock jumped by an hour or more.
  CLOCK_JUMPED,
  /// The clock went back.
  CLOCK_WENT_BACK,
  /// Bytes were no command.
  MALFORMED,
  /// Bytes were longer than any command, or in the host's own name.
  TURNED_AWAY,
  /// The host was told to stop and did.
  STOPPED_CLEANLY,
  /// It was told to stop on a full disk and did.
  STOPPED_ON_A_FULL_DISK,
  /// What was written at once took more than one block of the disk.
  WROTE_SEVERAL_BLOCKS,
  /// The journal had several segments.
  SEVERAL_SEGMENTS,
  /// The journal no longer went back to its first record.
  PRUNED
}
