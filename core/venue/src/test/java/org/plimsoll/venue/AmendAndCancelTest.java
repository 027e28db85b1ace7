package org.plimsoll.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.venue.Bench.BTC;
import static org.plimsoll.venue.Bench.DOLLAR;
import static org.plimsoll.venue.Bench.FTT;
import static org.plimsoll.venue.Bench.TOKEN;
import static org.plimsoll.venue.Bench.USD;

import org.junit.jupiter.api.Test;
import org.plimsoll.protocol.CancelCause;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.OrderCommand.AmendOrder;
import org.plimsoll.protocol.OrderCommand.CancelClientOrder;
import org.plimsoll.protocol.OrderCommand.PlaceLimitOrder;
import org.plimsoll.protocol.OrderEvent;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.protocol.Sides;
import org.plimsoll.protocol.TradingCommand.CancelAllOrders;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

class AmendAndCancelTest {
  private final Bench bench = Bench.listed(3);

  AmendAndCancelTest() {
    bench.deposit(0, USD, 100 * DOLLAR);
    bench.deposit(1, FTT, 100 * TOKEN);
  }

  @Test
  void shouldPutAnotherOrderInPlaceOfTheOldOneWithItsMoney() {
    bench.applied(bid(0, 10, 10, TimeInForce.POST_ONLY, 7));
    assertThat(bench.applied(new AmendOrder(0, 1, 1, 20, 5, 0)))
        .containsExactly(
            new OrderEvent.OrderCanceled(1, 0, 1, 10, CancelCause.AMENDED),
            new OrderEvent.LimitOrderAccepted(
                2, 0, 1, Side.BUY, 20, 5, TimeInForce.POST_ONLY, 7, false));
    assertThat(bench.view().ordersWouldTake(0, USD)).isEqualTo(100 * DOLLAR);
    assertThat(bench.view().openOrderCount(0)).isEqualTo(1);
    bench.applied(new CancelClientOrder(0, 7));
    assertThat(bench.view().ordersWouldTake(0, USD)).isZero();
  }

  @Test
  void shouldLeaveTheOldOrderWhereItWasIfTheNewOneIsRefused() {
    bench.applied(bid(0, 10, 10, TimeInForce.GOOD_TILL_CANCELED, 7));
    long reserved = bench.view().ordersWouldTake(0, USD);
    bench.refused(
        new AmendOrder(0, 1, 1, 11, 0, 0),
        RefusalReason.INSUFFICIENT_BALANCE,
        110 * DOLLAR,
        100 * DOLLAR);
    bench.refused(new AmendOrder(0, 1, 1, -1, 0, 0), RefusalReason.PRICE_OUT_OF_RANGE, 1, -1);
    bench.refused(new AmendOrder(0, 1, 1, 0, -1, 0), RefusalReason.QUANTITY_OUT_OF_RANGE, 1, -1);
    assertThat(bench.view().ordersWouldTake(0, USD)).isEqualTo(reserved);
    assertThat(bench.applied(Bench.tokens(1, Side.SELL, 10, 10)))
        .contains(new OrderEvent.TradeExecuted(1, 1, 2, 0, 1, Side.SELL, 10, 10));
  }

  @Test
  void shouldAmendWhatIsLeftOfAPartlyFilledOrder() {
    bench.applied(bid(0, 10, 10, TimeInForce.GOOD_TILL_CANCELED, 0));
    bench.applied(Bench.tokens(1, Side.SELL, 10, 4));
    assertThat(bench.applied(new AmendOrder(0, 1, 1, 9, 0, 5)))
        .containsExactly(
            new OrderEvent.OrderCanceled(1, 0, 1, 6, CancelCause.AMENDED),
            new OrderEvent.LimitOrderAccepted(
                3, 0, 1, Side.BUY, 9, 6, TimeInForce.GOOD_TILL_CANCELED, 5, false));
  }

  @Test
  void shouldAmendAtTheBoundOnOpenOrdersAndNotIntoANameOfAnotherOrder() {
    for (long name = 1; name <= 3; name++) {
      bench.applied(bid(0, 10, 1, TimeInForce.GOOD_TILL_CANCELED, name));
    }
    bench.refused(new AmendOrder(0, 1, 1, 0, 0, 2), RefusalReason.DUPLICATE_CLIENT_ORDER_ID, 0, 2);
    bench.applied(new AmendOrder(0, 1, 1, 0, 0, 1));
    bench.applied(new AmendOrder(0, 1, 4, 0, 0, 9));
    bench.applied(new CancelClientOrder(0, 9));
  }

  @Test
  void shouldAmendOnlyOnesOwnRestingOrders() {
    bench.applied(bid(0, 10, 1, TimeInForce.GOOD_TILL_CANCELED, 7));
    bench.refused(new AmendOrder(1, 1, 1, 0, 0, 0), RefusalReason.NOT_THE_OWNER, 0, 1);
    bench.refused(new AmendOrder(0, 0, 1, 0, 0, 0), RefusalReason.UNKNOWN_ORDER, 0, 1);
    bench.refused(new AmendOrder(9, 0, 1, 0, 0, 0), RefusalReason.UNKNOWN_ACCOUNT, 3, 9);
    bench.refused(new AmendOrder(0, 9, 1, 0, 0, 0), RefusalReason.UNKNOWN_MARKET, 2, 9);
    bench.refused(new CancelClientOrder(1, 7), RefusalReason.UNKNOWN_ORDER, 0, 7);
    bench.refused(new CancelClientOrder(0, 0), RefusalReason.UNKNOWN_ORDER, 0, 0);
    bench.refused(new CancelClientOrder(3, 7), RefusalReason.UNKNOWN_ACCOUNT, 3, 3);
  }

  @Test
  void shouldCancelEverythingOfAnAccountFromTheOldest() {
    bench.applied(Bench.tokens(1, Side.SELL, 30, 1));
    bench.applied(bid(0, 10, 1, TimeInForce.GOOD_TILL_CANCELED, 0));
    bench.applied(Bench.tokens(1, Side.SELL, 20, 1));
    bench.deposit(1, BTC, Bench.BITCOIN);
    bench.applied(Bench.bitcoin(1, Side.SELL, 30_000, 100));
    CancelAllOrders all = new CancelAllOrders(1, CancelAllOrders.EVERY_MARKET, Sides.BOTH);
    assertThat(bench.applied(all))
        .containsExactly(
            new Event.CommandApplied(all),
            canceled(1, 1, 1),
            canceled(3, 1, 1),
            canceled(4, 0, 100));
    assertThat(bench.view().openOrderCount(1)).isZero();
    assertThat(bench.view().ordersWouldBring(1, USD)).isZero();
    assertThat(bench.view().openOrderCount(0)).isEqualTo(1);
    assertThat(bench.applied(all)).containsExactly(new Event.CommandApplied(all));
  }

  @Test
  void shouldCancelOneSideInOneMarketOnly() {
    bench.deposit(1, USD, 100 * DOLLAR);
    bench.applied(Bench.tokens(1, Side.SELL, 30, 1));
    bench.applied(Bench.tokens(1, Side.BUY, 10, 2));
    bench.applied(Bench.bitcoin(1, Side.BUY, 10, 3));
    CancelAllOrders buys = new CancelAllOrders(1, 1, Sides.BUYS);
    assertThat(bench.applied(buys))
        .containsExactly(new Event.CommandApplied(buys), canceled(2, 1, 2));
    bench.applied(new CancelAllOrders(1, 0, Sides.SELLS));
    assertThat(bench.view().openOrderCount(1)).isEqualTo(2);
    bench.refused(new CancelAllOrders(3, 0, Sides.BOTH), RefusalReason.UNKNOWN_ACCOUNT, 3, 3);
    bench.refused(new CancelAllOrders(1, 2, Sides.BOTH), RefusalReason.UNKNOWN_MARKET, 2, 2);
    bench.refused(new CancelAllOrders(1, -2, Sides.BOTH), RefusalReason.UNKNOWN_MARKET, 2, -2);
  }

  private static Event canceled(long order, int market, long lots) {
    return new OrderEvent.OrderCanceled(order, 1, market, lots, CancelCause.BY_OWNER);
  }

  private static Command bid(int account, long price, long tokens, TimeInForce lives, long name) {
    return new PlaceLimitOrder(account, 1, Side.BUY, price, tokens, lives, name, false);
  }
}
