package org.plimsoll.venue;

/// The versions of the venue's rules. A version is never changed once it has been released; what
/// changes is which one [org.plimsoll.protocol.ClockCommand.ActivateRules] lets bind.
public enum Rules {
  /// Nobody borrows: every balance stays at zero or above.
  CASH(1, false),
  /// Spot margin: who spends or withdraws more than he has borrows it at once, as far as his
  /// collateral goes. Out of what is for the custody policy to say, which begins as commingled: out
  /// of what others left with the venue.
  COMMINGLED_MARGIN(2, true);

  private final int version;
  private final boolean lends;

  Rules(int version, boolean lends) {
    this.version = version;
    this.lends = lends;
  }

  /// Returns the number of this version, from 1.
  public int version() {
    return version;
  }

  /// Returns whether a balance may go below zero against collateral.
  public boolean lends() {
    return lends;
  }

  static Rules ofVersion(int version) {
    return values()[version - 1];
  }

  static int newest() {
    return values().length;
  }
}
