package org.plimsoll.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.venue.Bench.BITCOIN;
import static org.plimsoll.venue.Bench.BTC;
import static org.plimsoll.venue.Bench.DOLLAR;
import static org.plimsoll.venue.Bench.FTT;
import static org.plimsoll.venue.Bench.TOKEN;
import static org.plimsoll.venue.Bench.USD;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.protocol.AccountCommand;
import org.plimsoll.protocol.CancelCause;
import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.ClockEvent;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.DueWork;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.ListingCommand;
import org.plimsoll.protocol.ListingCommand.SetMarketState;
import org.plimsoll.protocol.MarketState;
import org.plimsoll.protocol.OrderEvent;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.protocol.TradingCommand.CancelTrigger;
import org.plimsoll.protocol.TradingCommand.PlaceTrigger;
import org.plimsoll.protocol.TriggerEvent;
import org.plimsoll.protocol.TriggerKind;
import org.plimsoll.units.Side;

/// Orders that wait for the mark. A bitcoin is at 20,000, a token at 20.
class TriggerTest {
  private final Bench bench = Bench.listed(3);
  private long clock = 10;

  TriggerTest() {
    bench.deposit(0, BTC, 10 * BITCOIN);
    bench.deposit(0, FTT, 100 * TOKEN);
    bench.deposit(1, USD, 10_000_000 * DOLLAR);
  }

  @Test
  void shouldAnswerWithANumberAndReserveNothing() {
    PlaceTrigger stop = limit(0, TriggerKind.STOP, Side.SELL, 19_000, 18_000);
    assertThat(bench.applied(stop))
        .containsExactly(new Event.CommandApplied(stop), new TriggerEvent.TriggerAccepted(1));
    assertThat(bench.view().ordersWouldTake(0, BTC)).isZero();
    assertThat(bench.view().triggers()).containsOnlyKeys(1L).containsValue(stop);
  }

  @Test
  void shouldFireAStopWhenTheMarkReachesItAndNoSooner() {
    bench.applied(limit(0, TriggerKind.STOP, Side.SELL, 19_000, 18_000));
    assertThat(mark(BTC, 19_000_000_000_001L)).hasSize(2);
    assertThat(mark(BTC, 19_000_000_000_000L))
        .endsWith(
            new TriggerEvent.TriggerFired(1),
            new OrderEvent.LimitOrderAccepted(1, 0, 0, Side.SELL, 18_000, 1));
    assertThat(bench.view().triggers()).isEmpty();
    assertThat(mark(BTC, 18_000_000_000_000L)).hasSize(2);
  }

  @Test
  void shouldFireEveryKindOnItsOwnSide() {
    assertFires(TriggerKind.STOP, Side.SELL, 19_999, 19_999);
    assertFires(TriggerKind.STOP, Side.BUY, 20_001, 20_001);
    assertFires(TriggerKind.TAKE_PROFIT, Side.SELL, 20_001, 20_001);
    assertFires(TriggerKind.TAKE_PROFIT, Side.BUY, 19_999, 19_999);
    assertFires(TriggerKind.TRAILING_STOP, Side.SELL, 1, 19_999);
    assertFires(TriggerKind.TRAILING_STOP, Side.BUY, 1, 20_001);
  }

  @Test
  void shouldLetATrailingStopFollowTheMarkAndMeasureFromItsHighest() {
    bench.applied(market(0, TriggerKind.TRAILING_STOP, Side.SELL, 1_000));
    mark(BTC, 21_000_000_000_000L);
    bench.applied(market(0, TriggerKind.TRAILING_STOP, Side.SELL, 500));
    mark(BTC, 22_000_000_000_000L);
    assertThat(fired(mark(BTC, 21_501_000_000_000L))).isEmpty();
    assertThat(fired(mark(BTC, 21_500_000_000_000L))).containsExactly(2L);
    assertThat(fired(mark(BTC, 21_000_000_000_000L))).containsExactly(1L);
  }

  @Test
  void shouldMeasureATrailingStopFromTheMarksSinceItWasPlaced() {
    bench.applied(market(0, TriggerKind.TRAILING_STOP, Side.BUY, 1_000));
    mark(BTC, 18_000_000_000_000L);
    mark(BTC, 18_999_000_000_000L);
    bench.applied(market(0, TriggerKind.TRAILING_STOP, Side.BUY, 1_000));
    assertThat(fired(mark(BTC, 19_000_000_000_000L))).containsExactly(1L);
    assertThat(fired(mark(BTC, 19_999_000_000_000L))).containsExactly(2L);
  }

  @Test
  void shouldPlaceWhatOneMarkFiresInTheOrderOfArrival() {
    bench.applied(market(0, TriggerKind.STOP, Side.SELL, 17_000));
    bench.applied(token(Side.SELL, 19));
    bench.applied(market(0, TriggerKind.STOP, Side.SELL, 18_000));
    bench.applied(market(1, TriggerKind.TAKE_PROFIT, Side.BUY, 17_500));
    bench.applied(new ClockCommand.PublishIndexPrice(FTT, 10_000_000_000L));
    assertThat(fired(mark(BTC, 10_000_000_000_000L))).containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void shouldDropWhatTheGatesRefuseAndSayWhy() {
    bench.applied(limit(2, TriggerKind.STOP, Side.SELL, 19_000, 18_000));
    assertThat(mark(BTC, 1_000_000_000_000L))
        .endsWith(
            new TriggerEvent.TriggerFired(1),
            new TriggerEvent.TriggerRefused(
                1, RefusalReason.INSUFFICIENT_BALANCE.code(), 1_000_000, 0));
    assertThat(bench.view().triggers()).isEmpty();
    bench.refused(Bench.bitcoin(2, Side.SELL, 1, 0), RefusalReason.QUANTITY_OUT_OF_RANGE, 1, 0);
  }

  @Test
  void shouldLeaveWhatTheBudgetDoesNotReachForTheNextCommand() {
    Bench narrow = Bench.listed(new Limits(4, 8, 2, 2, 3, 3, 1), 1);
    narrow.deposit(0, BTC, BITCOIN);
    for (long price = 19_000; price < 19_003; price++) {
      narrow.applied(market(0, TriggerKind.STOP, Side.SELL, price));
    }
    narrow.applied(new ClockCommand.PublishIndexPrice(BTC, 1_000_000_000_000L));
    assertThat(fired(narrow.applied(new ClockCommand.AdvanceTime(2, 0)))).containsExactly(1L);
    assertThat(narrow.applied(new CancelTrigger(0, 2)))
        .as("its turn comes, and there is nothing to place")
        .containsExactly(
            new Event.CommandApplied(new CancelTrigger(0, 2)),
            new ClockEvent.DueWorkBegan(DueWork.TRIGGER, 2, 2));
    assertThat(narrow.send(Bench.bitcoin(5, Side.BUY, 1, 1)))
        .endsWith(
            new Event.CommandRefused(RefusalReason.CATCHING_UP, 2, 2),
            new ClockEvent.DueWorkBegan(DueWork.TRIGGER, 3, 2),
            new TriggerEvent.TriggerFired(3),
            new OrderEvent.MarketOrderAccepted(2, 0, 0, Side.SELL, 1),
            new OrderEvent.OrderCanceled(2, 0, 0, 1, CancelCause.BOOK_EXHAUSTED));
    assertThat(narrow.view().triggers()).isEmpty();
  }

  @Test
  void shouldTakeBackWhatWaits() {
    bench.applied(market(0, TriggerKind.STOP, Side.SELL, 19_000));
    bench.applied(market(0, TriggerKind.TRAILING_STOP, Side.SELL, 1));
    bench.applied(market(0, TriggerKind.TRAILING_STOP, Side.BUY, 1));
    bench.refused(new CancelTrigger(1, 1), RefusalReason.NOT_THE_OWNER, 0, 1);
    bench.refused(new CancelTrigger(0, 4), RefusalReason.UNKNOWN_ORDER, 0, 4);
    bench.refused(new CancelTrigger(3, 1), RefusalReason.UNKNOWN_ACCOUNT, 3, 3);
    for (long trigger = 1; trigger <= 3; trigger++) {
      bench.applied(new CancelTrigger(0, trigger));
    }
    assertThat(fired(mark(BTC, 10_000_000_000_000L))).isEmpty();
    assertThat(fired(mark(BTC, 30_000_000_000_000L))).isEmpty();
    bench.applied(market(0, TriggerKind.STOP, Side.SELL, 19_000));
  }

  @Test
  void shouldRefuseWhatCannotWait() {
    bench.refused(
        market(0, TriggerKind.STOP, Side.SELL, 20_000),
        RefusalReason.TRIGGER_REACHED_ALREADY,
        19_999,
        20_000);
    bench.refused(
        market(0, TriggerKind.STOP, Side.BUY, 20_000),
        RefusalReason.TRIGGER_REACHED_ALREADY,
        20_001,
        20_000);
    bench.refused(market(0, TriggerKind.STOP, Side.BUY, 0), RefusalReason.PRICE_OUT_OF_RANGE, 1, 0);
    bench.refused(
        limit(0, TriggerKind.STOP, Side.BUY, 1, -1), RefusalReason.PRICE_OUT_OF_RANGE, 0, -1);
    bench.refused(
        new PlaceTrigger(0, 0, TriggerKind.STOP, Side.BUY, 30_000, 0, 0, false),
        RefusalReason.QUANTITY_OUT_OF_RANGE,
        1,
        0);
    bench.refused(
        new PlaceTrigger(0, 0, TriggerKind.STOP, Side.BUY, 30_000, 0, 1, true),
        RefusalReason.SPOT_CANNOT_REDUCE,
        0,
        1);
    bench.refused(market(3, TriggerKind.STOP, Side.BUY, 1), RefusalReason.UNKNOWN_ACCOUNT, 3, 3);
    for (int count = 0; count < 3; count++) {
      bench.applied(market(0, TriggerKind.STOP, Side.SELL, 19_000));
    }
    bench.refused(
        market(0, TriggerKind.STOP, Side.SELL, 19_000), RefusalReason.TOO_MANY_OPEN_ORDERS, 4, 3);
    bench.applied(new SetMarketState(0, MarketState.DELISTED, "x", "one", "two"));
    bench.refused(
        market(1, TriggerKind.STOP, Side.SELL, 19_000), RefusalReason.MARKET_STATE_FORBIDS, 0, 4);
  }

  @Test
  void shouldWaitOnlyWhereThereIsAMark() {
    Bench unmarked = new Bench(Bench.LIMITS);
    for (Command command :
        List.of(
            new ListingCommand.DefineAsset(0, "USD", 0, 100),
            new ListingCommand.DefineAsset(1, "X", 0, 100),
            new ListingCommand.ListMarket(0, "X/USD", 1, 0, 1_000_000_000, 1),
            new AccountCommand.OpenAccount(0, "a"))) {
      unmarked.applied(command);
    }
    unmarked.refused(market(0, TriggerKind.STOP, Side.SELL, 5), RefusalReason.NO_MARK_PRICE, 1, 0);
  }

  private void assertFires(TriggerKind kind, Side side, long ticks, long at) {
    mark(BTC, 20_000_000_000_000L);
    bench.applied(market(0, kind, side, ticks));
    assertThat(fired(mark(BTC, at * 1_000_000_000))).as("%s %s", kind, side).hasSize(1);
  }

  private List<Event> mark(int asset, long priceE9) {
    bench.applied(new ClockCommand.PublishIndexPrice(asset, priceE9));
    return bench.applied(new ClockCommand.AdvanceTime(++clock, 0));
  }

  private static List<Long> fired(List<Event> events) {
    return events.stream()
        .filter(TriggerEvent.TriggerFired.class::isInstance)
        .map(event -> ((TriggerEvent.TriggerFired) event).trigger())
        .toList();
  }

  private static PlaceTrigger market(int account, TriggerKind kind, Side side, long ticks) {
    return new PlaceTrigger(account, 0, kind, side, ticks, 0, 1, false);
  }

  private static PlaceTrigger limit(
      int account, TriggerKind kind, Side side, long ticks, long limit) {
    return new PlaceTrigger(account, 0, kind, side, ticks, limit, 1, false);
  }

  private static PlaceTrigger token(Side side, long ticks) {
    return new PlaceTrigger(0, 1, TriggerKind.STOP, side, ticks, 0, 1, false);
  }
}
