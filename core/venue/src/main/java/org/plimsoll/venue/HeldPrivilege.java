package org.plimsoll.venue;

import org.plimsoll.protocol.Privilege;

/// A privilege that an account has, and what it has done with it since it was first granted.
///
/// @param amount the credit line of [Privilege#ALLOW_NEGATIVE], 0 for the others
/// @param uses how many commands went through because of it
/// @param largestUse the largest amount by which it changed an outcome, in the smallest unit of
///   account
public record HeldPrivilege(
    int account, Privilege privilege, long amount, long uses, long largestUse) {
  /// Returns what a new grant makes of it.
  public HeldPrivilege withAmount(long changed) {
    return new HeldPrivilege(account, privilege, changed, uses, largestUse);
  }

  /// Returns what one more use makes of it.
  public HeldPrivilege used(long by) {
    return new HeldPrivilege(account, privilege, amount, uses + 1, Math.max(largestUse, by));
  }
}
