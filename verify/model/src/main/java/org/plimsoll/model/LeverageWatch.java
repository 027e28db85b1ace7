package org.plimsoll.model;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.plimsoll.ledger.Cause;
import org.plimsoll.protocol.AccountCommand.SetLeverage;
import org.plimsoll.protocol.ClockCommand.AdvanceTime;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.LiquidationCommand.SetMarginProfile;
import org.plimsoll.protocol.LiquidationEvent.MarginStageSet;
import org.plimsoll.units.MarginProfile;
import org.plimsoll.units.MarginStage;

/// Marks what histories reach of leverage above 20.
final class LeverageWatch {
  private static final int FUND = NaiveLedger.VENUE_BIT + 1;
  private static final int USUAL_MAX = 20;

  private final Consumer<CoverageMark> reach;
  private final SortedSet<Integer> high = new TreeSet<>();
  private long cutNs = Long.MAX_VALUE;

  LeverageWatch(Consumer<CoverageMark> reach) {
    this.reach = reach;
  }

  void onCommand(List<Event> events) {
    for (Event event : events) {
      switch (event) {
        case Event.CommandApplied(SetLeverage c) -> choose(c);
        case Event.CommandApplied(SetMarginProfile c) ->
            cutNs = c.profile() == MarginProfile.FTX_2022 ? c.maintenanceNs() : Long.MAX_VALUE;
        case Event.CommandApplied(AdvanceTime c) -> {
          if (c.timestampNs() >= cutNs && !high.isEmpty()) {
            reach.accept(CoverageMark.LEVERAGE_CUT);
            high.clear();
          }
        }
        case MarginStageSet e -> {
          if (e.stage() != MarginStage.HEALTHY && high.contains(e.account())) {
            reach.accept(CoverageMark.FAILED_AT_HIGH_LEVERAGE);
          }
        }
        case Event.TransferPosted e -> {
          if (e.to() == FUND && e.cause() == Cause.TAKER_FEE) {
            reach.accept(CoverageMark.TOOK_AT_HIGH_LEVERAGE);
          }
          if (e.to() == FUND && e.cause() == Cause.MAKER_FEE) {
            reach.accept(CoverageMark.MADE_AT_HIGH_LEVERAGE);
          }
        }
        default -> {}
      }
    }
  }

  private void choose(SetLeverage c) {
    if (c.leverage() > USUAL_MAX) {
      high.add(c.account());
    } else {
      high.remove(c.account());
    }
  }
}
