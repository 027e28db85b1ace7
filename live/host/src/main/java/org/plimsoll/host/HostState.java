package org.plimsoll.host;

/// What a host is doing.
public enum HostState {
  /// It takes commands.
  RUNNING,
  /// It takes none, because the disk has no room for them; it goes on as soon as there is.
  OUT_OF_ROOM,
  /// It was told to stop, and has kept and told everything that it had taken.
  STOPPED,
  /// It stopped because something is wrong with the program or the disk. What was told before is on
  /// the disk; whatever was not told may be there or not.
  HALTED
}
