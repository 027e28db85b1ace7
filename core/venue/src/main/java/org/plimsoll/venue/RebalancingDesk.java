package org.plimsoll.venue;

import java.util.Objects;
import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.ledger.VenueAccount;
import org.plimsoll.margin.LeveragedTokens;
import org.plimsoll.protocol.DueWork;
import org.plimsoll.protocol.LeveragedTokenEvent.ChildOrderRefused;
import org.plimsoll.protocol.LeveragedTokenEvent.ManagementFeeCapped;
import org.plimsoll.protocol.LeveragedTokenEvent.RebalancingBegan;
import org.plimsoll.protocol.LeveragedTokenEvent.RebalancingEnded;
import org.plimsoll.protocol.RebalancingCause;
import org.plimsoll.units.Exact;
import org.plimsoll.units.Rounding;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// Trades the funds of leveraged tokens back to their targets, and charges them for management
/// (docs/reference/leveraged-tokens.md).
///
/// A step is one child order: of bounded size, taking what the order book has near the mark and
/// nothing more. The next one follows after a pause, in which others can bring new orders.
final class RebalancingDesk {
  private static final int FEES = LedgerAccount.venue(VenueAccount.FEES);
  private static final long PAUSE_NS = 10_000_000_000L;
  private static final int MISSES_MAX = 5;
  private static final long REACH_E9 = 20_000_000;

  private final VenueState state;
  private final Checks checks;
  private final OrderDesk orders;

  RebalancingDesk(VenueState state, Checks checks, OrderDesk orders) {
    this.state = state;
    this.checks = checks;
    this.orders = orders;
  }

  /// Lets every fund rebalance at once whose leverage is too far above its target.
  static void follow(VenueState state) {
    for (TokenFund fund : state.funds.all()) {
      if (!fund.isRebalancing() && fund.isOverleveraged()) {
        wake(state, fund, RebalancingCause.INTRADAY);
      }
    }
  }

  /// Makes a fund's next step due at once, unless it is already.
  static void wake(VenueState state, TokenFund fund, RebalancingCause cause) {
    if (fund.dueNs() > state.clockNs) {
      state.agenda.remove(fund.dueNs(), DueWork.REBALANCING, fund.listing().asset());
      fund.setCause(cause);
      schedule(state, fund, state.clockNs);
    }
  }

  /// Does the next step of a fund, whose entry stands first on the agenda.
  void step(int asset) {
    TokenFund fund = fund(asset);
    state.agenda.remove();
    long wanted = fund.isRebalancing() ? fund.wantedLots() : begin(fund);
    if (wanted == 0) {
      end(fund, 0);
      return;
    }
    long lots = Math.min(Math.abs(wanted), fund.listing().childLots());
    long traded = trade(fund, wanted > 0 ? Side.BUY : Side.SELL, lots);
    fund.onTraded(traded);
    boolean givesUp = Math.abs(traded) < lots && fund.miss() == MISSES_MAX;
    if (traded == wanted || givesUp) {
      end(fund, wanted - traded);
    } else {
      schedule(state, fund, state.clockNs + PAUSE_NS);
    }
  }

  /// Charges a fund for a day, as far as it has money: nobody can be refused here.
  ///
  /// @return true: it is done in one step
  boolean charge(int asset) {
    TokenFund fund = fund(asset);
    long due = LeveragedTokens.managementFee(fund.nav());
    long room =
        Math.min(
            state.possibleDebts.left(fund.account(), 0),
            Limits.OWN_MAX - state.ledger.venueBalance(VenueAccount.FEES, 0));
    long posted = Math.max(0, Math.min(due, room));
    if (posted > 0) {
      int customer = LedgerAccount.customer(fund.account());
      state.ledger.post(Cause.MANAGEMENT_FEE, 0, customer, FEES, posted);
    }
    if (posted < due) {
      state.sink.onDesk(new ManagementFeeCapped(asset, due, posted));
    }
    return true;
  }

  private long begin(TokenFund fund) {
    fund.findCause();
    long wanted = fund.wantedLots();
    if (wanted != 0) {
      fund.begin();
      state.sink.onDesk(new RebalancingBegan(fund.listing().asset(), fund.cause(), wanted));
    }
    return wanted;
  }

  private void end(TokenFund fund, long leftLots) {
    if (fund.isRebalancing()) {
      fund.end();
      state.sink.onDesk(new RebalancingEnded(fund.listing().asset(), leftLots));
    }
    schedule(state, fund, fund.dailyNs());
  }

  /// Sends a child order, and returns the signed quantity that it traded.
  private long trade(TokenFund fund, Side side, long lots) {
    long before = fund.lots();
    int asset = fund.listing().asset();
    checks.actFor(
        fund.account(),
        (reason, required, available) ->
            state.sink.onDesk(new ChildOrderRefused(asset, reason.code(), required, available)));
    orders.placeLimitOrder(
        fund.account(),
        fund.listing().market(),
        side,
        limitTicks(fund.market(), side),
        lots,
        TimeInForce.IMMEDIATE_OR_CANCEL,
        0,
        false);
    checks.answerCommand();
    return fund.lots() - before;
  }

  /// Returns the price that is 2 % worse than the mark, so that an order book which has been
  /// emptied does not set the price.
  private static long limitTicks(FuturesMarket market, Side side) {
    long mark = market.markTicks();
    return side == Side.BUY
        ? Math.min(
            market.ticksMax(),
            Exact.mulDiv(mark, Exact.ONE_E9 + REACH_E9, Exact.ONE_E9, Rounding.FLOOR))
        : Exact.mulDiv(mark, Exact.ONE_E9 - REACH_E9, Exact.ONE_E9, Rounding.CEILING);
  }

  private TokenFund fund(int asset) {
    return Objects.requireNonNull(state.funds.issuing(asset), "due work of a fund has a fund");
  }

  private static void schedule(VenueState state, TokenFund fund, long timeNs) {
    fund.setDueNs(timeNs);
    state.agenda.add(timeNs, DueWork.REBALANCING, fund.listing().asset());
  }
}
