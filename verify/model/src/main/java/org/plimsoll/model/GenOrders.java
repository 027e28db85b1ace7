package org.plimsoll.model;

import java.util.List;
import java.util.SplittableRandom;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.ListingCommand;
import org.plimsoll.protocol.MarketState;
import org.plimsoll.protocol.OrderCommand;
import org.plimsoll.protocol.OrderText;
import org.plimsoll.protocol.Sides;
import org.plimsoll.protocol.TradingCommand;
import org.plimsoll.protocol.TriggerKind;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// Draws what customers ask of their orders.
final class GenOrders {
  private final SplittableRandom random;
  private final GenNumbers numbers;
  private final NaiveState state;

  GenOrders(SplittableRandom random, GenNumbers numbers, NaiveState state) {
    this.random = random;
    this.numbers = numbers;
    this.state = state;
  }

  Command limit(int account) {
    int market = numbers.market();
    Side side = side();
    long ticks = numbers.ticks(market);
    return new OrderCommand.PlaceLimitOrder(
        account,
        market,
        side,
        ticks,
        numbers.lots(account, market, side, ticks),
        timeInForce(),
        numbers.clientOrder(),
        isReduceOnly(market));
  }

  Command market(int account) {
    int market = numbers.market();
    Side side = side();
    long ticks = numbers.ticks(market);
    return new OrderCommand.PlaceMarketOrder(
        account,
        market,
        side,
        numbers.lots(account, market, side, ticks),
        numbers.clientOrder(),
        isReduceOnly(market));
  }

  /// Draws a cancellation or an amendment, mostly of an order that is there and by its owner.
  Command change() {
    int market = numbers.market();
    List<NaiveOrderBook.Resting> orders =
        market >= 0 && market < state.markets.size()
            ? state.markets.get(market).book().orders()
            : List.of();
    if (orders.isEmpty() || random.nextInt(10) == 0) {
      return unaimed(market);
    }
    NaiveOrderBook.Resting order = orders.get(random.nextInt(orders.size()));
    int account = random.nextInt(12) == 0 ? numbers.account() : order.account();
    return switch (random.nextInt(10)) {
      case 0 -> new OrderCommand.CancelClientOrder(account, order.terms().clientOrder());
      case 1 -> cancelAll(account, market);
      case 2, 3, 4, 5 -> amend(account, market, order);
      default -> new OrderCommand.CancelOrder(account, market, order.order());
    };
  }

  /// Draws what a market holds orders to, or which it takes: mostly all.
  Command terms() {
    int market = numbers.market();
    if (random.nextInt(3) > 0) {
      MarketState[] all = MarketState.values();
      int place = random.nextInt(4) > 0 ? 0 : random.nextInt(all.length);
      boolean isFinal = all[place] == MarketState.DELISTED && random.nextInt(4) > 0;
      MarketState state = isFinal ? MarketState.OPEN : all[place];
      return new ListingCommand.SetMarketState(
          market, state, "drawn", "one", random.nextInt(8) == 0 ? "ONE" : "two");
    }
    return new ListingCommand.SetMarketLimits(
        market,
        numbers.partOfPrice(market),
        numbers.partOfPrice(market),
        isFuture(market) || random.nextInt(8) == 0 ? numbers.partOfPrice(market) : 0,
        random.nextInt(8) == 0 ? numbers.edge(100) : random.nextInt(3),
        random.nextInt(3) == 0 ? numbers.edge(numbers.quoteMax()) : 0);
  }

  /// Draws an order that waits for a mark a few ticks away, or the end of one.
  Command trigger(int account) {
    if (random.nextInt(5) == 0) {
      long number = random.nextInt(6) == 0 ? numbers.edge(1) : random.nextLong(state.triggers + 2);
      List<NaiveTriggers.Waiting> waiting = state.waiting;
      if (waiting.isEmpty() || random.nextInt(4) == 0) {
        return new TradingCommand.CancelTrigger(account, number);
      }
      NaiveTriggers.Waiting any = waiting.get(random.nextInt(waiting.size()));
      return new TradingCommand.CancelTrigger(any.order().account(), any.number());
    }
    int market = numbers.market();
    Side side = side();
    long ticks = numbers.ticks(market);
    TriggerKind kind = kind(side, ticks < numbers.markTicks(market));
    boolean isNear = kind == TriggerKind.TRAILING_STOP && random.nextInt(6) > 0;
    return new TradingCommand.PlaceTrigger(
        account,
        market,
        kind,
        side,
        isNear ? 1 + random.nextInt(6) : ticks,
        random.nextBoolean() ? 0 : numbers.ticks(market),
        numbers.lots(account, market, side, Math.max(1, ticks)),
        isReduceOnly(market));
  }

  /// Draws a kind that waits for the mark to fall, or to rise; seldom any.
  private TriggerKind kind(Side side, boolean falls) {
    TriggerKind[] all = TriggerKind.values();
    if (random.nextInt(3) == 0) {
      return all[random.nextInt(all.length)];
    }
    return falls == (side == Side.SELL) ? TriggerKind.STOP : TriggerKind.TAKE_PROFIT;
  }

  private Command unaimed(int market) {
    return switch (random.nextInt(5)) {
      case 0 -> new OrderCommand.CancelClientOrder(numbers.account(), numbers.clientOrder());
      case 1 -> cancelAll(numbers.account(), market);
      case 4 ->
          new TradingCommand.NoteClientOrder(numbers.account(), numbers.clientOrder(), text());
      case 2 ->
          new OrderCommand.AmendOrder(
              numbers.account(),
              market,
              numbers.order(),
              numbers.ticks(market),
              1,
              numbers.clientOrder());
      default -> new OrderCommand.CancelOrder(numbers.account(), market, numbers.order());
    };
  }

  /// Draws what a client may call an order: of any length, of any characters.
  private OrderText text() {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(OrderText.LENGTH_MAX); left >= 0; left--) {
      text.append((char) random.nextInt(' ', '~' + 1));
    }
    return new OrderText(text.toString());
  }

  private Command cancelAll(int account, int market) {
    Sides[] sides = Sides.values();
    return new TradingCommand.CancelAllOrders(
        account, random.nextBoolean() ? -1 : market, sides[random.nextInt(sides.length)]);
  }

  private Command amend(int account, int market, NaiveOrderBook.Resting order) {
    long ticks = random.nextInt(3) == 0 ? 0 : numbers.ticks(market);
    long asked = ticks == 0 ? order.priceTicks() : ticks;
    long lots =
        random.nextInt(3) == 0 ? 0 : numbers.lots(order.account(), market, order.side(), asked);
    return new OrderCommand.AmendOrder(
        account, market, order.order(), ticks, lots, numbers.clientOrder());
  }

  private TimeInForce timeInForce() {
    TimeInForce[] all = TimeInForce.values();
    return random.nextInt(3) > 0 ? TimeInForce.GOOD_TILL_CANCELED : all[random.nextInt(all.length)];
  }

  /// No spot market takes such an order.
  private boolean isReduceOnly(int market) {
    return random.nextInt(isFuture(market) ? 6 : 60) == 0;
  }

  private boolean isFuture(int market) {
    return market >= 0 && market < state.markets.size() && state.markets.get(market).isFuture();
  }

  private Side side() {
    return random.nextBoolean() ? Side.BUY : Side.SELL;
  }
}
