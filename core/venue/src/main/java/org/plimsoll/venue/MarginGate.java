package org.plimsoll.venue;

import org.jspecify.annotations.Nullable;
import org.plimsoll.margin.FreeCollateral;
import org.plimsoll.protocol.CustodyPolicy;
import org.plimsoll.protocol.RefusalReason;
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
  private final FreeCollateral capped;
  private final FreeCollateral uncapped;
  private FreeCollateral freeCollateral;
  private final Scenario scenario;
  private final CreditLine creditLine;
  private final Exchange withdrawal = new Exchange();

  MarginGate(VenueState state, Checks checks) {
    this.state = state;
    this.checks = checks;
    this.capped = new FreeCollateral(state.assets);
    this.uncapped = new FreeCollateral(new UncappedAssets(state.assets));
    this.freeCollateral = capped;
    this.scenario = new Scenario(state);
    this.creditLine = new CreditLine(state);
  }

  /// Asks whether the account may withdraw `amount`. Nobody who is short of collateral takes
  /// anything out, not even what counts for none.
  ///
  /// Last of all the gates [#isOffered] must follow, and once the command has passed,
  /// [#tellExemption].
  boolean allowsWithdrawal(int account, int asset, long amount) {
    creditLine.clear();
    withdrawal.between(asset, asset).now(amount, 0).inAll(amount, 0).counted(amount, 0);
    return checks.isItsOwners(account)
        && allowsPaying(account, asset, amount)
        && (isNeverShort(account, withdrawal)
            || isEnoughWithLine(account, 0, leastFree(account, null, withdrawal)));
  }

  /// Asks whether the account may offer to lend `amount`, in place of what it offered before.
  ///
  /// Where only offers are lent, what is offered counts for no collateral: it could not be sold
  /// before it is recalled. So it is asked for as a withdrawal would be, but no credit line bears
  /// it: nobody lends what he owes.
  boolean allowsOffer(int account, int asset, long amount) {
    if (!checks.isItsOwners(account)) {
      return false;
    }
    long left = state.possibleDebts.left(account, asset);
    if (amount > 0 && left < amount) {
      return checks.refuse(RefusalReason.INSUFFICIENT_BALANCE, amount, left);
    }
    long more = Math.max(0, amount - state.offers.reserved(account, asset));
    long inAll = state.offers.reserved(asset) + more;
    if (inAll > Limits.LENDING_MAX) {
      return checks.refuse(RefusalReason.BALANCE_OUT_OF_RANGE, inAll, Limits.LENDING_MAX);
    }
    withdrawal.between(asset, asset).now(more, 0).inAll(more, 0).counted(more, 0);
    return more == 0
        || state.custodyPolicy() != CustodyPolicy.OPT_IN
        || isNeverShort(account, withdrawal)
        || isEnough(0, leastFree(account, null, withdrawal));
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
        && checks.isItsOwners(account)
        && allowsPaying(account, exchange.paid(), exchange.paidInAll())
        && keepsCollateral(account, side, exchange)
        && isOffered(account, exchange.paid(), exchange.paidInAll());
  }

  /// Asks whether the account may have an order that would change its position in `market` as said.
  ///
  /// An account that is short of collateral already may still do what makes it no worse. Once the
  /// command has passed, [#tellExemption] must follow.
  boolean allowsPosition(int account, FuturesMarket market, PositionChange change) {
    creditLine.clear();
    if (!checks.isItsOwners(account)) {
      return false;
    }
    long futures = ofFutures(account, state.leverage.of(account), market, change);
    return isNoWorse(account, sumOrLeast(leastSpot(account, null, null), futures));
  }

  /// Asks whether the account covers its positions at another leverage. A credit line is no part of
  /// that: it bears what the account does, not how it reckons.
  boolean allowsLeverage(int account, int leverage) {
    int maintained = state.leverage.maintained(account);
    if (leverage > maintained && !fitsLeverage(account, leverage)) {
      return false;
    }
    if (!checks.isItsOwners(account)) {
      return false;
    }
    if (leverage >= maintained || !isExposed(account)) {
      return true;
    }
    return isEnough(
        0, sumOrLeast(leastSpot(account, null, null), ofFutures(account, leverage, null, null)));
  }

  /// Asks whether no position, with all orders of one side filled, is larger than a leverage
  /// allows.
  private boolean fitsLeverage(int account, int leverage) {
    for (FuturesMarket market : state.futures) {
      if (!market.margin().fitsLeverage(this, leverage, market.margin().openLots(account, null))) {
        return false;
      }
    }
    return true;
  }

  /// Returns the account's free collateral; negative where it is short.
  long freeCollateral(int account) {
    return leastFree(account, null, null);
  }

  /// Returns whether an account that takes a position over meets its initial requirement
  /// afterwards, with all that it holds counted ([UncappedAssets]).
  boolean bears(int account, FuturesMarket market, PositionChange change) {
    if (!isExposed(account, market, change) && ownsAllItCouldPay(account, null)) {
      return true;
    }
    long futures = ofFutures(account, state.leverage.of(account), market, change);
    freeCollateral = uncapped;
    long after = sumOrLeast(leastSpot(account, null, null), futures);
    freeCollateral = capped;
    return after >= 0;
  }

  /// Returns whether an account that takes coins over meets its initial requirement afterwards,
  /// likewise.
  boolean bears(int account, Exchange exchange) {
    freeCollateral = uncapped;
    boolean bears = isNeverShort(account, exchange) || leastFree(account, null, exchange) >= 0;
    freeCollateral = capped;
    return bears;
  }

  /// Refuses the command.
  ///
  /// @return false
  boolean refuse(RefusalReason reason, long required, long available) {
    return checks.refuse(reason, required, available);
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
    long reserved = state.offers.reserved(account, asset);
    long left = state.possibleDebts.left(account, asset) - reserved;
    if (left >= amount) {
      return true;
    }
    if (reserved > 0 || (!lends() && !creditLine.mayOwe(account))) {
      return checks.refuse(RefusalReason.INSUFFICIENT_BALANCE, amount, left);
    }
    long owed = amount - left;
    long max = state.assets.balanceMax(asset);
    if (owed > max) {
      return checks.refuse(RefusalReason.BALANCE_OUT_OF_RANGE, owed, max);
    }
    long inAll = possibleDebtsAfter(account, asset, amount);
    if (inAll > Limits.LENDING_MAX) {
      return checks.refuse(RefusalReason.BALANCE_OUT_OF_RANGE, inAll, Limits.LENDING_MAX);
    }
    boolean mayBorrow = lends() && state.assets.isCollateral(asset);
    if (!mayBorrow && !creditLine.mayOwe(account)) {
      return checks.refuse(RefusalReason.NOT_BORROWABLE, 1, 0);
    }
    if (state.assets.markE9(asset) == 0) {
      return checks.refuse(RefusalReason.NO_MARK_PRICE, 1, 0);
    }
    if (!mayBorrow) {
      creditLine.forgive(state.assets.value(asset, owed));
    }
    return true;
  }

  /// Asks whether what the account would come to owe is offered, where nothing else may be lent,
  /// and within the cap of the asset.
  boolean isOffered(int account, int asset, long amount) {
    long owed = amount - Math.max(0, state.possibleDebts.left(account, asset));
    if (owed <= 0) {
      return true;
    }
    long offered =
        state.custodyPolicy() == CustodyPolicy.OPT_IN
            ? state.offers.reserved(asset)
            : Long.MAX_VALUE;
    long inAll = possibleDebtsAfter(account, asset, amount);
    return (inAll <= offered || mayOwe(account, RefusalReason.INSUFFICIENT_OFFERS, inAll, offered))
        && (inAll <= state.assets.borrowMax(asset)
            || mayOwe(
                account, RefusalReason.BORROW_CAP_REACHED, inAll, state.assets.borrowMax(asset)))
        && forgives(
            asset, Math.min(owed, inAll - Math.min(offered, state.assets.borrowMax(asset))));
  }

  private boolean mayOwe(int account, RefusalReason reason, long inAll, long most) {
    return creditLine.mayOwe(account) || checks.refuse(reason, inAll, most);
  }

  /// Notes what is lent beyond what may be.
  ///
  /// @return true
  private boolean forgives(int asset, long beyond) {
    if (beyond > 0) {
      creditLine.forgive(state.assets.value(asset, beyond));
    }
    return true;
  }

  /// Returns what accounts could owe of an asset in all, once this one may pay more than it has.
  private long possibleDebtsAfter(int account, int asset, long amount) {
    long left = state.possibleDebts.left(account, asset);
    return state.possibleDebts.inAll(asset) + amount - Math.max(0, left);
  }

  private boolean lends() {
    return state.custodyPolicy() != CustodyPolicy.SEGREGATED;
  }

  private boolean keepsCollateral(int account, @Nullable Side side, Exchange exchange) {
    return isNeverShort(account, exchange)
        || isNoWorse(account, leastFree(account, side, exchange));
  }

  /// Asks whether free collateral is left after a change, or no less of it than before. What there
  /// was before is looked at only where nothing would be left, since it is never asked to be more.
  private boolean isNoWorse(int account, long after) {
    return after >= 0 || isEnoughWithLine(account, shortfall(account), after);
  }

  private boolean isEnoughWithLine(int account, long required, long after) {
    if (after >= required || !creditLine.reaches(account, -after)) {
      return isEnough(required, after);
    }
    creditLine.forgive(required - after);
    return true;
  }

  private boolean isEnough(long required, long after) {
    return after >= required
        || checks.refuse(RefusalReason.INSUFFICIENT_FREE_COLLATERAL, required, after);
  }

  /// Asks whether nothing that may happen can leave the account owing anything.
  private boolean isNeverShort(int account, @Nullable Exchange exchange) {
    return !isExposed(account) && ownsAllItCouldPay(account, exchange);
  }

  private boolean isExposed(int account, FuturesMarket changed, PositionChange change) {
    if (changed.isExposed(account, change)) {
      return true;
    }
    for (FuturesMarket market : state.futures) {
      if (market != changed && market.isExposed(account)) {
        return true;
      }
    }
    return false;
  }

  private boolean isExposed(int account) {
    long left = state.exposures.of(account, state.futures.size());
    for (; left != 0; left &= left - 1) {
      int place = Long.numberOfTrailingZeros(left);
      if (state.futures.get(place).isExposed(account)) {
        return true;
      }
      state.exposures.clear(account, place);
    }
    return false;
  }

  /// Asks whether no fill could ever leave a debt, so that there is nothing to cover.
  private boolean ownsAllItCouldPay(int account, @Nullable Exchange exchange) {
    return state.possibleDebts.isNeverShort(account)
        && (exchange == null
            || state.possibleDebts.left(account, exchange.paid()) >= exchange.paidInAll());
  }

  /// Returns the account's least free collateral where that is negative and a fill could leave a
  /// debt, else 0.
  private long shortfall(int account) {
    return isNeverShort(account, null) ? 0 : Math.min(0, leastFree(account, null, null));
  }

  private long leastFree(int account, @Nullable Side side, @Nullable Exchange exchange) {
    long futures = ofFutures(account, state.leverage.of(account), null, null);
    return sumOrLeast(leastSpot(account, side, exchange), futures);
  }

  /// Returns what futures leave of free collateral, never positive: what they require, and the loss
  /// on them. A profit counts only once it has been settled.
  ///
  /// @param leverage at which the account asks
  /// @param changed the market whose position `change` would change
  private long ofFutures(
      int account, int leverage, @Nullable FuturesMarket changed, @Nullable PositionChange change) {
    long unrealized = 0;
    long required = 0;
    long left = state.exposures.of(account, state.futures.size());
    left |= changed == null ? 0 : 1L << changed.place();
    for (; left != 0; left &= left - 1) {
      FuturesMarket market = state.futures.get(Long.numberOfTrailingZeros(left));
      PositionChange asked = market == changed ? change : null;
      if (asked != null || market.isExposed(account)) {
        unrealized += market.margin().unrealized(account, asked);
        required += market.margin().required(account, leverage, asked);
      }
    }
    return Math.min(0, unrealized) - required;
  }

  /// What cannot be counted any more is as far out of reach as the least number.
  private static long sumOrLeast(long free, long negative) {
    return free < Long.MIN_VALUE - negative ? Long.MIN_VALUE : free + negative;
  }

  /// Returns the least free collateral over the four portfolios. What trades at once has happened
  /// in every one; what rests of the exchange fills with the orders of `side`.
  private long leastSpot(int account, @Nullable Side side, @Nullable Exchange exchange) {
    if (freeCollateral == capped && state.worth.isKept()) {
      return state.worth.least(account, side, exchange);
    }
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
