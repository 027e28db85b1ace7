package org.plimsoll.venue;

import org.plimsoll.protocol.CustodyPolicy;
import org.plimsoll.protocol.DueWork;
import org.plimsoll.protocol.LendingCommand;
import org.plimsoll.protocol.LendingCommand.OfferLending;
import org.plimsoll.protocol.LendingCommand.SetCustodyPolicy;
import org.plimsoll.protocol.LendingCommand.SetLendingTerms;
import org.plimsoll.protocol.LendingEvent;
import org.plimsoll.protocol.LiquidationEvent;
import org.plimsoll.protocol.RefusalReason;

/// Keeps what customers offer to lend, and the policy that says whether anything else may be lent.
final class LendingDesk {
  private static final long TAKER_FEE_MAX_E9 = 10_000_000;

  private final VenueState state;
  private final Checks checks;
  private final MarginGate margin;

  LendingDesk(VenueState state, Checks checks, MarginGate margin) {
    this.state = state;
    this.checks = checks;
    this.margin = margin;
  }

  void on(LendingCommand command) {
    switch (command) {
      case SetCustodyPolicy c -> setCustodyPolicy(c);
      case OfferLending c -> offer(c);
      case SetLendingTerms c -> setTerms(c);
    }
  }

  private void setCustodyPolicy(SetCustodyPolicy c) {
    if (!checks.isCaughtUp()) {
      return;
    }
    for (int asset = 0; asset < state.assets.assetCount(); asset++) {
      long owed = state.possibleDebts.inAll(asset);
      long lendable = lendable(c.policy(), asset);
      if (owed > lendable) {
        checks.refuse(RefusalReason.INSUFFICIENT_OFFERS, owed, lendable);
        return;
      }
    }
    state.sink.onCommandApplied(c);
    state.custodyPolicy = c.policy();
    state.index.touchAll();
  }

  /// A policy is a promise to all whose coins it keeps, so it cannot begin with a debt that breaks
  /// it.
  private long lendable(CustodyPolicy policy, int asset) {
    return switch (policy) {
      case SEGREGATED -> 0;
      case OPT_IN -> state.offers.reserved(asset);
      case COMMINGLED -> Long.MAX_VALUE;
    };
  }

  private void setTerms(SetLendingTerms c) {
    if (checks.isWithin(
        RefusalReason.PARAMETER_OUT_OF_RANGE, 0, c.takerFeeE9(), TAKER_FEE_MAX_E9)) {
      state.sink.onCommandApplied(c);
      state.lendingTakerFeeE9 = c.takerFeeE9();
    }
  }

  private void offer(OfferLending c) {
    boolean passes =
        checks.isCaughtUp()
            && checks.asset(c.asset())
            && checks.account(c.account())
            && checks.isWithin(
                RefusalReason.PARAMETER_OUT_OF_RANGE, 0, c.minRateE9(), Limits.LENDING_RATE_MAX_E9)
            && checks.isWithin(
                RefusalReason.QUANTITY_OUT_OF_RANGE,
                0,
                c.amount(),
                state.assets.balanceMax(c.asset()))
            && margin.allowsOffer(c.account(), c.asset(), c.amount())
            && checks.isFree(c.account());
    if (passes) {
      state.sink.onCommandApplied(c);
      if (!state.offers.wasEverOffered(c.asset())) {
        state.schedule(DueWork.LENDING, c.asset());
      }
      replace(c.account(), c.asset(), c.amount(), c.minRateE9());
    }
  }

  /// Recalls everything that an account offers.
  void recallAll(int account) {
    for (int asset = 0; asset < state.assets.assetCount(); asset++) {
      if (state.offers.amount(account, asset) > 0) {
        state.sink.onDesk(new LiquidationEvent.OfferRecalled(account, asset));
        replace(account, asset, 0, 0);
      }
    }
  }

  /// Puts an offer in place of the last one, lets go what need not be kept, and tells what is
  /// reserved if that has changed.
  private void replace(int account, int asset, long amount, long rateE9) {
    long before = state.offers.reserved(account, asset);
    state.offers.offer(account, asset, amount, rateE9);
    state.offers.release(account, asset, state.dispensable(asset));
    if (state.offers.reserved(account, asset) != before) {
      tellReserved(account, asset);
    }
  }

  private void tellReserved(int account, int asset) {
    state.index.touch(account);
    state.sink.onDesk(
        new LendingEvent.BalanceReserved(
            account,
            asset,
            state.offers.lent(account, asset),
            state.offers.reserved(account, asset)));
  }
}
