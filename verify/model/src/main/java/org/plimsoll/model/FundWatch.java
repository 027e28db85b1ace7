package org.plimsoll.model;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.LeveragedTokenCommand.ListLeveragedToken;
import org.plimsoll.protocol.LeveragedTokenEvent;
import org.plimsoll.protocol.LiquidationEvent.MarginStageSet;
import org.plimsoll.protocol.LiquidationEvent.PositionHandedOver;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.units.MarginStage;

/// Marks what histories reach of the funds of leveraged tokens.
final class FundWatch {
  private final Consumer<CoverageMark> reached;
  private final SortedSet<Integer> funds = new TreeSet<>();

  FundWatch(Consumer<CoverageMark> reached) {
    this.reached = reached;
  }

  /// Marks what a command did.
  void onCommand(List<Event> events) {
    events.forEach(this::watch);
  }

  private void watch(Event event) {
    switch (event) {
      case Event.CommandApplied(ListLeveragedToken c) -> funds.add(c.fund());
      case LeveragedTokenEvent e -> watch(e);
      case PositionHandedOver e -> reachIf(funds.contains(e.from()), CoverageMark.FUND_HANDED_OVER);
      case MarginStageSet e when funds.contains(e.account()) -> {
        reachIf(e.stage() != MarginStage.HEALTHY, CoverageMark.FUND_FAILED);
        reachIf(e.stage() == MarginStage.BANKRUPT, CoverageMark.FUND_BANKRUPT);
      }
      default -> {}
    }
  }

  private void watch(LeveragedTokenEvent event) {
    switch (event) {
      case LeveragedTokenEvent.RebalancingBegan e ->
          reached.accept(
              switch (e.cause()) {
                case DAILY -> CoverageMark.REBALANCED_DAILY;
                case INTRADAY -> CoverageMark.REBALANCED_INTRADAY;
                case FLOW -> CoverageMark.REBALANCED_AFTER_A_FLOW;
              });
      case LeveragedTokenEvent.RebalancingEnded e ->
          reached.accept(
              e.leftLots() == 0
                  ? CoverageMark.REBALANCED_WHOLLY
                  : CoverageMark.REBALANCING_GAVE_UP);
      case LeveragedTokenEvent.ChildOrderRefused e ->
          reached.accept(
              e.reason() == RefusalReason.IN_LIQUIDATION.code()
                  ? CoverageMark.CHILD_ORDER_REFUSED_IN_LIQUIDATION
                  : CoverageMark.CHILD_ORDER_REFUSED);
      case LeveragedTokenEvent.ManagementFeeCapped _ -> {
        // a fund that is worth something and has no money is too rare to ask for
      }
    }
  }

  private void reachIf(boolean isReached, CoverageMark mark) {
    if (isReached) {
      reached.accept(mark);
    }
  }
}
