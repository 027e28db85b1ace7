package org.plimsoll.venue;

import org.plimsoll.matching.RestingOrders;
import org.plimsoll.protocol.CancelCause;
import org.plimsoll.protocol.ClockEvent;
import org.plimsoll.protocol.DueWork;

/// Does what is due, one step after the other, never more than a budget of them for one command.
///
/// A command's own effects come first, then what is due. What is left when the budget is spent
/// stays on the agenda and goes on after the next command; until then, nothing is heard that needs
/// an account's margin. Settlement, funding and lending that fell due several times since the clock
/// last moved are done once.
final class DueDesk {
  private final VenueState state;
  private final LendingClearing lending;
  private final LiquidationScan scan;
  private final WithdrawalDesk withdrawals;
  private final QuoteDesk quotes;
  private final TriggerDesk triggers;
  private final RebalancingDesk rebalancing;
  private final LiquidationRound liquidation;
  private final FeeDesk fees;
  private final Buyback buyback;
  private final CollateralDesk collateral;

  DueDesk(
      VenueState state,
      WithdrawalDesk withdrawals,
      QuoteDesk quotes,
      TriggerDesk triggers,
      LiquidationRound liquidation,
      FeeDesk fees,
      Buyback buyback,
      CollateralDesk collateral,
      RebalancingDesk rebalancing) {
    this.state = state;
    this.liquidation = liquidation;
    this.rebalancing = rebalancing;
    this.triggers = triggers;
    this.lending = new LendingClearing(state);
    this.scan = new LiquidationScan(state);
    this.withdrawals = withdrawals;
    this.quotes = quotes;
    this.fees = fees;
    this.buyback = buyback;
    this.collateral = collateral;
  }

  /// Does what is due by the venue's clock, as far as the budget of one command goes.
  void catchUp() {
    int budget = state.limits.stepsPerCommandMax();
    while (budget > 0 && state.agenda.isDue(state.clockNs)) {
      budget--;
      step(state.agenda.work(), state.agenda.id());
    }
  }

  private void step(DueWork work, long id) {
    long dueNs = state.agenda.dueNs();
    state.sink.onDesk(new ClockEvent.DueWorkBegan(work, id, dueNs));
    switch (work) {
      case SETTLEMENT -> settle(id);
      case FUNDING -> moveOn(work, id, future(id).fundSome());
      case LENDING -> moveOn(work, id, lending.step((int) id));
      case WEIGHT -> collateral.step((int) id);
      case STAGE -> moveOn(work, id, scan.step());
      case LIQUIDATION -> liquidation.step(dueNs);
      case EXPIRY -> moveOn(work, id, future(id).expiry().closeSome());
      case DELISTING -> moveOn(work, id, isDelisted(state.markets.get((int) id)));
      case TRIGGER -> moveOn(work, id, triggers.isFired(id));
      case REBALANCING -> rebalancing.step((int) id);
      case TOKEN_FEE -> moveOn(work, id, rebalancing.charge((int) id));
      case VOLUME -> moveOn(work, id, fees.rollSome());
      case BUYBACK -> buyback.step(id);
      case WITHDRAWAL -> withdrawals.step((int) id, dueNs);
      case QUOTE -> quotes.expire(id);
    }
  }

  /// Settles some more accounts, and ends for good what has expired and is paid.
  private void settle(long id) {
    boolean isDone = future(id).settleSome();
    if (isDone && future(id).isWoundUp()) {
      state.agenda.remove();
    } else {
      moveOn(DueWork.SETTLEMENT, id, isDone);
    }
  }

  /// Puts the next time of the first entry on the agenda if it is done, or leaves it there, of
  /// which a bounded part has been done.
  private void moveOn(DueWork work, long id, boolean isDone) {
    if (isDone) {
      state.agenda.remove();
      if (work.isPeriodic()) {
        state.schedule(work, id);
      }
    }
  }

  /// Cancels the market's next order, if there is one.
  ///
  /// @return whether there is none any more
  private static boolean isDelisted(Market market) {
    int slot = market.book().firstSlot();
    if (slot != RestingOrders.NONE) {
      market.cancel(slot, CancelCause.MARKET_DELISTED);
    }
    return market.book().orderCount() == 0;
  }

  private FuturesMarket future(long market) {
    return (FuturesMarket) state.markets.get((int) market);
  }
}
