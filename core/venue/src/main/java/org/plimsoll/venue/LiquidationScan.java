package org.plimsoll.venue;

import org.plimsoll.protocol.ControlEvent.ExemptionUsed;
import org.plimsoll.protocol.DueWork;
import org.plimsoll.protocol.LiquidationEvent.MarginStageSet;
import org.plimsoll.protocol.LiquidationProfile;
import org.plimsoll.protocol.Privilege;
import org.plimsoll.units.MarginStage;

/// Looks, when the marks have moved, for accounts that no longer meet their maintenance
/// requirement: by number, as many at once as a command does steps, and the rest as due work.
///
/// A look that has not come round when the marks move again goes on where it is, so that nobody is
/// passed over for ever, and ends where it was.
final class LiquidationScan {
  static final int ACCOUNTS_PER_STEP = 1_024;

  private final VenueState state;
  private final ScanProgress at;
  private final Standing standing;

  LiquidationScan(VenueState state) {
    this.state = state;
    this.at = state.scanProgress;
    this.standing = new Standing(state);
  }

  void look() {
    if (state.liquidations.profile == LiquidationProfile.OFF) {
      return;
    }
    boolean isUnderWay = at.left > 0;
    at.begin(state.accounts.size());
    lookAt(state.limits.stepsPerCommandMax());
    if (at.left == 0 && isUnderWay) {
      state.agenda.remove(at.dueNs, DueWork.STAGE, 0);
    } else if (at.left > 0 && !isUnderWay) {
      at.dueNs = state.clockNs;
      state.agenda.add(at.dueNs, DueWork.STAGE, 0);
    }
  }

  /// Looks at some more accounts.
  ///
  /// @return whether the last one was reached
  boolean step() {
    lookAt(ACCOUNTS_PER_STEP);
    return at.left == 0;
  }

  private void lookAt(int most) {
    state.index.cross();
    int budget = Math.min(most, at.left);
    while (budget > 0) {
      int from = at.next();
      int end = from + Math.min(budget, at.untilWrap());
      int account = state.index.next(from, end);
      int passed = Math.min(account + 1, end) - from;
      at.pass(passed);
      budget -= passed;
      if (account < end) {
        take(account);
      }
    }
  }

  private void take(int account) {
    state.index.take(account);
    if (!state.liquidations.has(account)) {
      look(account);
    }
  }

  private void look(int account) {
    MarginStage stage = standing.of(account).stage();
    if (stage == MarginStage.HEALTHY) {
      state.liquidations.spare(account, false);
      state.index.arm(account, standing);
    } else if (state.privileges.has(account, Privilege.LIQUIDATION_EXEMPT)) {
      spare(account);
    } else {
      begin(account, stage);
    }
  }

  /// A spared account is asked again every time, since its privilege can be revoked.
  private void spare(int account) {
    state.index.touch(account);
    if (!state.liquidations.isSpared(account)) {
      state.liquidations.spare(account, true);
      long missing = standing.maintenance() - standing.value();
      state.privileges.use(account, Privilege.LIQUIDATION_EXEMPT, missing);
      state.sink.onDesk(new ExemptionUsed(account, Privilege.LIQUIDATION_EXEMPT, missing));
    }
  }

  private void begin(int account, MarginStage stage) {
    if (state.liquidations.isEmpty()) {
      state.schedule(DueWork.LIQUIDATION, 0);
    }
    state.liquidations.spare(account, false);
    state.liquidations.set(account, stage);
    state.sink.onDesk(new MarginStageSet(account, stage));
  }
}
