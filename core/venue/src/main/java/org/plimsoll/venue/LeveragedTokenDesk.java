package org.plimsoll.venue;

import org.jspecify.annotations.Nullable;
import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.ledger.VenueAccount;
import org.plimsoll.margin.LeveragedTokens;
import org.plimsoll.protocol.DueWork;
import org.plimsoll.protocol.LeveragedTokenCommand;
import org.plimsoll.protocol.LeveragedTokenCommand.CreateToken;
import org.plimsoll.protocol.LeveragedTokenCommand.ListLeveragedToken;
import org.plimsoll.protocol.LeveragedTokenCommand.RedeemToken;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.RebalancingCause;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.units.Exact;
import org.plimsoll.units.Rounding;

/// Lists leveraged tokens, and lets them be created and redeemed for what they are worth.
///
/// A token has a price unless its fund is worth nothing. Where it has none, the gates that ask for
/// amounts of money have nothing to ask.
final class LeveragedTokenDesk {
  private static final int FEES = LedgerAccount.venue(VenueAccount.FEES);

  private final VenueState state;
  private final Checks checks;
  private final MarginGate holder;
  private final MarginGate issuer;
  private final Exchange exchange = new Exchange();

  LeveragedTokenDesk(VenueState state, Checks checks) {
    this.state = state;
    this.checks = checks;
    this.holder = new MarginGate(state, checks);
    this.issuer = new MarginGate(state, checks);
  }

  void on(LeveragedTokenCommand command) {
    switch (command) {
      case ListLeveragedToken c -> list(c);
      case CreateToken c -> create(c);
      case RedeemToken c -> redeem(c);
    }
  }

  private void list(ListLeveragedToken c) {
    boolean passes =
        checks.isListed(c.market())
            && checks.asset(c.asset())
            && checks.account(c.fund())
            && checks.market(c.market())
            && checks.parameter(1, c.asset(), state.limits.assetsMax())
            && checks.parameter(1, isPerpetual(c.market()) ? 1 : 0, 1)
            && checks.parameter(1, c.childLots(), state.markets.get(c.market()).lotsMax() / 2)
            && checks.isWithin(
                RefusalReason.PRICE_OUT_OF_RANGE, 1, c.firstPriceE9(), Long.MAX_VALUE)
            && isCountable(c)
            && checks.isFree(c.fund())
            && (isUnused(c) || checks.refuse(RefusalReason.ALREADY_IN_USE, 0, 1));
    if (passes) {
      state.sink.onCommandApplied(c);
      FuturesMarket market = (FuturesMarket) state.markets.get(c.market());
      TokenFund fund = new TokenFund(c, market, state);
      state.funds.add(fund);
      state.agenda.add(fund.dueNs(), DueWork.REBALANCING, c.asset());
      state.schedule(DueWork.TOKEN_FEE, c.asset());
    }
  }

  private void create(CreateToken c) {
    TokenFund fund = asked(c.account(), c.asset(), c.tokens());
    if (fund == null) {
      return;
    }
    long nav = fund.nav();
    long outstanding = fund.outstanding();
    boolean hasPrice = outstanding == 0 ? nav >= 0 : nav > 0;
    long value =
        outstanding == 0
            ? firstValue(fund.listing(), c.tokens())
            : LeveragedTokens.creationValue(c.tokens(), Math.max(0, nav), outstanding);
    long fee = LeveragedTokens.creationFee(value);
    boolean passes =
        (!hasPrice || fitsCreation(c, fund, value, fee))
            && areTheirOwners(c.account(), fund)
            && (!hasPrice || canBePaid(c, value + fee))
            && isAtRest(c.account(), fund)
            && (hasPrice || checks.refuse(RefusalReason.TOKEN_WORTH_NOTHING, 1, nav));
    if (passes) {
      state.sink.onCommandApplied(c);
      holder.tellExemption(c.account());
      int payer = LedgerAccount.customer(c.account());
      int receiver = LedgerAccount.customer(fund.account());
      state.ledger.post(Cause.TOKEN_CREATED, 0, payer, receiver, value);
      state.ledger.post(Cause.TOKEN_FEE, 0, payer, FEES, fee);
      int issued = LedgerAccount.issued();
      state.ledger.post(Cause.TOKEN_CREATED, c.asset(), issued, payer, c.tokens());
      fund.flow(c.tokens(), outstanding);
      RebalancingDesk.wake(state, fund, RebalancingCause.FLOW);
    }
  }

  private void redeem(RedeemToken c) {
    TokenFund fund = asked(c.account(), c.asset(), c.tokens());
    if (fund == null) {
      return;
    }
    long nav = fund.nav();
    long outstanding = fund.outstanding();
    long value =
        outstanding == 0 ? 0 : LeveragedTokens.redemptionValue(c.tokens(), nav, outstanding);
    long fee = LeveragedTokens.creationFee(value);
    boolean hasPrice = value > fee;
    boolean passes =
        (!hasPrice || fitsRedemption(c, fund, value, fee))
            && areTheirOwners(c.account(), fund)
            && (!hasPrice || canBeRedeemed(c, fund, value, fee))
            && isAtRest(c.account(), fund)
            && (hasPrice
                || checks.refuse(RefusalReason.TOKEN_WORTH_NOTHING, 1, Math.min(nav, value - fee)));
    if (passes) {
      state.sink.onCommandApplied(c);
      holder.tellExemption(c.account());
      issuer.tellExemption(fund.account());
      int receiver = LedgerAccount.customer(c.account());
      int payer = LedgerAccount.customer(fund.account());
      int issued = LedgerAccount.issued();
      state.ledger.post(Cause.TOKEN_REDEEMED, c.asset(), receiver, issued, c.tokens());
      state.ledger.post(Cause.TOKEN_REDEEMED, 0, payer, receiver, value - fee);
      state.ledger.post(Cause.TOKEN_FEE, 0, payer, FEES, fee);
      fund.flow(-c.tokens(), outstanding);
      RebalancingDesk.wake(state, fund, RebalancingCause.FLOW);
    }
  }

  /// Returns the fund of a token that somebody wants to create or redeem, or null if the command
  /// was refused.
  private @Nullable TokenFund asked(int account, int asset, long tokens) {
    boolean isHeard =
        checks.isCaughtUp()
            && checks.asset(asset)
            && checks.account(account)
            && checks.amount(asset, tokens);
    if (!isHeard) {
      return null;
    }
    TokenFund fund = state.funds.issuing(asset);
    if (fund == null) {
      checks.refuse(RefusalReason.NOT_A_LEVERAGED_TOKEN, 1, 0);
    }
    return fund;
  }

  private boolean fitsCreation(CreateToken c, TokenFund fund, long value, long fee) {
    long cost = value > Long.MAX_VALUE - fee ? Long.MAX_VALUE : value + fee;
    return checks.isWithin(RefusalReason.QUANTITY_OUT_OF_RANGE, 1, cost, state.assets.balanceMax(0))
        && fits(fund.outstanding() + c.tokens(), state.assets.balanceMax(c.asset()))
        && issuer.fitsBalance(fund.account(), 0, value)
        && fitsFees(fee)
        && holder.fitsBalance(c.account(), c.asset(), c.tokens());
  }

  /// A creation is paid like an order that trades at once, on margin where the rules lend.
  private boolean canBePaid(CreateToken c, long cost) {
    exchange
        .between(0, c.asset())
        .now(cost, c.tokens())
        .inAll(cost, c.tokens())
        .counted(cost, c.tokens());
    return holder.allowsConversion(c.account(), exchange);
  }

  private boolean fitsRedemption(RedeemToken c, TokenFund fund, long value, long fee) {
    return checks.isWithin(RefusalReason.QUANTITY_OUT_OF_RANGE, 1, c.tokens(), fund.outstanding())
        && holder.fitsBalance(c.account(), 0, value - fee)
        && fitsFees(fee);
  }

  /// Nobody redeems what he would have to borrow, and the fund borrows nothing to pay: it must keep
  /// its margin as for a withdrawal.
  private boolean canBeRedeemed(RedeemToken c, TokenFund fund, long value, long fee) {
    if (!has(c.tokens(), state.free(c.account(), c.asset()))) {
      return false;
    }
    long received = value - fee;
    exchange
        .between(c.asset(), 0)
        .now(c.tokens(), received)
        .inAll(c.tokens(), received)
        .counted(c.tokens(), received);
    return holder.allowsConversion(c.account(), exchange)
        && has(value, state.free(fund.account(), 0))
        && issuer.allowsWithdrawal(fund.account(), 0, value);
  }

  /// While the venue acts for the fund, what it is worth depends on what that brings.
  private boolean areTheirOwners(int account, TokenFund fund) {
    return checks.isItsOwners(account) && checks.isItsOwners(fund.account());
  }

  private boolean isAtRest(int account, TokenFund fund) {
    return checks.isFree(account)
        && (!fund.isRebalancing() || checks.refuse(RefusalReason.FUND_IS_REBALANCING, 0, 1));
  }

  private boolean has(long required, long left) {
    return required <= left || checks.refuse(RefusalReason.INSUFFICIENT_BALANCE, required, left);
  }

  private boolean fits(long sum, long max) {
    return sum <= max || checks.refuse(RefusalReason.BALANCE_OUT_OF_RANGE, sum, max);
  }

  private boolean fitsFees(long fee) {
    return fits(state.ledger.venueBalance(VenueAccount.FEES, 0) + fee, Limits.OWN_MAX);
  }

  private long firstValue(ListLeveragedToken listing, long tokens) {
    return Exact.valueOrMax(
        tokens,
        listing.firstPriceE9(),
        state.assets.decimals(listing.asset()),
        state.assets.decimals(0),
        Rounding.CEILING);
  }

  /// As many tokens as one balance may hold are worth no more at the first price than any balance.
  private boolean isCountable(ListLeveragedToken c) {
    long largest = firstValue(c, state.assets.balanceMax(c.asset()));
    return largest <= Limits.VALUE_MAX
        || checks.refuse(RefusalReason.PRICE_OUT_OF_RANGE, Limits.VALUE_MAX, largest);
  }

  private boolean isPerpetual(int market) {
    return state.markets.get(market).listing() instanceof ListFuture future
        && future.expiryNs() == 0;
  }

  private boolean isUnused(ListLeveragedToken c) {
    return state.funds.issuing(c.asset()) == null
        && c.asset() != state.token.asset()
        && isAssetUnused(c.asset())
        && isAccountUnused(c.fund());
  }

  private boolean isAssetUnused(int asset) {
    for (int account = 0; account < state.accounts.size(); account++) {
      if (hasAny(account, asset)) {
        return false;
      }
    }
    for (int place = 0; place < state.custody.size(); place++) {
      if (state.ledger.onHand(place, asset) != 0) {
        return false;
      }
    }
    return true;
  }

  private boolean isAccountUnused(int account) {
    for (int asset = 0; asset < state.assets.assetCount(); asset++) {
      if (hasAny(account, asset) || state.offers.amount(account, asset) > 0) {
        return false;
      }
    }
    return !state.token.isTreasury(account)
        && !state.backstop.isPledged(account)
        && state.openOrders.count(account) == 0
        && state.futures.stream().noneMatch(market -> market.isExposed(account));
  }

  private boolean hasAny(int account, int asset) {
    return state.ledger.customerBalance(account, asset) != 0
        || state.ledger.pending(account, asset) != 0
        || state.ledger.staked(account, asset) != 0;
  }
}
