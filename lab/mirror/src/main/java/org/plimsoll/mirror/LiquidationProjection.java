package org.plimsoll.mirror;

import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.protocol.LiquidationCommand;
import org.plimsoll.protocol.LiquidationCommand.PledgeBackstop;
import org.plimsoll.protocol.LiquidationEvent.MarginStageSet;
import org.plimsoll.protocol.LiquidationProfile;
import org.plimsoll.units.MarginStage;
import org.plimsoll.venue.MarginEra;

/// Folds what a venue's events say of what accounts must keep, of those in liquidation and of those
/// who stand in for them.
final class LiquidationProjection {
  private final SortedMap<Integer, MarginStage> stages = new TreeMap<>();
  private final SortedMap<Integer, PledgeBackstop> pledges = new TreeMap<>();
  private MarginEra era = MarginEra.FIRST;
  private LiquidationProfile profile = LiquidationProfile.OFF;

  MarginEra era() {
    return era;
  }

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
      case LiquidationCommand.SetMarginProfile c ->
          era = new MarginEra(c.profile(), c.maintenanceNs());
      case PledgeBackstop c -> pledges.put(c.account(), c);
      case LiquidationCommand.ContributeCapital _ -> {
        // a transfer follows
      }
    }
  }
}
