package org.plimsoll.sweep;

/// Where runs are run does not answer, or gives up. What was kept before is kept.
public final class SiteFailed extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// Says what is wrong there.
  public SiteFailed(String message) {
    super(message);
  }

  /// Says what is wrong there, and what showed it.
  public SiteFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
