package org.plimsoll.model;

import static org.plimsoll.model.Refused.unless;
import static org.plimsoll.model.Refused.unlessWithin;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.OrderCommand;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.protocol.TradingCommand.CancelTrigger;
import org.plimsoll.protocol.TradingCommand.PlaceTrigger;
import org.plimsoll.protocol.TriggerEvent;
import org.plimsoll.protocol.TriggerKind;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// Orders that wait for the mark at the slow twin: a list, and every one of them is looked at for
/// every mark.
final class NaiveTriggers {
  private final NaiveState state;
  private final NaiveFutures futures;
  private final NaiveTerms terms;
  private final NaiveTrading trading;
  private final int perAccount;

  NaiveTriggers(
      NaiveState state,
      NaiveFutures futures,
      NaiveTerms terms,
      NaiveTrading trading,
      int perAccount) {
    this.state = state;
    this.futures = futures;
    this.terms = terms;
    this.trading = trading;
    this.perAccount = perAccount;
  }

  /// An order that waits.
  ///
  /// @param best the mark since it was placed that was furthest from firing it, in billionths
  /// @param isFired whether the mark has come and only its turn has not
  record Waiting(long number, PlaceTrigger order, BigInteger best, boolean isFired) {}

  void place(PlaceTrigger c, List<Event> events) {
    terms.checkMayReduce(c.market(), c.isReduceOnly());
    terms.checkListed(c.market());
    NaiveVenue.checkKnown(RefusalReason.UNKNOWN_ACCOUNT, c.account(), state.accounts.size());
    NaiveVenue.checkKnown(RefusalReason.UNKNOWN_MARKET, c.market(), state.markets.size());
    NaiveState.Market market = state.markets.get(c.market());
    long most = trading.mostTicks(market);
    unlessWithin(
        RefusalReason.QUANTITY_OUT_OF_RANGE, 1, c.quantityLots(), trading.mostLots(market));
    unlessWithin(RefusalReason.PRICE_OUT_OF_RANGE, 1, c.triggerTicks(), most);
    unlessWithin(RefusalReason.PRICE_OUT_OF_RANGE, 0, c.limitTicks(), most);
    BigInteger mark = futures.markE9(market);
    if (mark.signum() > 0 && c.kind() != TriggerKind.TRAILING_STOP) {
      BigInteger step = BigInteger.valueOf(falls(c) ? -1 : 1);
      unless(
          !isReached(c, mark),
          RefusalReason.TRIGGER_REACHED_ALREADY,
          ticks(c, mark).add(step),
          BigInteger.valueOf(c.triggerTicks()));
    }
    long count = state.waiting.stream().filter(w -> w.order().account() == c.account()).count();
    unless(count < perAccount, RefusalReason.TOO_MANY_OPEN_ORDERS, count + 1, perAccount);
    unless(mark.signum() > 0, RefusalReason.NO_MARK_PRICE, 1, 0);
    state.checkFree(c.account());
    state.triggers++;
    state.waiting.add(new Waiting(state.triggers, c, mark, false));
    events.add(new Event.CommandApplied(c));
    events.add(new TriggerEvent.TriggerAccepted(state.triggers));
  }

  void cancel(CancelTrigger c, List<Event> events) {
    NaiveVenue.checkKnown(RefusalReason.UNKNOWN_ACCOUNT, c.account(), state.accounts.size());
    List<Waiting> found = state.waiting.stream().filter(w -> w.number() == c.trigger()).toList();
    unless(!found.isEmpty(), RefusalReason.UNKNOWN_ORDER, 0, c.trigger());
    int owner = found.getFirst().order().account();
    unless(owner == c.account(), RefusalReason.NOT_THE_OWNER, owner, c.account());
    state.waiting.removeAll(found);
    events.add(new Event.CommandApplied(c));
  }

  /// Looks at every order that waits, after marks have moved.
  ///
  /// @return the numbers of those for which the mark has come
  List<Long> follow() {
    List<Long> fired = new ArrayList<>();
    List<Waiting> after = new ArrayList<>();
    for (Waiting waiting : state.waiting) {
      PlaceTrigger c = waiting.order();
      BigInteger mark = futures.markE9(state.markets.get(c.market()));
      BigInteger best = falls(c) ? waiting.best().max(mark) : waiting.best().min(mark);
      boolean comes =
          c.kind() == TriggerKind.TRAILING_STOP
              ? ticks(c, best)
                      .subtract(ticks(c, mark))
                      .abs()
                      .compareTo(BigInteger.valueOf(c.triggerTicks()))
                  >= 0
              : isReached(c, mark);
      if (comes && !waiting.isFired()) {
        fired.add(waiting.number());
      }
      after.add(new Waiting(waiting.number(), c, best, comes || waiting.isFired()));
    }
    state.waiting.clear();
    state.waiting.addAll(after);
    return fired;
  }

  /// Places the order of that number, if it is still there.
  void fire(long number, List<Event> events) {
    List<Waiting> found = state.waiting.stream().filter(w -> w.number() == number).toList();
    state.waiting.removeAll(found);
    for (Waiting waiting : found) {
      events.add(new TriggerEvent.TriggerFired(number));
      try {
        place(waiting.order(), events, waiting.order().limitTicks());
      } catch (Refused refused) {
        Event.CommandRefused why = (Event.CommandRefused) refused.event();
        events.add(
            new TriggerEvent.TriggerRefused(
                number, why.reason().code(), why.required(), why.available()));
      }
    }
  }

  private void place(PlaceTrigger c, List<Event> events, long limit) {
    if (limit == 0) {
      trading.place(
          new OrderCommand.PlaceMarketOrder(
              c.account(), c.market(), c.side(), c.quantityLots(), 0, c.isReduceOnly()),
          events);
    } else {
      trading.place(
          new OrderCommand.PlaceLimitOrder(
              c.account(),
              c.market(),
              c.side(),
              limit,
              c.quantityLots(),
              TimeInForce.GOOD_TILL_CANCELED,
              0,
              c.isReduceOnly()),
          events);
    }
  }

  private boolean isReached(PlaceTrigger c, BigInteger mark) {
    int order = ticks(c, mark).compareTo(BigInteger.valueOf(c.triggerTicks()));
    return falls(c) ? order <= 0 : order >= 0;
  }

  /// Returns the mark in ticks, rounded away from firing.
  private BigInteger ticks(PlaceTrigger c, BigInteger mark) {
    long tickE9 = state.markets.get(c.market()).listing().tickE9();
    RoundingMode rounding = falls(c) ? RoundingMode.CEILING : RoundingMode.FLOOR;
    return new BigDecimal(mark).divide(BigDecimal.valueOf(tickE9), 0, rounding).toBigIntegerExact();
  }

  private static boolean falls(PlaceTrigger c) {
    return c.kind() == TriggerKind.TAKE_PROFIT ? c.side() == Side.BUY : c.side() == Side.SELL;
  }
}
