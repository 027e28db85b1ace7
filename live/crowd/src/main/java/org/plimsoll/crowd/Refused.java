package org.plimsoll.crowd;

/// What the exchange does not do.
final class Refused extends Exception {
  private static final long serialVersionUID = 1;

  private final int status;

  Refused(int status, String text) {
    super(text, null, false, false);
    this.status = status;
  }

  /// Returns the status of HTTP.
  int status() {
    return status;
  }
}
