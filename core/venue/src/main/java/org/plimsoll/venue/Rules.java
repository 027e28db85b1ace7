package org.plimsoll.venue;

/// The versions of the venue's rules. A version is never changed once it has been released; what
/// changes is which one [org.plimsoll.protocol.ClockCommand.ActivateRules] lets bind.
public enum Rules {
  /// Nobody borrows: every balance stays at zero or above.
  CASH(1, false, false),
  /// Spot margin: who spends or withdraws more than he has borrows it at once, as far as his
  /// collateral goes. Out of what is for the custody policy to say, which begins as commingled: out
  /// of what others left with the venue.
  COMMINGLED_MARGIN(2, true, false),
  /// Lending as before, and every trade is paid for: docs/reference/fees.md.
  EXCHANGE_FEES(3, true, true);

  private final int version;
  private final boolean lends;
  private final boolean chargesFees;

  Rules(int version, boolean lends, boolean chargesFees) {
    this.version = version;
    this.lends = lends;
    this.chargesFees = chargesFees;
  }

  /// Returns the number of this version, from 1.
  public int version() {
    return version;
  }

  /// Returns whether a balance may go below zero against collateral.
  public boolean lends() {
    return lends;
  }

  /// Returns whether trades are paid for.
  public boolean chargesFees() {
    return chargesFees;
  }

  static Rules ofVersion(int version) {
    return values()[version - 1];
  }

  static int newest() {
    return values().length;
  }
}
