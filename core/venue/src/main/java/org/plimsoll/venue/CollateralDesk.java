package org.plimsoll.venue;

import static org.plimsoll.units.Exact.ONE_E9;

import org.plimsoll.protocol.CollateralCommand;
import org.plimsoll.protocol.CollateralCommand.AnnounceWeight;
import org.plimsoll.protocol.CollateralCommand.CapCollateral;
import org.plimsoll.protocol.CollateralEvent.WeightMoved;
import org.plimsoll.protocol.DueWork;
import org.plimsoll.protocol.RefusalReason;

/// Limits what assets count for. What binds at once binds only what is new: what existing debts
/// must keep moves on a path that was announced, a step a day, so that no limit forces a sale by
/// itself.
final class CollateralDesk {
  private static final long STEP_MIN_E9 = 100_000;
  private static final long STEP_MAX_E9 = 20_000_000;

  private final VenueState state;
  private final Checks checks;
  private final DualControl dualControl;

  CollateralDesk(VenueState state, Checks checks) {
    this.state = state;
    this.checks = checks;
    this.dualControl = new DualControl(checks);
  }

  void on(CollateralCommand command) {
    switch (command) {
      case CapCollateral c -> cap(c);
      case AnnounceWeight c -> announce(c);
    }
  }

  /// Takes the next step of an asset's path, whose entry stands first on the agenda. Of days that
  /// the clock has jumped over one is taken: nobody saw the others.
  void step(int asset) {
    state.agenda.remove();
    WeightPath path = state.weightPaths.remove(asset);
    if (path == null) {
      return;
    }
    state.assets.moveWeight(asset, path.next(state.assets.totalWeightE9(asset)));
    state.index.touchAll();
    long weightE9 = state.assets.totalWeightE9(asset);
    state.sink.onDesk(new WeightMoved(asset, state.assets.initialWeightE9(asset), weightE9));
    if (weightE9 != path.totalWeightE9()) {
      add(path.dueAt(state.clockNs + Days.NANOS));
    }
  }

  private void cap(CapCollateral c) {
    boolean passes =
        dualControl.passes(c)
            && checks.asset(c.asset())
            && checks.parameter(0, c.accountMax(), state.assets.balanceMax(c.asset()))
            && checks.parameter(0, c.venueMax(), Long.MAX_VALUE)
            && checks.parameter(0, c.borrowMax(), Limits.LENDING_MAX);
    if (passes) {
      state.sink.onCommandApplied(c);
      state.assets.cap(c);
    }
  }

  private void announce(AnnounceWeight c) {
    boolean passes =
        dualControl.passes(c)
            && checks.asset(c.asset())
            && checks.parameter(0, c.totalWeightE9(), ONE_E9)
            && checks.parameter(state.clockNs + Days.NANOS, c.startNs(), Limits.TIME_MAX_NS)
            && checks.parameter(STEP_MIN_E9, c.dailyMaxE9(), STEP_MAX_E9)
            && (state.assets.isCollateral(c.asset())
                || checks.refuse(RefusalReason.NOT_BORROWABLE, 1, 0));
    if (passes) {
      state.sink.onCommandApplied(c);
      WeightPath before = state.weightPaths.get(c.asset());
      if (before != null) {
        state.agenda.remove(before.nextNs(), DueWork.WEIGHT, c.asset());
      }
      add(new WeightPath(c.asset(), c.totalWeightE9(), c.dailyMaxE9(), c.startNs()));
    }
  }

  private void add(WeightPath path) {
    state.weightPaths.put(path.asset(), path);
    state.agenda.add(path.nextNs(), DueWork.WEIGHT, path.asset());
  }
}
