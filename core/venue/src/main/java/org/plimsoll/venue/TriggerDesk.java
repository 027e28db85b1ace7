package org.plimsoll.venue;

import java.util.Optional;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.protocol.TradingCommand.CancelTrigger;
import org.plimsoll.protocol.TradingCommand.PlaceTrigger;
import org.plimsoll.protocol.TriggerEvent;
import org.plimsoll.protocol.TriggerKind;
import org.plimsoll.units.TimeInForce;

/// Lets orders wait for the mark, and places them when it has come.
///
/// An order that waits reserves nothing: it meets the gates of an order only when it fires.
final class TriggerDesk {
  private final VenueState state;
  private final Checks checks;
  private final OrderDesk orders;

  TriggerDesk(VenueState state, Checks checks, OrderDesk orders) {
    this.state = state;
    this.checks = checks;
    this.orders = orders;
  }

  void on(PlaceTrigger c) {
    boolean isHeard =
        checks.mayReduce(c.market(), c.isReduceOnly())
            && checks.isListed(c.market())
            && checks.account(c.account())
            && checks.market(c.market());
    if (!isHeard) {
      return;
    }
    Market market = state.markets.get(c.market());
    boolean passes =
        isWithinBounds(c, market)
            && isStillToCome(c, market)
            && hasRoom(c.account())
            && (isMarked(market) || checks.refuse(RefusalReason.NO_MARK_PRICE, 1, 0))
            && checks.isFree(c.account());
    if (passes) {
      state.sink.onCommandApplied(c);
      state.sink.onDesk(new TriggerEvent.TriggerAccepted(state.triggers.add(c, market)));
    }
  }

  void on(CancelTrigger c) {
    if (!checks.account(c.account())) {
      return;
    }
    Optional<Trigger> trigger = state.triggers.find(c.trigger());
    if (trigger.isEmpty()) {
      checks.refuse(RefusalReason.UNKNOWN_ORDER, 0, c.trigger());
    } else if (trigger.get().order().account() != c.account()) {
      checks.refuse(RefusalReason.NOT_THE_OWNER, trigger.get().order().account(), c.account());
    } else {
      state.sink.onCommandApplied(c);
      state.triggers.remove(trigger.get());
    }
  }

  /// Places an order for which the mark has come, unless its owner took it back meanwhile.
  ///
  /// @return true: it is done in one step
  boolean isFired(long number) {
    state.triggers.find(number).ifPresent(this::fire);
    return true;
  }

  private void fire(Trigger trigger) {
    PlaceTrigger c = trigger.order();
    state.triggers.remove(trigger);
    state.sink.onDesk(new TriggerEvent.TriggerFired(trigger.number()));
    checks.answerTrigger(trigger.number());
    if (c.limitTicks() == 0) {
      orders.placeMarketOrder(
          c.account(), c.market(), c.side(), c.quantityLots(), 0, c.isReduceOnly());
    } else {
      orders.placeLimitOrder(
          c.account(),
          c.market(),
          c.side(),
          c.limitTicks(),
          c.quantityLots(),
          TimeInForce.GOOD_TILL_CANCELED,
          0,
          c.isReduceOnly());
    }
    checks.answerCommand();
  }

  private boolean isWithinBounds(PlaceTrigger c, Market market) {
    long most = market.ticksMax();
    return checks.isWithin(
            RefusalReason.QUANTITY_OUT_OF_RANGE, 1, c.quantityLots(), market.lotsMax())
        && checks.isWithin(RefusalReason.PRICE_OUT_OF_RANGE, 1, c.triggerTicks(), most)
        && checks.isWithin(RefusalReason.PRICE_OUT_OF_RANGE, 0, c.limitTicks(), most);
  }

  /// Asks whether the mark has still to come. A trailing stop starts at a distance from it.
  private boolean isStillToCome(PlaceTrigger c, Market market) {
    if (c.kind() == TriggerKind.TRAILING_STOP || !isMarked(market)) {
      return true;
    }
    boolean falls = c.kind().waitsForAFall(c.side());
    long nearest = falls ? market.markTicksUp() - 1 : market.markTicksDown() + 1;
    boolean isToCome = falls ? c.triggerTicks() <= nearest : c.triggerTicks() >= nearest;
    return isToCome
        || checks.refuse(RefusalReason.TRIGGER_REACHED_ALREADY, nearest, c.triggerTicks());
  }

  private boolean hasRoom(int account) {
    int max = state.limits.ordersPerAccountMax();
    int count = state.triggers.count(account);
    return count < max || checks.refuse(RefusalReason.TOO_MANY_OPEN_ORDERS, count + 1L, max);
  }

  private boolean isMarked(Market market) {
    return market.markE9() > 0;
  }
}
