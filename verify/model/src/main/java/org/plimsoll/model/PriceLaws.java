package org.plimsoll.model;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plimsoll.protocol.ClockCommand.AdvanceTime;
import org.plimsoll.protocol.ClockCommand.SetPriceClamp;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.MarketState;
import org.plimsoll.protocol.OrderEvent;
import org.plimsoll.protocol.PriceEvent;
import org.plimsoll.protocol.Request;
import org.plimsoll.venue.VenueView;

/// What marks promise, tried on the real venue's events alone.
final class PriceLaws {
  private static final long FIVE_MINUTES_NS = 300_000_000_000L;

  private PriceLaws() {}

  /// A mark that was in force, and until when; the last one still is.
  private record Mark(BigInteger price, long untilNs) {}

  /// Of any two marks of an asset in force within five minutes while its clamp is set, the later is
  /// at most a fifth from the earlier, or one billionth.
  static final class ClampedMarks implements RunWatch {
    private final SortedMap<Integer, List<Mark>> clamped = new TreeMap<>();
    private final SortedMap<Integer, BigInteger> marks = new TreeMap<>();
    private long clock;

    @Override
    public void after(Request request, LawRun run) {
      for (Event event : run.events()) {
        switch (event) {
          case Event.CommandApplied(AdvanceTime c) -> clock = c.timestampNs();
          case Event.CommandApplied(SetPriceClamp c) -> set(clamped, c);
          case PriceEvent.MarkPriceSet e -> move(e);
          default -> {}
        }
      }
    }

    private void move(PriceEvent.MarkPriceSet e) {
      BigInteger price = BigInteger.valueOf(e.priceE9());
      BigInteger before = marks.getOrDefault(e.asset(), BigInteger.ZERO);
      List<Mark> earlier = clamped.get(e.asset());
      if (earlier != null && before.signum() > 0) {
        earlier.removeIf(mark -> clock - mark.untilNs() > FIVE_MINUTES_NS);
        earlier.add(new Mark(before, clock));
        checkMark(earlier, price);
      }
      marks.put(e.asset(), price);
    }
  }

  /// Nobody has a position in a future that has expired, nothing trades in it any more, and what is
  /// left to be paid is what its settlement still has, or lacks.
  static final class ExpiredFutures implements RunWatch {
    private final SortedSet<Integer> expired = new TreeSet<>();

    @Override
    public void after(Request request, LawRun run) {
      for (Event event : run.events()) {
        switch (event) {
          case PriceEvent.FutureExpired e -> expired.add(e.market());
          case OrderEvent.TradeExecuted e ->
              BrokenLaw.unless(!expired.contains(e.market()), "after expiry " + e);
          default -> {}
        }
      }
      expired.forEach(market -> checkExpired(run.view(), market));
    }
  }

  private static void checkExpired(VenueView view, int market) {
    long left = 0;
    for (int account = 0; account < view.accounts().size(); account++) {
      BrokenLaw.unlessEqual(0L, view.positionLots(account, market), "lots after expiry");
      left += view.unrealized(account, market);
    }
    BrokenLaw.unlessEqual(view.settlementBalance(market), left, "left to be paid after expiry");
    BrokenLaw.unlessEqual(MarketState.DELISTED, view.marketState(market), "state after expiry");
  }

  private static void set(SortedMap<Integer, List<Mark>> clamped, SetPriceClamp c) {
    if (c.isClamped()) {
      clamped.putIfAbsent(c.asset(), new ArrayList<>());
    } else {
      clamped.remove(c.asset());
    }
  }

  private static void checkMark(List<Mark> earlier, BigInteger price) {
    for (Mark mark : earlier) {
      BigInteger fifths = price.subtract(mark.price()).abs().multiply(BigInteger.valueOf(5));
      boolean isNear = fifths.compareTo(mark.price().max(BigInteger.valueOf(5))) <= 0;
      BrokenLaw.unless(isNear, "mark " + price + " within five minutes of " + mark.price());
    }
  }
}
