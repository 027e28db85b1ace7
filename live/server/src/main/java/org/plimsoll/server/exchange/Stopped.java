package org.plimsoll.server.exchange;

/// The venue has stopped, and answers nothing any more.
public final class Stopped extends IllegalStateException {
  private static final long serialVersionUID = 1;

  Stopped() {
    super("the venue has stopped");
  }
}
