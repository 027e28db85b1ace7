package org.plimsoll.mirror;

import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.protocol.LiquidationCommand;
import org.plimsoll.protocol.LiquidationCommand.PledgeBackstop;
import org.plimsoll.protocol.LiquidationEvent.MarginStageSet;
import org.plimsoll.protocol.LiquidationProfile;
import org.plimsoll.units.MarginStage;

/// Folds what a venue's events say of accounts in liquidation and of those who stand in for them.
final class LiquidationProjection {
  private final SortedMap<Integer, MarginStage> stages = new TreeMap<>();
  private final SortedMap<Integer, PledgeBackstop> pledges = new TreeMap<>();
  private LiquidationProfile profile = LiquidationProfile.OFF;

  LiquidationProfile profile() {
    return profile;
  }

  MarginStage stage(int account) {
    return stages.getOrDefault(account, MarginStage.HEALTHY);
  }

  PledgeBackstop pledge(int account) {
    return pledges.getOrDefault(account, new PledgeBackstop(account, 0, 0));
  }

  void accept(MarginStageSet event) {
    stages.put(event.account(), event.stage());
  }

  void apply(LiquidationCommand command) {
    switch (command) {
      case LiquidationCommand.SetLiquidationProfile c -> profile = c.profile();
      case PledgeBackstop c -> pledges.put(c.account(), c);
      case LiquidationCommand.ContributeCapital _ -> {
        // a transfer follows
      }
    }
  }
}
