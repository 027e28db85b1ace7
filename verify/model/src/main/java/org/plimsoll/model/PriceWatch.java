package org.plimsoll.model;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.plimsoll.protocol.ClockCommand.AdvanceTime;
import org.plimsoll.protocol.ClockCommand.PublishIndexPrice;
import org.plimsoll.protocol.ClockCommand.SetPriceClamp;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.ListingCommand.SetMarketState;
import org.plimsoll.protocol.MarketState;
import org.plimsoll.protocol.PriceEvent;
import org.plimsoll.protocol.Request;

/// Watches what happens to the prices of one history.
final class PriceWatch {
  private static final long MANY_TICKS = 100;

  private final Consumer<CoverageMark> reach;
  private final SortedMap<Integer, Long> indices = new TreeMap<>();
  private final SortedSet<Integer> clamped = new TreeSet<>();
  private final SortedSet<Integer> paused = new TreeSet<>();
  private final SortedMap<Integer, Integer> bases = new TreeMap<>();
  private final SortedMap<Integer, Long> marks = new TreeMap<>();

  PriceWatch(Consumer<CoverageMark> reach) {
    this.reach = reach;
  }

  void onCommand(Request request, List<Event> events) {
    boolean isTime = request.command() instanceof AdvanceTime;
    events.forEach(event -> watch(event, isTime));
  }

  private void watch(Event event, boolean isTime) {
    switch (event) {
      case Event.CommandApplied(PublishIndexPrice c) -> indices.put(c.asset(), c.priceE9());
      case Event.CommandApplied(SetPriceClamp c) -> keep(clamped, c.asset(), c.isClamped());
      case Event.CommandApplied(ListFuture c) -> bases.put(c.market(), c.base());
      case Event.CommandApplied(SetMarketState c) ->
          keep(
              paused,
              c.market(),
              c.state() != MarketState.OPEN && c.state() != MarketState.CLOSE_ONLY);
      case PriceEvent.IndexPriceSet e -> {
        indices.put(e.asset(), e.priceE9());
        reach.accept(CoverageMark.INDEXED_BY_OWN_TRADES);
      }
      case PriceEvent.MarkPriceSet e ->
          reachIf(indices.getOrDefault(e.asset(), 0L) != e.priceE9(), CoverageMark.CLAMPED);
      case PriceEvent.FutureMarkSet e -> {
        long before = marks.getOrDefault(e.market(), 0L);
        boolean isHeld = clamped.contains(bases.getOrDefault(e.market(), 0));
        reachIf(isHeld && isAFifthFrom(before, e.priceTicks()), CoverageMark.CLAMPED_A_FUTURE);
        reachIf(before > 0 && paused.contains(e.market()), CoverageMark.PAUSED_MARK);
        marks.put(e.market(), e.priceTicks());
      }
      case PriceEvent.PositionExpired _ -> {
        reach.accept(CoverageMark.EXPIRED_A_POSITION);
        reachIf(!isTime, CoverageMark.EXPIRED_IN_STEPS);
      }
      case PriceEvent.SettlementDeferred _ -> reach.accept(CoverageMark.SETTLEMENT_DEFERRED);
      default -> {}
    }
  }

  /// Nothing but a clamp would end a move just there.
  private static boolean isAFifthFrom(long before, long after) {
    return before >= MANY_TICKS
        && (after == before / 5 * 6 + before % 5 * 6 / 5 || after == before - before / 5);
  }

  private void reachIf(boolean isReached, CoverageMark mark) {
    if (isReached) {
      reach.accept(mark);
    }
  }

  private static void keep(SortedSet<Integer> set, int number, boolean isIn) {
    if (isIn) {
      set.add(number);
    } else {
      set.remove(number);
    }
  }
}
