package org.plimsoll.venue;

import org.plimsoll.units.Invariant;

/// Does what is due, one step after the other, never more than a budget of them for one command.
///
/// A command's own effects come first, then what is due. What is left when the budget is spent
/// stays on the agenda and goes on after the next command.
final class DueDesk {
  private final VenueState state;
  private final WithdrawalDesk withdrawals;
  private final QuoteDesk quotes;

  DueDesk(VenueState state, WithdrawalDesk withdrawals, QuoteDesk quotes) {
    this.state = state;
    this.withdrawals = withdrawals;
    this.quotes = quotes;
  }

  /// Does what is due by the venue's clock, as far as the budget of one command goes.
  void catchUp() {
    int budget = state.limits.stepsPerCommandMax();
    while (budget > 0 && state.agenda.isDue(state.clockNs)) {
      budget--;
      step(state.agenda.dueNs(), state.agenda.work(), state.agenda.id());
    }
  }

  /// Does the first entry and takes it off, or does a bounded part of it and leaves it there.
  private void step(long dueNs, DueWork work, long id) {
    switch (work) {
      case SETTLEMENT, FUNDING, LENDING ->
          Invariant.check(false, "nothing of this kind is ever due yet", dueNs, id);
      case WITHDRAWAL -> withdrawals.step((int) id, dueNs);
      case QUOTE -> quotes.expire(id);
    }
  }
}
