package org.plimsoll.venue;

import org.jspecify.annotations.Nullable;
import org.plimsoll.margin.FreeCollateral;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.units.Side;

/// Asks whether an account can bear what it asks for.
///
/// Resting orders count as filled, one side at a time: free collateral is the least of the account
/// as it stands, with all its buys filled, and with all its sells filled. That is the "position
/// open size" of FTX help center article 360027946371, taken over the whole account.
final class MarginGate {
  private static final Side[] SIDES = Side.values();

  private final VenueState state;
  private final Checks checks;
  private final FreeCollateral freeCollateral;
  private final Scenario scenario;

  MarginGate(VenueState state, Checks checks) {
    this.state = state;
    this.checks = checks;
    this.freeCollateral = new FreeCollateral(state.assets);
    this.scenario = new Scenario(state);
  }

  /// Asks whether the account may withdraw `amount`.
  boolean allowsWithdrawal(int account, int asset, long amount) {
    return allowsPaying(account, asset, amount)
        && allowsExchange(account, null, asset, amount, asset, 0);
  }

  /// Asks whether the account may have an order on `side` that pays `paidAmount` of one asset for
  /// `receivedAmount` of another.
  boolean allowsOrder(
      int account, Side side, int paid, long paidAmount, int received, long receivedAmount) {
    return fitsBalance(account, received, receivedAmount)
        && allowsPaying(account, paid, paidAmount)
        && allowsExchange(account, side, paid, paidAmount, received, receivedAmount);
  }

  /// Asks whether receiving `amount`, with everything that resting orders bring, stays in bounds.
  boolean fitsBalance(int account, int asset, long amount) {
    long most =
        state.ledger.customerBalance(account, asset)
            + state.openOrders.brings(account, asset)
            + amount;
    long max = state.assets.balanceMax(asset);
    return most <= max || checks.refuse(RefusalReason.BALANCE_OUT_OF_RANGE, most, max);
  }

  private boolean allowsPaying(int account, int asset, long amount) {
    long left =
        state.ledger.customerBalance(account, asset) - state.openOrders.takes(account, asset);
    if (left >= amount) {
      return true;
    }
    if (!state.rules.lends()) {
      return checks.refuse(RefusalReason.INSUFFICIENT_BALANCE, amount, left);
    }
    long owed = amount - left;
    long max = state.assets.balanceMax(asset);
    if (owed > max) {
      return checks.refuse(RefusalReason.BALANCE_OUT_OF_RANGE, owed, max);
    }
    if (!state.assets.isCollateral(asset)) {
      return checks.refuse(RefusalReason.NOT_BORROWABLE, 1, 0);
    }
    return state.assets.markE9(asset) > 0 || checks.refuse(RefusalReason.NO_MARK_PRICE, 1, 0);
  }

  /// An account that is short of collateral already may still do what makes it no worse.
  private boolean allowsExchange(
      int account,
      @Nullable Side side,
      int paid,
      long paidAmount,
      int received,
      long receivedAmount) {
    if (!state.rules.lends()) {
      return true;
    }
    long after = leastFree(account, side, paid, paidAmount, received, receivedAmount);
    if (after >= 0) {
      return true;
    }
    long before = Math.min(0, leastFree(account, side, paid, 0, received, 0));
    return after >= before
        || checks.refuse(RefusalReason.INSUFFICIENT_FREE_COLLATERAL, before, after);
  }

  /// Returns the least free collateral over what may become of the account's orders; the exchange
  /// asked for belongs to the orders of `side`, or happens in any case if that is null.
  private long leastFree(
      int account,
      @Nullable Side side,
      int paid,
      long paidAmount,
      int received,
      long receivedAmount) {
    long least = Long.MAX_VALUE;
    for (Side filled : SIDES) {
      scenario.of(account, filled);
      if (side == null || side == filled) {
        scenario.exchanging(paid, paidAmount, received, receivedAmount);
      }
      least = Math.min(least, freeCollateral.of(scenario));
    }
    scenario.of(account, null);
    if (side == null) {
      scenario.exchanging(paid, paidAmount, received, receivedAmount);
    }
    return Math.min(least, freeCollateral.of(scenario));
  }
}
