package org.plimsoll.server.v1;

import java.util.Optional;

/// Whether operators have asked that a sandbox begins again. Whoever runs the server looks here,
/// since it has to end first.
public final class Reset {
  private final Optional<String> hindrance;
  private volatile boolean isAsked;

  /// Creates the reset of a venue.
  ///
  /// @param hindrance why this one never begins again; empty if it may
  public Reset(Optional<String> hindrance) {
    this.hindrance = hindrance;
  }

  /// Returns whether it was asked for.
  public boolean isAsked() {
    return isAsked;
  }

  void ask() {
    hindrance.ifPresent(why -> {
      throw new NativeError(409, why);
    });
    isAsked = true;
  }
}
