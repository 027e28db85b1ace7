package org.plimsoll.server.http;

/// Thrown by a dialect that wants the connection dropped without an answer, as a network would.
public final class Dropped extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// Says that the connection is to be dropped.
  public Dropped() {
    super("dropped", null, false, false);
  }
}
