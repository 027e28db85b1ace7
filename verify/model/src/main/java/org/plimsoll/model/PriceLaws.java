package org.plimsoll.model;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.protocol.ClockCommand.AdvanceTime;
import org.plimsoll.protocol.ClockCommand.SetPriceClamp;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.PriceEvent;
import org.plimsoll.protocol.Request;

/// What marks promise, tried on the real venue's events alone.
final class PriceLaws {
  private static final long FIVE_MINUTES_NS = 300_000_000_000L;

  private PriceLaws() {}

  /// A mark that was in force, and until when; the last one still is.
  private record Mark(BigInteger price, long untilNs) {}

  /// Of any two marks of an asset in force within five minutes while its clamp is set, the later is
  /// at most a fifth from the earlier, or one billionth.
  static void clampedMarksMoveSlowly(List<Request> history) {
    VenueLaws.Live live = new VenueLaws.Live();
    SortedMap<Integer, List<Mark>> clamped = new TreeMap<>();
    SortedMap<Integer, BigInteger> marks = new TreeMap<>();
    long clock = 0;
    for (Request request : history) {
      for (Event event : live.apply(request)) {
        switch (event) {
          case Event.CommandApplied(AdvanceTime c) -> clock = c.timestampNs();
          case Event.CommandApplied(SetPriceClamp c) -> set(clamped, c);
          case PriceEvent.MarkPriceSet e -> {
            BigInteger price = BigInteger.valueOf(e.priceE9());
            BigInteger before = marks.getOrDefault(e.asset(), BigInteger.ZERO);
            List<Mark> earlier = clamped.get(e.asset());
            if (earlier != null && before.signum() > 0) {
              earlier.add(new Mark(before, clock));
              checkMark(earlier, price, clock);
            }
            marks.put(e.asset(), price);
          }
          default -> {}
        }
      }
    }
  }

  private static void set(SortedMap<Integer, List<Mark>> clamped, SetPriceClamp c) {
    if (c.isClamped()) {
      clamped.putIfAbsent(c.asset(), new ArrayList<>());
    } else {
      clamped.remove(c.asset());
    }
  }

  private static void checkMark(List<Mark> earlier, BigInteger price, long clock) {
    for (Mark mark : earlier) {
      BigInteger fifths = price.subtract(mark.price()).abs().multiply(BigInteger.valueOf(5));
      boolean isNear = fifths.compareTo(mark.price().max(BigInteger.valueOf(5))) <= 0;
      BrokenLaw.unless(
          isNear || clock - mark.untilNs() > FIVE_MINUTES_NS,
          "mark " + price + " within five minutes of " + mark.price());
    }
  }
}
