package org.plimsoll.model;

import java.util.List;
import java.util.function.Consumer;
import org.plimsoll.protocol.ClockEvent;
import org.plimsoll.protocol.CollateralEvent;
import org.plimsoll.protocol.DueWork;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.OrderEvent;
import org.plimsoll.protocol.TokenEvent;

/// Watches fees, the exchange token and announced weights in one history.
final class TokenWatch {
  private final Consumer<CoverageMark> reach;
  private boolean buysBack;

  TokenWatch(Consumer<CoverageMark> reach) {
    this.reach = reach;
  }

  void onCommand(List<Event> events) {
    buysBack = false;
    events.forEach(this::watch);
  }

  private void watch(Event event) {
    switch (event) {
      case ClockEvent.DueWorkBegan e -> buysBack = e.work() == DueWork.BUYBACK;
      case TokenEvent.FeesFixed e -> {
        reachIf(e.tier() > 1, CoverageMark.REACHED_A_TIER);
        reachIf(e.discountE9() > 0, CoverageMark.HELD_FOR_A_DISCOUNT);
      }
      case TokenEvent.BuybackRefused _ -> reach.accept(CoverageMark.BUYBACK_REFUSED);
      case CollateralEvent.WeightMoved _ -> reach.accept(CoverageMark.WEIGHT_MOVED);
      case OrderEvent.TradeExecuted _ -> reachIf(buysBack, CoverageMark.BOUGHT_BACK);
      default -> {}
    }
  }

  private void reachIf(boolean isReached, CoverageMark mark) {
    if (isReached) {
      reach.accept(mark);
    }
  }
}
