package org.plimsoll.model;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

class NaiveOrderBookTest extends OrderBookContract {
  @Override
  OrderBookUnderTest create() {
    return new Naive();
  }

  static final class Naive implements OrderBookUnderTest {
    private final NaiveOrderBook book = new NaiveOrderBook();

    @Override
    public List<String> enter(
        long order,
        int account,
        Side side,
        OptionalLong limitTicks,
        long lots,
        TimeInForce timeInForce) {
      NaiveOrderBook.Outcome outcome =
          book.enter(order, account, side, limitTicks, lots, terms(timeInForce));
      List<String> lines = new ArrayList<>();
      for (NaiveOrderBook.Match match : outcome.matches()) {
        lines.add(
            Lines.trade(match.maker().order(), order, match.maker().priceTicks(), match.lots()));
      }
      outcome
          .canceled()
          .ifPresent(cause -> lines.add(Lines.canceled(order, cause.name(), outcome.leavesLots())));
      if (outcome.restLots() > 0) {
        lines.add(Lines.rests(order, side, limitTicks.orElseThrow(), outcome.leavesLots()));
      }
      return lines;
    }

    @Override
    public List<String> remove(long order) {
      return book.remove(order).stream().map(gone -> "removed " + line(gone)).toList();
    }

    @Override
    public List<String> orders() {
      return book.orders().stream().map(Naive::line).toList();
    }

    @Override
    public String sweep(
        int account, Side side, OptionalLong limitTicks, long lots, TimeInForce timeInForce) {
      NaiveOrderBook.Outcome outcome =
          book.preview(account, side, limitTicks, lots, terms(timeInForce));
      return outcome.filledLots() + " lots for " + outcome.tickLots();
    }

    private static NaiveOrderBook.Terms terms(TimeInForce timeInForce) {
      return new NaiveOrderBook.Terms(timeInForce, 0, false);
    }

    private static String line(NaiveOrderBook.Resting order) {
      return Lines.resting(
          order.order(), order.account(), order.side(), order.priceTicks(), order.lots());
    }
  }
}
