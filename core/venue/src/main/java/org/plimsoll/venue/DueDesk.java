package org.plimsoll.venue;

import org.plimsoll.units.Invariant;

/// Does what is due, one step after the other, never more than a budget of them for one command.
///
/// A command's own effects come first, then what is due. What is left when the budget is spent
/// stays on the agenda and goes on after the next command.
final class DueDesk {
  private final VenueState state;
  private final LendingClearing lending;

  DueDesk(VenueState state) {
    this.state = state;
    this.lending = new LendingClearing(state);
  }

  /// Does what is due by the venue's clock, as far as the budget of one command goes.
  void catchUp() {
    int budget = state.limits.stepsPerCommandMax();
    while (budget > 0 && state.agenda.isDue(state.clockNs)) {
      budget--;
      if (step(state.agenda.work(), state.agenda.id())) {
        again(state.agenda.work(), state.agenda.id());
      }
    }
  }

  /// Does the first entry, or a bounded part of it.
  ///
  /// @return whether it is done
  private boolean step(DueWork work, long id) {
    return switch (work) {
      case LENDING -> lending.step((int) id);
      case SETTLEMENT, FUNDING, WITHDRAWAL -> {
        Invariant.check(false, "nothing of this kind is ever due yet", work.ordinal(), id);
        yield true;
      }
    };
  }

  /// Puts the next time of the first entry in its place. What fell due several times since the
  /// clock last moved is done once: while the clock stands, nobody can repay.
  private void again(DueWork work, long id) {
    state.agenda.remove();
    state.schedule(work, id);
  }
}
