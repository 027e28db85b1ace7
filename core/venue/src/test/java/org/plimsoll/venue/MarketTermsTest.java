package org.plimsoll.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.venue.Bench.BITCOIN;
import static org.plimsoll.venue.Bench.BTC;
import static org.plimsoll.venue.Bench.DOLLAR;
import static org.plimsoll.venue.Bench.FTT;
import static org.plimsoll.venue.Bench.TOKEN;
import static org.plimsoll.venue.Bench.USD;
import static org.plimsoll.venue.Bench.WALLET;

import org.junit.jupiter.api.Test;
import org.plimsoll.protocol.CancelCause;
import org.plimsoll.protocol.CashCommand;
import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.ClockEvent;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.DueWork;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.ListingCommand.SetMarketLimits;
import org.plimsoll.protocol.ListingCommand.SetMarketState;
import org.plimsoll.protocol.MarketState;
import org.plimsoll.protocol.OrderCommand;
import org.plimsoll.protocol.OrderEvent;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// Limits and states of markets. The mark of bitcoin is 20,000 dollars and a tick is one.
class MarketTermsTest {
  private static final long ONE_E9 = 1_000_000_000L;

  private final Bench bench = Bench.listed(3);

  MarketTermsTest() {
    bench.deposit(0, BTC, 10 * BITCOIN);
    bench.deposit(1, USD, 10_000_000 * DOLLAR);
  }

  @Test
  void shouldCapAMarketOrderAQuarterThroughTheBestPrice() {
    bench.applied(Bench.bitcoin(0, Side.SELL, 20_001, 1));
    bench.applied(Bench.bitcoin(0, Side.SELL, 25_001, 1));
    bench.applied(Bench.bitcoin(0, Side.SELL, 25_002, 1));
    bench.applied(limits(250_000_000, 0, 0, 0));
    // 20,001 x 1.25 = 25,001.25
    assertThat(bench.applied(new OrderCommand.PlaceMarketOrder(1, 0, Side.BUY, 3)))
        .contains(new OrderEvent.TradeExecuted(0, 2, 4, 0, 1, Side.BUY, 25_001, 1))
        .endsWith(new OrderEvent.OrderCanceled(4, 1, 0, 1, CancelCause.BOOK_EXHAUSTED));
  }

  @Test
  void shouldRestWhatIsLeftOfALimitOrderAtTheCap() {
    bench.applied(Bench.bitcoin(1, Side.BUY, 20_001, 1));
    bench.applied(limits(20_000_000, 0, 0, 0));
    // 20,001 x 0.98 = 19,600.98
    assertThat(bench.applied(Bench.bitcoin(0, Side.SELL, 5, 3)).getFirst())
        .isEqualTo(new OrderEvent.LimitOrderAccepted(2, 0, 0, Side.SELL, 19_601, 3));
    assertThat(bench.view().ordersWouldBring(0, USD)).isEqualTo(2 * 196_010_000L);
  }

  @Test
  void shouldCapNothingWithNobodyOnTheOtherSide() {
    bench.applied(limits(20_000_000, 0, 0, 0));
    assertThat(bench.applied(Bench.bitcoin(0, Side.SELL, 5, 3)))
        .containsExactly(new OrderEvent.LimitOrderAccepted(1, 0, 0, Side.SELL, 5, 3));
  }

  @Test
  void shouldBoundTheNotionalOfASaleAtTheCapAndNotAtItsLimit() {
    bench.applied(Bench.tokens(1, Side.BUY, 1_000_000, 1));
    bench.applied(new SetMarketLimits(1, 1, 0, 0, 0, 0));
    // The limit of 1 would be a small order; at the cap, which is the bid, it is not.
    bench.refused(
        Bench.tokens(0, Side.SELL, 1, 100_000),
        RefusalReason.QUANTITY_OUT_OF_RANGE,
        50_000,
        100_000);
  }

  @Test
  void shouldRefuseALimitOutsideTheBandOnEitherSide() {
    bench.applied(limits(0, 200_000_000, 0, 0));
    RefusalReason reason = RefusalReason.PRICE_OUTSIDE_BAND;
    bench.refused(Bench.bitcoin(1, Side.BUY, 24_001, 1), reason, 24_000, 24_001);
    bench.refused(Bench.bitcoin(1, Side.BUY, 15_999, 1), reason, 16_000, 15_999);
    bench.refused(Bench.bitcoin(0, Side.SELL, 24_001, 1), reason, 24_000, 24_001);
    bench.applied(Bench.bitcoin(1, Side.BUY, 16_000, 1));
    bench.applied(Bench.bitcoin(0, Side.SELL, 24_000, 1));
    bench.refused(new OrderCommand.AmendOrder(0, 0, 2, 24_001, 0, 0), reason, 24_000, 24_001);
    bench.applied(new ClockCommand.PublishIndexPrice(BTC, 20_001 * ONE_E9));
    bench.applied(new ClockCommand.AdvanceTime(2, 0));
    bench.applied(Bench.bitcoin(0, Side.SELL, 24_001, 1));
    bench.refused(Bench.bitcoin(0, Side.SELL, 24_002, 1), reason, 24_001, 24_002);
  }

  @Test
  void shouldCapWhatRestsOnOneSideOfAMarket() {
    bench.applied(limits(0, 0, 0, 500 * DOLLAR));
    RefusalReason reason = RefusalReason.OPEN_ORDER_CAP_REACHED;
    bench.applied(Bench.bitcoin(1, Side.BUY, 20_000, 2));
    bench.refused(
        Bench.bitcoin(1, Side.BUY, 10_001, 1), reason, 500 * DOLLAR + DOLLAR / 100, 500 * DOLLAR);
    bench.applied(Bench.bitcoin(1, Side.BUY, 10_000, 1));
    bench.applied(Bench.tokens(1, Side.BUY, 20, 100));
    bench.applied(Bench.bitcoin(0, Side.SELL, 40_000, 1));
    assertThat(bench.applied(Bench.bitcoin(0, Side.SELL, 20_000, 2)))
        .as("what trades at once does not count")
        .hasSize(4);
    bench.applied(new OrderCommand.AmendOrder(1, 0, 2, 25_000, 2, 0));
  }

  @Test
  void shouldRefuseLimitsThatAreNone() {
    RefusalReason reason = RefusalReason.PARAMETER_OUT_OF_RANGE;
    bench.refused(limits(ONE_E9 + 1, 0, 0, 0), reason, ONE_E9, ONE_E9 + 1);
    bench.refused(limits(0, -1, 0, 0), reason, 0, -1);
    bench.refused(limits(0, 0, 100_000_001, 0), reason, 100_000_000, 100_000_001);
    bench.refused(limits(0, 0, 0, -1), reason, 0, -1);
    bench.refused(new SetMarketLimits(2, 0, 0, 0, 0, 0), RefusalReason.UNKNOWN_MARKET, 2, 2);
    bench.applied(limits(0, 0, 5, 0));
    bench.refused(Bench.bitcoin(1, Side.BUY, 10, 4), RefusalReason.QUANTITY_OUT_OF_RANGE, 5, 4);
    bench.refused(
        new OrderCommand.PlaceMarketOrder(1, 0, Side.BUY, 4),
        RefusalReason.QUANTITY_OUT_OF_RANGE,
        5,
        4);
  }

  @Test
  void shouldTakeNoOrderButCancellationsWhileHalted() {
    bench.applied(Bench.bitcoin(1, Side.BUY, 10_000, 1));
    bench.applied(state(MarketState.HALTED));
    RefusalReason reason = RefusalReason.MARKET_STATE_FORBIDS;
    bench.refused(Bench.bitcoin(1, Side.BUY, 10_000, 1), reason, 0, 3);
    bench.refused(new OrderCommand.PlaceMarketOrder(0, 0, Side.SELL, 1), reason, 0, 3);
    bench.refused(new OrderCommand.AmendOrder(1, 0, 1, 9_000, 0, 0), reason, 0, 3);
    bench.applied(Bench.tokens(1, Side.BUY, 10, 1));
    bench.applied(new OrderCommand.CancelOrder(1, 0, 1));
    bench.applied(state(MarketState.OPEN));
    bench.applied(Bench.bitcoin(1, Side.BUY, 10_000, 1));
  }

  @Test
  void shouldTakePostOnlyOrdersAlone() {
    bench.applied(state(MarketState.POST_ONLY));
    bench.refused(Bench.bitcoin(1, Side.BUY, 10, 1), RefusalReason.MARKET_STATE_FORBIDS, 0, 2);
    TimeInForce postOnly = TimeInForce.POST_ONLY;
    bench.applied(new OrderCommand.PlaceLimitOrder(1, 0, Side.BUY, 10, 1, postOnly, 0, false));
  }

  @Test
  void shouldLetABalanceComeNearerToZeroAndNotPastIt() {
    bench.lending();
    bench.deposit(2, USD, 100_000 * DOLLAR);
    bench.applied(new CashCommand.WithdrawAsset(2, BTC, BITCOIN, WALLET));
    bench.applied(Bench.bitcoin(0, Side.SELL, 21_000, 600));
    bench.applied(Bench.bitcoin(2, Side.BUY, 19_000, 30));
    bench.applied(state(MarketState.CLOSE_ONLY));
    RefusalReason reason = RefusalReason.WOULD_NOT_REDUCE;
    bench.refused(Bench.bitcoin(0, Side.SELL, 21_000, 401), reason, 401, 400);
    bench.refused(Bench.bitcoin(0, Side.BUY, 19_000, 1), reason, 1, 0);
    bench.refused(Bench.bitcoin(2, Side.BUY, 19_000, 71), reason, 71, 70);
    bench.refused(Bench.bitcoin(2, Side.SELL, 21_000, 1), reason, 1, 0);
    bench.refused(Bench.bitcoin(1, Side.BUY, 19_000, 1), reason, 1, 0);
    bench.refused(
        Bench.bitcoin(0, Side.SELL, 21_000, 0), RefusalReason.QUANTITY_OUT_OF_RANGE, 1, 0);
    bench.applied(new OrderCommand.AmendOrder(0, 0, 1, 0, 1_000, 0));
    bench.applied(new OrderCommand.PlaceMarketOrder(2, 0, Side.BUY, 70));
    assertThat(bench.view().balance(2, BTC)).isEqualTo(-30 * BITCOIN / 100);
  }

  @Test
  void shouldCancelTheOrdersOfADelistedMarketInStepsWhateverComesMeanwhile() {
    Bench narrow = Bench.listed(new Limits(4, 8, 2, 2, 3, 3, 2), 2);
    narrow.deposit(0, FTT, 10 * TOKEN);
    narrow.deposit(1, USD, 100 * DOLLAR);
    narrow.applied(Bench.tokens(1, Side.BUY, 10, 1));
    narrow.applied(Bench.tokens(0, Side.SELL, 22, 1));
    narrow.applied(Bench.tokens(1, Side.BUY, 11, 1));
    narrow.applied(Bench.tokens(0, Side.SELL, 21, 1));
    SetMarketState delisting =
        new SetMarketState(1, MarketState.DELISTED, "no-volume", "one", "two");
    Event step = new ClockEvent.DueWorkBegan(DueWork.DELISTING, 1, 1);
    assertThat(narrow.applied(delisting))
        .containsExactly(
            new Event.CommandApplied(delisting), step, delisted(3, 1), step, delisted(1, 1));
    assertThat(narrow.send(Bench.tokens(1, Side.BUY, 10, 1)))
        .endsWith(
            new Event.CommandRefused(RefusalReason.CATCHING_UP, 1, 1),
            step,
            delisted(4, 0),
            step,
            delisted(2, 0));
    assertThat(narrow.view().openOrderCount(0)).isZero();
    narrow.refused(Bench.tokens(1, Side.BUY, 10, 1), RefusalReason.MARKET_STATE_FORBIDS, 0, 4);
    narrow.refused(
        new SetMarketState(1, MarketState.OPEN, "regret", "one", "two"),
        RefusalReason.MARKET_STATE_FORBIDS,
        0,
        4);
    narrow.refused(
        new SetMarketState(2, MarketState.OPEN, "x", "one", "two"),
        RefusalReason.UNKNOWN_MARKET,
        2,
        2);
  }

  private static Event delisted(long order, int account) {
    return new OrderEvent.OrderCanceled(order, account, 1, 1, CancelCause.MARKET_DELISTED);
  }

  private static Command limits(long bookCapE9, long bandE9, long minimumLots, long cap) {
    return new SetMarketLimits(0, bookCapE9, bandE9, 0, minimumLots, cap);
  }

  @Test
  void shouldNotLetOnePersonHaltAMarket() {
    bench.refused(
        new SetMarketState(0, MarketState.HALTED, "outage", "one", "ONE"),
        RefusalReason.SAME_GRANTER,
        2,
        1);
  }

  private static Command state(MarketState state) {
    return new SetMarketState(0, state, "test", "one", "two");
  }
}
