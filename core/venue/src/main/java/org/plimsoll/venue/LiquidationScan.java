package org.plimsoll.venue;

import org.plimsoll.protocol.ControlEvent.ExemptionUsed;
import org.plimsoll.protocol.DueWork;
import org.plimsoll.protocol.LiquidationEvent.MarginStageSet;
import org.plimsoll.protocol.LiquidationProfile;
import org.plimsoll.protocol.Privilege;
import org.plimsoll.units.MarginStage;

/// Looks, when the marks have moved, for accounts that no longer meet their maintenance
/// requirement.
final class LiquidationScan {
  private final VenueState state;
  private final Standing standing;

  LiquidationScan(VenueState state) {
    this.state = state;
    this.standing = new Standing(state);
  }

  void look() {
    if (state.liquidations.profile == LiquidationProfile.OFF) {
      return;
    }
    int count = state.index.collect();
    for (int i = 0; i < count; i++) {
      int account = state.index.found(i);
      if (!state.liquidations.has(account)) {
        look(account);
      }
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
