package org.plimsoll.trials.disk;

/// What a storage does to the world, one kind each.
public enum Effect {
  /// A new file.
  CREATE,
  /// Bytes over others in a file.
  WRITE,
  /// Bytes into a file that is longer afterwards: what a full disk refuses.
  GROW,
  /// The bytes of a file made durable.
  SYNC,
  /// Another name.
  RENAME,
  /// A file gone.
  DELETE,
  /// The names made durable.
  SYNC_DIRECTORY
}
