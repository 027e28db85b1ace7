package org.plimsoll.venue;

import org.plimsoll.margin.FeeSchedule;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.protocol.TokenCommand.SetMakerRebate;

/// Fixes what owners pay for trading: all of them when a day is over, one of them when his terms
/// change.
final class FeeDesk {
  private static final int ACCOUNTS_PER_STEP = 256;
  private static final long NANOS_PER_DAY = 86_400_000_000_000L;

  private final VenueState state;
  private final Checks checks;

  FeeDesk(VenueState state, Checks checks) {
    this.state = state;
    this.checks = checks;
  }

  void on(SetMakerRebate c) {
    boolean passes =
        checks.account(c.account())
            && checks.isWithin(
                RefusalReason.PARAMETER_OUT_OF_RANGE, 0, c.rebateE9(), -FeeSchedule.MAKER_FLOOR_E9);
    if (passes) {
      state.sink.onCommandApplied(c);
      int owner = state.owners.get(c.account());
      state.fees.grantRebate(owner, c.rebateE9());
      fix(owner, state.fees.tier(owner), state.fees.discountE9(owner));
    }
  }

  /// Returns the number since 1970 of the day of an instant.
  static long today(long timeNs) {
    return Math.floorDiv(timeNs, NANOS_PER_DAY);
  }

  /// Places some more owners for the day that begins.
  ///
  /// @return whether the last one was reached
  boolean rollSome() {
    state.fees.beginRoll(today(state.clockNs));
    int end = Math.min(state.accounts.size(), state.fees.rolled() + ACCOUNTS_PER_STEP);
    while (state.fees.rolled() < end) {
      roll(state.fees.rolled());
    }
    boolean isDone = end == state.accounts.size();
    if (isDone) {
      state.fees.endRoll();
    }
    return isDone;
  }

  private void roll(int account) {
    long volume = state.fees.rollNext();
    if (state.owners.get(account) == account) {
      fix(account, FeeSchedule.tier(volume, state.assets.decimals(0)), 0);
    }
  }

  private void fix(int owner, int tier, long discountE9) {
    if (state.fees.fixes(owner, tier, discountE9, 0, 0)) {
      state.sink.onDesk(state.fees.fees(owner));
    }
  }
}
