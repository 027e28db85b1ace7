package org.plimsoll.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.venue.Bench.DOLLAR;
import static org.plimsoll.venue.Bench.FTT;
import static org.plimsoll.venue.Bench.TOKEN;
import static org.plimsoll.venue.Bench.USD;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.ledger.Cause;
import org.plimsoll.protocol.CancelCause;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.OrderCommand;
import org.plimsoll.protocol.OrderEvent;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// How long orders live. Two tokens are offered at 20 and two at 22.
class TimeInForceTest {
  private final Bench bench = Bench.listed(2);

  TimeInForceTest() {
    bench.deposit(0, FTT, 100 * TOKEN);
    bench.deposit(1, USD, 1_000 * DOLLAR);
    bench.applied(Bench.tokens(0, Side.SELL, 20, 2));
    bench.applied(Bench.tokens(0, Side.SELL, 22, 2));
  }

  @Test
  void shouldCancelTheRestOfAnOrderThatDoesNotWait() {
    assertThat(bench.applied(buy(21, 5, TimeInForce.IMMEDIATE_OR_CANCEL)))
        .containsExactly(
            accepted(21, 5, TimeInForce.IMMEDIATE_OR_CANCEL),
            new OrderEvent.TradeExecuted(1, 1, 3, 0, 1, Side.BUY, 20, 2),
            new Event.TransferPosted(Cause.TRADE, FTT, 0, 1, 2 * TOKEN),
            new Event.TransferPosted(Cause.TRADE, USD, 1, 0, 40 * DOLLAR),
            canceled(3, CancelCause.BOOK_EXHAUSTED));
    assertNothingIsReserved();
  }

  @Test
  void shouldKillWhatCannotBeFilledAsAWhole() {
    assertThat(bench.applied(buy(22, 5, TimeInForce.FILL_OR_KILL)))
        .containsExactly(
            accepted(22, 5, TimeInForce.FILL_OR_KILL), canceled(5, CancelCause.NOT_FILLED_AT_ONCE));
    assertThat(bench.view().balance(1, USD)).isEqualTo(1_000 * DOLLAR);
    assertNothingIsReserved();
    bench.applied(buy(22, 4, TimeInForce.FILL_OR_KILL));
    assertThat(bench.view().balance(1, USD)).isEqualTo((1_000 - 40 - 44) * DOLLAR);
  }

  @Test
  void shouldCancelAPostOnlyOrderThatWouldTakeAndAskItForNoMoney() {
    assertThat(bench.applied(buy(20, 5_000, TimeInForce.POST_ONLY)))
        .containsExactly(
            accepted(20, 5_000, TimeInForce.POST_ONLY),
            canceled(5_000, CancelCause.POST_ONLY_WOULD_TAKE));
    assertNothingIsReserved();
    assertThat(bench.applied(buy(19, 5, TimeInForce.POST_ONLY)))
        .containsExactly(
            new OrderEvent.LimitOrderAccepted(
                4, 1, 1, Side.BUY, 19, 5, TimeInForce.POST_ONLY, 9, false));
    assertThat(bench.view().ordersWouldTake(1, USD)).isEqualTo(95 * DOLLAR);
    assertThat(bench.view().order(4))
        .contains(new RestingOrder(4, 1, 1, Side.BUY, 19, 5, 9, TimeInForce.POST_ONLY, false));
  }

  @Test
  void shouldLetOrdersThatNeverRestPastTheBoundOnOpenOrders() {
    for (int order = 0; order < 3; order++) {
      bench.applied(Bench.tokens(1, Side.BUY, 10, 1));
    }
    for (TimeInForce lives : List.of(TimeInForce.IMMEDIATE_OR_CANCEL, TimeInForce.FILL_OR_KILL)) {
      bench.applied(buy(20, 1, lives));
    }
    assertThat(bench.view().balance(1, FTT)).isEqualTo(2 * TOKEN);
  }

  private static Command buy(long price, long tokens, TimeInForce lives) {
    return new OrderCommand.PlaceLimitOrder(1, 1, Side.BUY, price, tokens, lives, 9, false);
  }

  private static Event accepted(long price, long tokens, TimeInForce lives) {
    return new OrderEvent.LimitOrderAccepted(3, 1, 1, Side.BUY, price, tokens, lives, 9, false);
  }

  private static Event canceled(long leaves, CancelCause cause) {
    return new OrderEvent.OrderCanceled(3, 1, 1, leaves, cause);
  }

  private void assertNothingIsReserved() {
    assertThat(bench.view().ordersWouldTake(1, USD)).isZero();
    assertThat(bench.view().openOrderCount(1)).isZero();
  }
}
