package org.plimsoll.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.venue.Bench.BTC;
import static org.plimsoll.venue.Bench.DOLLAR;
import static org.plimsoll.venue.Bench.USD;

import org.junit.jupiter.api.Test;
import org.plimsoll.protocol.CancelCause;
import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.ClockEvent;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.DueWork;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.ListingCommand;
import org.plimsoll.protocol.MarketState;
import org.plimsoll.protocol.OrderCommand;
import org.plimsoll.protocol.OrderEvent;
import org.plimsoll.protocol.PriceEvent;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.protocol.TradingCommand.PlaceTrigger;
import org.plimsoll.protocol.TriggerEvent;
import org.plimsoll.protocol.TriggerKind;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// Orders in a bitcoin perpetual at 20,000, where account 1 has bought ten hundredths of a coin
/// from account 0.
class FuturesOrderTest {
  private static final int PERP = 2;
  private static final long ONE_E9 = 1_000_000_000L;

  private final Bench bench = Bench.listed(new Limits(4, 8, 2, 4, 3, 4, 100), 3);

  FuturesOrderTest() {
    bench.applied(
        new ListingCommand.ListFuture(
            PERP, "BTC-PERP", BTC, ONE_E9, 1_000_000, 0, 2_000_000, ONE_E9, ONE_E9, 1_000));
    for (int account = 0; account < 3; account++) {
      bench.deposit(account, USD, 2_000 * DOLLAR);
    }
    bench.applied(order(0, Side.SELL, 20_000, 10));
    bench.applied(order(1, Side.BUY, 20_000, 10));
  }

  @Test
  void shouldReduceAPositionAndNotGoPastIt() {
    RefusalReason reason = RefusalReason.WOULD_NOT_REDUCE;
    bench.refused(reducing(1, Side.SELL, 20_001, 11), reason, 11, 10);
    bench.refused(reducing(1, Side.BUY, 19_999, 1), reason, 1, 0);
    bench.refused(reducing(2, Side.SELL, 20_001, 1), reason, 1, 0);
    bench.applied(reducing(0, Side.BUY, 19_999, 10));
    bench.applied(reducing(1, Side.SELL, 20_001, 10));
  }

  @Test
  void shouldCountWhatRestsOnTheSideThatReduces() {
    bench.applied(order(1, Side.SELL, 20_001, 4));
    bench.refused(reducing(1, Side.SELL, 20_002, 7), RefusalReason.WOULD_NOT_REDUCE, 7, 6);
    bench.applied(reducing(1, Side.SELL, 20_002, 6));
    bench.applied(new OrderCommand.AmendOrder(1, PERP, 4, 20_003, 0, 0));
    bench.refused(
        new OrderCommand.AmendOrder(1, PERP, 5, 0, 7, 0), RefusalReason.WOULD_NOT_REDUCE, 7, 6);
  }

  /// The question is asked when the order comes and not again.
  @Test
  void shouldLetAReducingOrderThatRestsOpenAPositionOnceTheOldOneIsGone() {
    bench.applied(reducing(1, Side.SELL, 20_005, 10));
    bench.applied(order(0, Side.BUY, 20_000, 10));
    bench.applied(order(1, Side.SELL, 20_000, 10));
    assertThat(bench.view().positionLots(1, PERP)).isZero();
    bench.applied(order(0, Side.BUY, 20_005, 10));
    assertThat(bench.view().positionLots(1, PERP)).isEqualTo(-10);
  }

  @Test
  void shouldTakeOnlyOrdersThatReduceInACloseOnlyFuture() {
    bench.applied(state(MarketState.CLOSE_ONLY));
    bench.refused(order(2, Side.BUY, 19_999, 1), RefusalReason.WOULD_NOT_REDUCE, 1, 0);
    bench.refused(order(1, Side.SELL, 20_001, 11), RefusalReason.WOULD_NOT_REDUCE, 11, 10);
    bench.applied(order(1, Side.SELL, 20_000, 10));
    bench.applied(new OrderCommand.PlaceMarketOrder(0, PERP, Side.BUY, 10));
    assertThat(bench.view().positionLots(1, PERP)).isZero();
  }

  /// 2,000 dollars carry a coin at leverage 10, and the position is a tenth of one.
  @Test
  void shouldReleaseWhatAnAmendedOrderReserved() {
    bench.applied(order(1, Side.BUY, 20_000, 90));
    bench.refused(
        order(1, Side.BUY, 20_000, 1), RefusalReason.INSUFFICIENT_FREE_COLLATERAL, 0, -20 * DOLLAR);
    bench.applied(new OrderCommand.AmendOrder(1, PERP, 3, 19_999, 0, 0));
    bench.refused(
        new OrderCommand.AmendOrder(1, PERP, 4, 0, 91, 0),
        RefusalReason.INSUFFICIENT_FREE_COLLATERAL,
        0,
        -20 * DOLLAR);
    bench.applied(new OrderCommand.CancelOrder(1, PERP, 4));
    bench.applied(order(1, Side.BUY, 20_000, 90));
  }

  /// The index stays at 20,000 while the future has a bid of 20,100 for ten minutes.
  @Test
  void shouldHoldPricesToTheMarkOfTheFuture() {
    bench.applied(order(2, Side.BUY, 20_100, 1));
    bench.applied(new ClockCommand.AdvanceTime(2, 0));
    bench.applied(new ClockCommand.AdvanceTime(600_000_000_000L, 0));
    bench.applied(new ListingCommand.SetMarketLimits(PERP, 0, 100_000_000, 0, 0, 0));
    RefusalReason reason = RefusalReason.PRICE_OUTSIDE_BAND;
    bench.refused(order(1, Side.SELL, 22_111, 1), reason, 22_110, 22_111);
    bench.applied(order(1, Side.SELL, 22_110, 1));
    bench.refused(order(2, Side.BUY, 18_089, 1), reason, 18_090, 18_089);
  }

  /// The mean premium is 0.5 %, so with 5 points prices are from 0.955 to 1.055 of the index.
  @Test
  void rules_section4_shouldHoldThePremiumToItsMean() {
    bench.applied(order(2, Side.BUY, 20_100, 1));
    bench.applied(new ClockCommand.AdvanceTime(2, 0));
    bench.applied(new ClockCommand.AdvanceTime(600_000_000_000L, 0));
    bench.applied(new ListingCommand.SetMarketLimits(PERP, 0, 0, 50_000_000, 0, 0));
    RefusalReason reason = RefusalReason.PREMIUM_OUTSIDE_BAND;
    bench.refused(order(1, Side.SELL, 21_101, 1), reason, 21_100, 21_101);
    bench.applied(order(1, Side.SELL, 21_100, 1));
    bench.refused(order(2, Side.BUY, 19_099, 1), reason, 19_100, 19_099);
    bench.refused(new OrderCommand.AmendOrder(1, PERP, 4, 21_101, 0, 0), reason, 21_100, 21_101);
    bench.applied(new ListingCommand.SetMarketLimits(PERP, 0, 0, 200_000_000, 0, 0));
    bench.refused(order(1, Side.SELL, 24_101, 1), reason, 24_100, 24_101);
  }

  /// The index rises to 22,000 and no future has traded yet: its mean mark is still 20,000, but the
  /// premium is what counts here.
  @Test
  void shouldMoveThePremiumBandWithTheIndexAtOnce() {
    bench.applied(new ClockCommand.AdvanceTime(600_000_000_000L, 0));
    bench.applied(new ListingCommand.SetMarketLimits(PERP, 0, 0, 50_000_000, 0, 0));
    bench.applied(new ClockCommand.PublishIndexPrice(BTC, 22_000 * ONE_E9));
    bench.applied(new ClockCommand.AdvanceTime(600_000_000_001L, 0));
    RefusalReason reason = RefusalReason.PREMIUM_OUTSIDE_BAND;
    bench.refused(order(2, Side.BUY, 20_899, 1), reason, 20_900, 20_899);
    bench.refused(order(2, Side.BUY, 23_101, 1), reason, 23_100, 23_101);
    bench.applied(order(2, Side.BUY, 20_900, 1));
  }

  @Test
  void shouldHoldThePremiumOfASpotMarketToNothing() {
    bench.refused(
        new ListingCommand.SetMarketLimits(0, 0, 0, 1, 0, 0),
        RefusalReason.PARAMETER_OUT_OF_RANGE,
        0,
        1);
    bench.refused(
        new ListingCommand.SetMarketLimits(PERP, 0, 0, ONE_E9 + 1, 0, 0),
        RefusalReason.PARAMETER_OUT_OF_RANGE,
        ONE_E9,
        ONE_E9 + 1);
  }

  @Test
  void shouldBoundTheLimitsOfAFutureByItsPositions() {
    bench.refused(
        new ListingCommand.SetMarketLimits(PERP, 0, 0, 0, 2_001, 0),
        RefusalReason.PARAMETER_OUT_OF_RANGE,
        2_000,
        2_001);
    bench.applied(new ListingCommand.SetMarketLimits(PERP, 0, 0, 0, 2, 500 * DOLLAR));
    bench.refused(order(2, Side.BUY, 19_000, 1), RefusalReason.QUANTITY_OUT_OF_RANGE, 2, 1);
    bench.refused(
        order(2, Side.BUY, 19_000, 3),
        RefusalReason.OPEN_ORDER_CAP_REACHED,
        570 * DOLLAR,
        500 * DOLLAR);
  }

  @Test
  void shouldFireAtTheMarkOfTheFuture() {
    bench.applied(
        new PlaceTrigger(1, PERP, TriggerKind.TAKE_PROFIT, Side.SELL, 20_100, 0, 10, true));
    bench.applied(order(2, Side.BUY, 20_100, 4));
    ClockCommand.AdvanceTime next = new ClockCommand.AdvanceTime(2, 0);
    assertThat(bench.applied(next))
        .containsExactly(
            new Event.CommandApplied(next),
            new PriceEvent.FutureMarkSet(PERP, 20_100),
            new ClockEvent.DueWorkBegan(DueWork.TRIGGER, 1, 2),
            new TriggerEvent.TriggerFired(1),
            new OrderEvent.MarketOrderAccepted(4, 1, PERP, Side.SELL, 10, 0, true),
            new OrderEvent.TradeExecuted(PERP, 3, 4, 2, 1, Side.SELL, 20_100, 4),
            new OrderEvent.OrderCanceled(4, 1, PERP, 6, CancelCause.BOOK_EXHAUSTED));
    assertThat(bench.view().positionLots(1, PERP)).isEqualTo(6);
  }

  /// An order that waited is placed although another is still due.
  @Test
  void shouldPlaceWhatIsDueItselfWhileItIsBehind() {
    for (long price = 20_001; price < 20_003; price++) {
      bench.applied(new PlaceTrigger(1, PERP, TriggerKind.STOP, Side.BUY, price, 20_002, 1, false));
    }
    bench.applied(order(2, Side.BUY, 20_003, 1));
    assertThat(bench.applied(new ClockCommand.AdvanceTime(2, 0)))
        .contains(new TriggerEvent.TriggerFired(1), new TriggerEvent.TriggerFired(2))
        .noneMatch(TriggerEvent.TriggerRefused.class::isInstance);
  }

  @Test
  void shouldCancelTheOrdersOfADelistedFutureAndKeepItsPositions() {
    bench.applied(order(2, Side.BUY, 19_000, 1));
    assertThat(bench.applied(state(MarketState.DELISTED)))
        .endsWith(
            new ClockEvent.DueWorkBegan(DueWork.DELISTING, PERP, 1),
            new OrderEvent.OrderCanceled(3, 2, PERP, 1, CancelCause.MARKET_DELISTED));
    bench.refused(order(2, Side.BUY, 19_000, 1), RefusalReason.MARKET_STATE_FORBIDS, 0, 4);
    assertThat(bench.view().positionLots(1, PERP)).isEqualTo(10);
  }

  private static Command state(MarketState state) {
    return new ListingCommand.SetMarketState(PERP, state, "test", "one", "two");
  }

  private static Command order(int account, Side side, long price, long hundredths) {
    return new OrderCommand.PlaceLimitOrder(account, PERP, side, price, hundredths);
  }

  private static Command reducing(int account, Side side, long price, long hundredths) {
    return new OrderCommand.PlaceLimitOrder(
        account, PERP, side, price, hundredths, TimeInForce.GOOD_TILL_CANCELED, 0, true);
  }
}
