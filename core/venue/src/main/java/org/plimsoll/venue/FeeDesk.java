package org.plimsoll.venue;

import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.margin.FeeSchedule;
import org.plimsoll.protocol.DueWork;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.protocol.TokenCommand.SetMakerRebate;
import org.plimsoll.units.Exact;
import org.plimsoll.units.Rounding;

/// Fixes what owners pay for trading: all of them when a day is over, one of them when his terms
/// change. With the day, what has been unstaked for long enough comes free.
final class FeeDesk {
  private static final int ACCOUNTS_PER_STEP = 256;

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
      reprice(owner);
    }
  }

  /// Lets days begin, if they do not yet.
  static void begin(VenueState state) {
    if (!state.fees.hasBegun()) {
      state.fees.begin(today(state));
      state.schedule(DueWork.VOLUME, 0);
    }
  }

  /// Works out an owner's fees anew within the day.
  void reprice(int owner) {
    fix(owner, state.fees.tier(owner), state.fees.discountE9(owner));
  }

  /// Looks at some more accounts for the day that begins: first what their owners hold, then what
  /// these pay.
  ///
  /// @return whether the last one was reached
  boolean rollSome() {
    state.fees.beginRoll(today(state));
    int places = ACCOUNTS_PER_STEP;
    while (places > 0) {
      if (state.fees.rolled() == state.accounts.size()) {
        state.fees.endRound();
        if (!state.fees.isCounted()) {
          return true;
        }
      } else if (state.fees.isCounted()) {
        place(state.fees.rolled());
      } else {
        hold(state.fees.rolled());
      }
      places--;
    }
    return false;
  }

  private static long today(VenueState state) {
    return Math.floorDiv(state.clockNs, Days.NANOS);
  }

  private void hold(int account) {
    int token = state.token.asset();
    long amount = 0;
    if (token != ExchangeToken.NONE) {
      release(account, token);
      amount = state.ledger.customerBalance(account, token) + state.ledger.staked(account, token);
    }
    state.fees.holdNext(state.owners.get(account), amount);
  }

  /// Gives back what has been unstaked for long enough, as far as the balance has room.
  private void release(int account, int token) {
    long room = state.room(account, token);
    long amount = Math.min(state.token.releasable(account, state.clockNs), Math.max(0, room));
    if (amount > 0) {
      state.token.release(account, amount);
      state.ledger.post(
          Cause.UNSTAKE,
          token,
          LedgerAccount.staked(account),
          LedgerAccount.customer(account),
          amount);
    }
  }

  private void place(int account) {
    long volume = state.fees.rollNext();
    if (state.owners.get(account) == account) {
      int decimals = state.assets.decimals(0);
      long discountE9 = FeeSchedule.holderDiscountE9(heldValue(account), decimals);
      fix(account, FeeSchedule.tier(volume, decimals), discountE9);
    }
  }

  /// Returns what an owner's exchange tokens are worth at the mark.
  private long heldValue(int owner) {
    int token = state.token.asset();
    long held = state.fees.held(owner);
    if (token == ExchangeToken.NONE || held <= 0) {
      return 0;
    }
    return Exact.valueOrMax(
        held,
        state.assets.markE9(token),
        state.assets.decimals(token),
        state.assets.decimals(0),
        Rounding.FLOOR);
  }

  private void fix(int owner, int tier, long discountE9) {
    int token = state.token.asset();
    int decimals = token == ExchangeToken.NONE ? 0 : state.assets.decimals(token);
    if (state.fees.fixes(owner, tier, discountE9, state.token.staked(owner), decimals)) {
      state.sink.onDesk(state.fees.fees(owner));
    }
  }
}
