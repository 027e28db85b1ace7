package org.plimsoll.journal;

/// Why a journal does not do what it was asked.
public enum JournalFault {
  /// There is no room for the batch and none can be had now. Nothing of it was written; it may be
  /// committed again when there is.
  FULL,

  /// Writing or syncing failed. What of the last batch is on disk is unknown, and nothing will be
  /// written or acknowledged any more: only a new start can find out.
  FAILED,

  /// What recovery had verified can no longer be read as it was.
  UNREADABLE
}
