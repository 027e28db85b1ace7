package org.plimsoll.venue;

import org.plimsoll.protocol.ControlEvent.ExemptionUsed;
import org.plimsoll.protocol.Privilege;

/// What the margin gate forgives an account that may go below zero: kept while one question is
/// asked, and told once the command has passed every gate.
final class CreditLine {
  private final VenueState state;
  private long forgiven;

  CreditLine(VenueState state) {
    this.state = state;
  }

  /// Begins a new question: nothing is forgiven yet.
  void clear() {
    forgiven = 0;
  }

  /// Returns whether an account may owe what the rules let nobody borrow.
  boolean mayOwe(int account) {
    return state.privileges.has(account, Privilege.ALLOW_NEGATIVE);
  }

  /// Notes an amount that only the privilege lets pass, in the smallest unit of account.
  void forgive(long amount) {
    forgiven = Math.max(forgiven, amount);
  }

  /// Returns whether an account's line reaches as far as what its collateral lacks. A line is only
  /// ever compared, never added to anything, so it needs no bound of a balance.
  boolean reaches(int account, long lacking) {
    return lacking <= state.privileges.creditLine(account);
  }

  /// Tells what was forgiven for the command that has just passed, if anything.
  void tellUse(int account) {
    if (forgiven > 0) {
      state.privileges.use(account, Privilege.ALLOW_NEGATIVE, forgiven);
      state.sink.onDesk(new ExemptionUsed(account, Privilege.ALLOW_NEGATIVE, forgiven));
    }
  }
}
