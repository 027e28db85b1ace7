package org.plimsoll.venue;

import static org.plimsoll.units.Exact.ONE_E9;

import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.ledger.VenueAccount;
import org.plimsoll.protocol.DueWork;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.protocol.TokenCommand.SetExchangeToken;
import org.plimsoll.protocol.TokenEvent.BuybackBegan;
import org.plimsoll.protocol.TokenEvent.BuybackRefused;
import org.plimsoll.units.Exact;
import org.plimsoll.units.Rounding;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// Buys the exchange token back and burns it: once a week the treasury gets its share of what the
/// venue has earned, spends it in equal slices in the order book, and then what it holds is burned.
///
/// The treasury is an account like others. Its orders meet the gates and the makers of everybody,
/// and what it burns it must be able to withdraw.
final class Buyback {
  /// The id of the work that begins a week.
  static final long WEEK = 0;

  private static final long SLICE = 1;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final VenueState state;
  private final Checks checks;
  private final MarginGate margin;
  private final OrderDesk orders;
  private final BuybackFunding funding;

  Buyback(VenueState state, Checks checks, MarginGate margin, OrderDesk orders) {
    this.state = state;
    this.checks = checks;
    this.margin = margin;
    this.orders = orders;
    this.funding = new BuybackFunding(state);
  }

  /// Does one step, whose entry stands first on the agenda: begins a week or sends the next order.
  void step(long id) {
    state.agenda.remove();
    SetExchangeToken terms = state.token.terms();
    if (terms == null) {
      return;
    }
    if (id == WEEK) {
      state.schedule(DueWork.BUYBACK, WEEK);
      begin(terms);
    } else {
      slice(terms);
    }
  }

  /// A week that has not been spent when the next one begins goes into its slices.
  private void begin(SetExchangeToken terms) {
    boolean isUnderWay = state.token.slicesLeft() > 0;
    long fees = state.token.fees();
    long added = funding.added();
    long due = funding.due();
    long funded = fund(terms.treasury(), due);
    long has = Math.max(0, state.ledger.customerBalance(terms.treasury(), 0));
    long budget = Math.min(state.token.toSpend() + funded, has);
    state.token.beginWeek(funding::fund, budget, terms.slices());
    state.sink.onDesk(new BuybackBegan(fees, added, due, funded));
    if (!isUnderWay) {
      state.agenda.add(state.clockNs, DueWork.BUYBACK, SLICE);
    }
  }

  /// Gives the treasury what is due as far as it is there and fits its balance.
  private long fund(int treasury, long due) {
    long room = state.room(treasury, 0);
    long there = state.ledger.venueBalance(VenueAccount.FEES, 0);
    long funded = Math.max(0, Math.min(due, Math.min(there, room)));
    if (funded > 0) {
      state.ledger.post(
          Cause.BUYBACK_FUNDING,
          0,
          LedgerAccount.venue(VenueAccount.FEES),
          LedgerAccount.customer(treasury),
          funded);
    }
    return funded;
  }

  private void slice(SetExchangeToken terms) {
    long budget = state.token.takeSlice();
    if (state.token.toSpend() > 0) {
      buy(terms, budget);
    }
    if (state.token.slicesLeft() > 0) {
      long nextNs = state.clockNs + terms.intervalSeconds() * NANOS_PER_SECOND;
      state.agenda.add(nextNs, DueWork.BUYBACK, SLICE);
    } else {
      burn(terms);
    }
  }

  /// Sends an order that trades at once or not at all, at a price that the budget covers with the
  /// taker's fee.
  private void buy(SetExchangeToken terms, long budget) {
    Market market = state.markets.get(terms.market());
    long limitE9 =
        Exact.mulDivOrMax(market.markE9(), ONE_E9 + terms.limitE9(), ONE_E9, Rounding.FLOOR);
    long ticks = Math.min(limitE9 / market.listing().tickE9(), market.ticksMax());
    long cost = budget - state.tradeFees.ofTaker(terms.treasury(), budget);
    long lots = ticks == 0 ? 0 : Math.min(cost / market.quoteAmount(ticks), market.lotsMax());
    long before = state.ledger.customerBalance(terms.treasury(), 0);
    checks.actFor(terms.treasury(), this::tellRefused);
    orders.placeLimitOrder(
        terms.treasury(),
        terms.market(),
        Side.BUY,
        ticks,
        lots,
        TimeInForce.IMMEDIATE_OR_CANCEL,
        0,
        false);
    checks.answerCommand();
    state.token.spend(before - state.ledger.customerBalance(terms.treasury(), 0));
  }

  private void tellRefused(RefusalReason reason, long required, long available) {
    state.sink.onDesk(new BuybackRefused(reason.code(), required, available));
  }

  /// Burns what the treasury holds, as far as the tokens are where they are said to be, and until
  /// half of the supply is gone.
  private void burn(SetExchangeToken terms) {
    int token = terms.asset();
    long has = state.free(terms.treasury(), token);
    long there = state.ledger.onHand(terms.custody(), token);
    long amount = Math.min(has, Math.min(there, state.token.burnable()));
    if (amount <= 0) {
      return;
    }
    checks.actFor(terms.treasury(), this::tellRefused);
    boolean passes = margin.allowsWithdrawal(terms.treasury(), token, amount);
    checks.answerCommand();
    if (passes) {
      margin.tellExemption(terms.treasury());
      state.ledger.post(
          Cause.BURN,
          token,
          LedgerAccount.customer(terms.treasury()),
          LedgerAccount.custody(terms.custody()),
          amount);
      state.token.burn(amount);
    }
  }
}
