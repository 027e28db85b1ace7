package org.plimsoll.venue;

import static org.plimsoll.units.Exact.ONE_E9;

import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.protocol.DueWork;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.protocol.TokenCommand.CancelUnstake;
import org.plimsoll.protocol.TokenCommand.SetExchangeToken;
import org.plimsoll.protocol.TokenCommand.StakeToken;
import org.plimsoll.protocol.TokenCommand.UnstakeToken;

/// Names the exchange token, and sets aside what owners stake of it.
final class TokenDesk {
  private static final int SLICES_MAX = 1_000;
  private static final int SECONDS_PER_WEEK = 604_800;
  private static final long LOCK_NS = 14 * 86_400_000_000_000L;

  private final VenueState state;
  private final Checks checks;
  private final MarginGate margin;
  private final FeeDesk fees;

  TokenDesk(VenueState state, Checks checks, MarginGate margin, FeeDesk fees) {
    this.state = state;
    this.checks = checks;
    this.margin = margin;
    this.fees = fees;
  }

  void on(SetExchangeToken c) {
    boolean passes =
        checks.asset(c.asset())
            && checks.account(c.treasury())
            && checks.custody(c.custody())
            && checks.market(c.market())
            && isTheToken(c.asset())
            && isItsMarket(c)
            && checks.parameter(1, c.supply(), Limits.CUSTODY_MAX)
            && checks.parameter(0, c.feeShareE9(), ONE_E9)
            && checks.parameter(0, c.fundShareE9(), ONE_E9)
            && checks.parameter(1, c.slices(), SLICES_MAX)
            && checks.parameter(1, c.intervalSeconds(), SECONDS_PER_WEEK / c.slices())
            && checks.parameter(0, c.limitE9(), ONE_E9)
            && checks.isFree(c.treasury())
            && checks.mayBeInCustody(c.asset());
    if (passes) {
      state.sink.onCommandApplied(c);
      boolean isFirst = state.token.terms() == null;
      state.token.set(c);
      if (isFirst) {
        FeeDesk.begin(state);
        state.schedule(DueWork.BUYBACK, Buyback.WEEK);
      }
    }
  }

  /// What is staked must be there: nobody borrows to stake, and what is offered to lend stays so.
  void on(StakeToken c) {
    if (!checks.isCaughtUp() || !checks.account(c.account()) || !isStake(c.amount())) {
      return;
    }
    int token = state.token.asset();
    int owner = state.owners.get(c.account());
    boolean passes =
        fits(token, state.ledger.staked(c.account(), token) + c.amount())
            && fits(token, state.token.staked(owner) + c.amount())
            && has(c.amount(), state.free(c.account(), token))
            && margin.allowsWithdrawal(c.account(), token, c.amount());
    if (passes) {
      state.sink.onCommandApplied(c);
      margin.tellExemption(c.account());
      state.ledger.post(
          Cause.STAKE,
          token,
          LedgerAccount.customer(c.account()),
          LedgerAccount.staked(c.account()),
          c.amount());
      state.token.stake(owner, c.amount());
      fees.reprice(owner);
    }
  }

  void on(UnstakeToken c) {
    if (!checks.account(c.account()) || !isStake(c.amount())) {
      return;
    }
    long staked = state.ledger.staked(c.account(), state.token.asset());
    if (has(c.amount(), staked - state.token.unstaking(c.account()))) {
      state.sink.onCommandApplied(c);
      int owner = state.owners.get(c.account());
      state.token.unstake(owner, c.account(), c.amount(), state.clockNs + LOCK_NS);
      fees.reprice(owner);
    }
  }

  void on(CancelUnstake c) {
    if (!checks.account(c.account()) || !isStake(c.amount())) {
      return;
    }
    int owner = state.owners.get(c.account());
    boolean passes =
        has(c.amount(), state.token.unstaking(c.account()))
            && fits(state.token.asset(), state.token.staked(owner) + c.amount());
    if (passes) {
      state.sink.onCommandApplied(c);
      state.token.release(c.account(), c.amount());
      state.token.stake(owner, c.amount());
      fees.reprice(owner);
    }
  }

  /// Asks whether an amount is one that can be staked at all, and of something.
  private boolean isStake(long amount) {
    int token = state.token.asset();
    long max = token == ExchangeToken.NONE ? Limits.BALANCE_MAX : state.assets.balanceMax(token);
    return checks.isWithin(RefusalReason.QUANTITY_OUT_OF_RANGE, 1, amount, max)
        && (token != ExchangeToken.NONE || checks.refuse(RefusalReason.NO_EXCHANGE_TOKEN, 1, 0));
  }

  private boolean fits(int token, long staked) {
    long max = state.assets.balanceMax(token);
    return staked <= max || checks.refuse(RefusalReason.BALANCE_OUT_OF_RANGE, staked, max);
  }

  private boolean has(long amount, long available) {
    return amount <= available
        || checks.refuse(RefusalReason.INSUFFICIENT_BALANCE, amount, available);
  }

  private boolean isTheToken(int asset) {
    int token = state.token.asset();
    return checks.parameter(1, asset, Integer.MAX_VALUE)
        && (token == ExchangeToken.NONE || checks.parameter(token, asset, token));
  }

  private boolean isItsMarket(SetExchangeToken c) {
    Market market = state.markets.get(c.market());
    return checks.parameter(c.asset(), market.listing().base(), c.asset())
        && checks.parameter(0, market.hasPositions() ? 1 : 0, 0);
  }
}
