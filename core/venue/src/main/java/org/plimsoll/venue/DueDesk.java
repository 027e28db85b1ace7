package org.plimsoll.venue;

import org.plimsoll.matching.RestingOrders;
import org.plimsoll.protocol.CancelCause;
import org.plimsoll.protocol.ClockEvent;
import org.plimsoll.protocol.DueWork;

/// Does what is due, one step after the other, never more than a budget of them for one command.
///
/// A command's own effects come first, then what is due. What is left when the budget is spent
/// stays on the agenda and goes on after the next command; until then, nothing is heard that needs
/// an account's margin. What fell due several times since the clock last moved is done once.
final class DueDesk {
  private final VenueState state;
  private final LendingClearing lending;
  private final TriggerDesk triggers;

  DueDesk(VenueState state, TriggerDesk triggers) {
    this.state = state;
    this.lending = new LendingClearing(state);
    this.triggers = triggers;
  }

  /// Does what is due by the venue's clock, as far as the budget of one command goes.
  void catchUp() {
    int budget = state.limits.stepsPerCommandMax();
    while (budget > 0 && state.agenda.isDue(state.clockNs)) {
      budget--;
      step(state.agenda.work(), state.agenda.id());
    }
  }

  /// Does the first entry and puts its next time on the agenda, or does a bounded part of it and
  /// leaves it there.
  private void step(DueWork work, long id) {
    state.sink.onDesk(new ClockEvent.DueWorkBegan(work, id, state.agenda.dueNs()));
    boolean isDone =
        switch (work) {
          case SETTLEMENT -> future(id).settleSome();
          case FUNDING -> future(id).fundSome();
          case LENDING -> lending.step((int) id);
          case DELISTING -> isDelisted(state.markets.get((int) id));
          case TRIGGER -> triggers.isFired(id);
        };
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
