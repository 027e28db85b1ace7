package org.plimsoll.server.exchange;

/// What an exchange is doing.
public enum ExchangeState {
  /// It takes commands.
  RUNNING,
  /// It takes none, because the disk has no room for them; it goes on as soon as there is.
  OUT_OF_ROOM,
  /// It takes none, because for some seconds no node of the cluster has told anything new; it goes
  /// on as soon as one does.
  OUT_OF_TOUCH,
  /// It was told to stop, and has kept and told everything that it had taken.
  STOPPED,
  /// It stopped because something is wrong. What was told before stands; whatever was not told may
  /// stand or not.
  HALTED
}
