package org.plimsoll.server;

/// A server does not start, because of what it was told or what its directory holds.
public final class ServerRefusal extends Exception {
  private static final long serialVersionUID = 1;

  /// Creates one.
  ///
  /// @param why in sentences, one a line
  public ServerRefusal(String why) {
    super(why);
  }
}
