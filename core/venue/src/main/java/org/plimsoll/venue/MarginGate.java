package org.plimsoll.venue;

import org.jspecify.annotations.Nullable;
import org.plimsoll.margin.FreeCollateral;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.units.Exact;
import org.plimsoll.units.Rounding;
import org.plimsoll.units.Side;

/// Asks whether an account can bear what it asks for.
///
/// Free collateral is the least of four portfolios: the account as it stands, with all its resting
/// buys filled, with all its sells filled, and with both. The first three are the "position open
/// size" of FTX help center article 360027946371, taken over the whole account; the fourth is ours.
/// No order is counted better than the mark, so each fill can only lower what an account is worth,
/// and the fourth portfolio is worth the least of all that can come of the orders: while it has
/// free collateral, no fill leaves a debt that nothing covers.
final class MarginGate {
  private final VenueState state;
  private final Checks checks;
  private final FreeCollateral freeCollateral;
  private final Scenario scenario;
  private final CreditLine creditLine;
  private final Exchange withdrawal = new Exchange();

  MarginGate(VenueState state, Checks checks) {
    this.state = state;
    this.checks = checks;
    this.freeCollateral = new FreeCollateral(state.assets);
    this.scenario = new Scenario(state);
    this.creditLine = new CreditLine(state);
  }

  /// Asks whether the account may withdraw `amount`. Nobody who is short of collateral takes
  /// anything out, not even what counts for none.
  ///
  /// Once the command has passed, [#tellExemption] must follow.
  boolean allowsWithdrawal(int account, int asset, long amount) {
    creditLine.clear();
    withdrawal.between(asset, asset).now(amount, 0).inAll(amount, 0).counted(amount, 0);
    return allowsPaying(account, asset, amount) && keepsCollateral(account, null, withdrawal, 0);
  }

  /// Asks whether the account may have an order on `side` that would exchange as said.
  ///
  /// An account that is short of collateral already may still do what makes it no worse. Once the
  /// command has passed, [#tellExemption] must follow.
  boolean allowsOrder(int account, Side side, Exchange exchange) {
    return allows(account, side, exchange);
  }

  /// Asks whether the account may exchange at once as said, by the rule for orders. Once the
  /// command has passed, [#tellExemption] must follow.
  boolean allowsConversion(int account, Exchange exchange) {
    return allows(account, null, exchange);
  }

  private boolean allows(int account, @Nullable Side side, Exchange exchange) {
    creditLine.clear();
    return fitsBalance(account, exchange.received(), exchange.receivedInAll())
        && allowsPaying(account, exchange.paid(), exchange.paidInAll())
        && keepsCollateral(account, side, exchange, shortfall(account));
  }

  /// Tells what the account's privilege has changed in the answer just given, if anything.
  void tellExemption(int account) {
    creditLine.tellUse(account);
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
    boolean mayOwe = creditLine.mayOwe(account);
    boolean mayBorrow = state.rules.lends() && state.assets.isCollateral(asset);
    if (!state.rules.lends() && !mayOwe) {
      return checks.refuse(RefusalReason.INSUFFICIENT_BALANCE, amount, left);
    }
    long owed = amount - left;
    long max = state.assets.balanceMax(asset);
    if (owed > max) {
      return checks.refuse(RefusalReason.BALANCE_OUT_OF_RANGE, owed, max);
    }
    if (!mayBorrow && !mayOwe) {
      return checks.refuse(RefusalReason.NOT_BORROWABLE, 1, 0);
    }
    if (state.assets.markE9(asset) == 0) {
      return checks.refuse(RefusalReason.NO_MARK_PRICE, 1, 0);
    }
    if (!mayBorrow) {
      creditLine.forgive(value(asset, owed));
    }
    return true;
  }

  private long value(int asset, long amount) {
    return Exact.value(
        amount,
        state.assets.markE9(asset),
        state.assets.decimals(asset),
        state.assets.decimals(0),
        Rounding.CEILING);
  }

  private boolean keepsCollateral(
      int account, @Nullable Side side, Exchange exchange, long required) {
    if (ownsAllItCouldPay(account, exchange)) {
      return true;
    }
    long after = leastFree(account, side, exchange);
    if (after >= required) {
      return true;
    }
    if (!creditLine.reaches(account, -after)) {
      return checks.refuse(RefusalReason.INSUFFICIENT_FREE_COLLATERAL, required, after);
    }
    creditLine.forgive(required - after);
    return true;
  }

  /// Asks whether no fill could ever leave a debt, so that there is nothing to cover.
  private boolean ownsAllItCouldPay(int account, @Nullable Exchange exchange) {
    for (int asset = 0; asset < state.assets.assetCount(); asset++) {
      long asked = exchange != null && asset == exchange.paid() ? exchange.paidInAll() : 0;
      long left =
          state.ledger.customerBalance(account, asset) - state.openOrders.takes(account, asset);
      if (left < asked) {
        return false;
      }
    }
    return true;
  }

  /// Returns the account's least free collateral where that is negative and a fill could leave a
  /// debt, else 0.
  private long shortfall(int account) {
    return ownsAllItCouldPay(account, null) ? 0 : Math.min(0, leastFree(account, null, null));
  }

  /// Returns the least free collateral over the four portfolios. What trades at once has happened
  /// in every one; what rests of the exchange fills with the orders of `side`.
  private long leastFree(int account, @Nullable Side side, @Nullable Exchange exchange) {
    long noneOrBuys =
        Math.min(
            free(account, false, false, side, exchange),
            free(account, true, false, side, exchange));
    long sellsOrBoth =
        Math.min(
            free(account, false, true, side, exchange), free(account, true, true, side, exchange));
    return Math.min(noneOrBuys, sellsOrBoth);
  }

  private long free(
      int account,
      boolean buysFill,
      boolean sellsFill,
      @Nullable Side side,
      @Nullable Exchange exchange) {
    scenario.of(account, buysFill, sellsFill);
    if (exchange != null) {
      scenario.after(exchange, side == Side.BUY ? buysFill : side == Side.SELL && sellsFill);
    }
    return freeCollateral.of(scenario);
  }
}
