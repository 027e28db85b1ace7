package org.plimsoll.host;

/// What a host says to a command that is handed to it, before it has looked at it.
public enum Admission {
  /// It waits, and [HostListener] will hear of it.
  TAKEN,
  /// Too many wait already. Try again.
  BUSY,
  /// It is longer than any command can be.
  TOO_LONG,
  /// It is sent in the name of the host itself.
  NOT_A_CLIENT,
  /// The disk has no room, so nothing that is decided could be kept. Try again.
  NO_ROOM,
  /// The host has stopped.
  STOPPED
}
