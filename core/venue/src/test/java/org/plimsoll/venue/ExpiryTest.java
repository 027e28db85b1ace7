package org.plimsoll.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.venue.Bench.BTC;
import static org.plimsoll.venue.Bench.DOLLAR;
import static org.plimsoll.venue.Bench.USD;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.protocol.CancelCause;
import org.plimsoll.protocol.ClockCommand.AdvanceTime;
import org.plimsoll.protocol.ClockCommand.PublishIndexPrice;
import org.plimsoll.protocol.ClockCommand.SetPriceClamp;
import org.plimsoll.protocol.ClockEvent.DueWorkBegan;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.DueWork;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.ListingCommand.ListFuture;
import org.plimsoll.protocol.ListingCommand.SetMarketState;
import org.plimsoll.protocol.MarketState;
import org.plimsoll.protocol.OrderCommand;
import org.plimsoll.protocol.OrderEvent;
import org.plimsoll.protocol.PriceEvent;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.units.Side;

/// A future on bitcoin that expires at three, in hundredths of a coin at whole dollars. In its last
/// hour the index is 20,000 for half an hour, 21,000 for twenty minutes and 19,000 for ten.
class ExpiryTest {
  private static final int DATED = 2;
  private static final int SETTLEMENT = LedgerAccount.settlement(DATED);
  private static final long E9 = 1_000_000_000;
  private static final long MINUTE = 60 * E9;
  private static final long THREE = 180 * MINUTE;

  private Bench bench = venue(100);

  private static Bench venue(int stepsPerCommand) {
    Bench bench = Bench.listed(new Limits(4, 8, 2, 4, 3, 3, stepsPerCommand), 4);
    bench.applied(new ListFuture(DATED, "BTC-0325", BTC, E9, 1_000_000, THREE, 0, E9, E9, 1_000));
    for (int account = 0; account < 3; account++) {
      bench.deposit(account, USD, 20_000 * DOLLAR);
    }
    return bench;
  }

  @Test
  void rules_section5_shouldSettleAtTheMeanOfTheIndexOverTheLastHour() {
    trade(1, 0, 20_050, 100);
    throughTheHour();
    assertThat(bench.applied(new AdvanceTime(THREE, 0)))
        .containsExactly(
            new Event.CommandApplied(new AdvanceTime(THREE, 0)),
            new DueWorkBegan(DueWork.SETTLEMENT, DATED, 170 * MINUTE + 30 * E9),
            new DueWorkBegan(DueWork.EXPIRY, DATED, THREE),
            new PriceEvent.FutureExpired(DATED, 20_166),
            new PriceEvent.FutureMarkSet(DATED, 20_166),
            new PriceEvent.PositionExpired(DATED, 0, -100),
            new Event.TransferPosted(Cause.SETTLEMENT, USD, 0, SETTLEMENT, 116 * DOLLAR),
            new PriceEvent.PositionExpired(DATED, 1, 100),
            new Event.TransferPosted(Cause.SETTLEMENT, USD, SETTLEMENT, 1, 116 * DOLLAR),
            new DueWorkBegan(DueWork.DELISTING, DATED, THREE));
    assertThat(bench.view().balance(1, USD)).isEqualTo(20_116 * DOLLAR);
    assertThat(bench.view().balance(0, USD)).isEqualTo(19_884 * DOLLAR);
    assertThat(bench.view().positionLots(1, DATED)).isZero();
    assertThat(bench.view().settlementBalance(DATED)).isZero();
  }

  /// What came before the hour, and what comes at its end, does not count.
  @Test
  void shouldCountNoIndexBeforeTheHourOrAfterIt() {
    bench.applied(new PublishIndexPrice(BTC, 10_000 * E9));
    bench.applied(new AdvanceTime(119 * MINUTE, 0));
    throughTheHour();
    bench.applied(new PublishIndexPrice(BTC, 40_000 * E9));
    assertThat(bench.applied(new AdvanceTime(THREE + MINUTE, 0)))
        .contains(new PriceEvent.FutureExpired(DATED, 20_166));
  }

  /// The clamp holds margin's mark, not the price that was agreed on.
  @Test
  void shouldTakeTheIndexAndNotItsClampedMark() {
    bench.applied(new SetPriceClamp(BTC, true));
    bench.applied(new PublishIndexPrice(BTC, 40_000 * E9));
    bench.applied(new AdvanceTime(120 * MINUTE, 0));
    assertThat(bench.applied(new AdvanceTime(THREE, 0)))
        .contains(new PriceEvent.FutureExpired(DATED, 40_000));
  }

  @Test
  void shouldTakeTheSampleThatHeldIfTheClockSkipsTheHour() {
    bench.applied(new PublishIndexPrice(BTC, 40_000 * E9));
    assertThat(bench.applied(new AdvanceTime(10 * THREE, 0)))
        .contains(new PriceEvent.FutureExpired(DATED, 20_000));
  }

  @Test
  void shouldCancelWhatRestsAndTakeNoOrderAnyMore() {
    bench.applied(order(2, Side.BUY, 19_000, 1));
    bench.applied(order(2, Side.BUY, 19_001, 1));
    assertThat(bench.applied(new AdvanceTime(THREE, 0)))
        .endsWith(
            new DueWorkBegan(DueWork.DELISTING, DATED, THREE),
            new OrderEvent.OrderCanceled(2, 2, DATED, 1, CancelCause.MARKET_DELISTED),
            new DueWorkBegan(DueWork.DELISTING, DATED, THREE),
            new OrderEvent.OrderCanceled(1, 2, DATED, 1, CancelCause.MARKET_DELISTED));
    bench.refused(order(2, Side.BUY, 19_000, 1), RefusalReason.MARKET_STATE_FORBIDS, 0, 4);
    bench.refused(
        new SetMarketState(DATED, MarketState.OPEN, "again", "one", "two"),
        RefusalReason.MARKET_STATE_FORBIDS,
        0,
        4);
    bench.applied(new PublishIndexPrice(BTC, 40_000 * E9));
    bench.applied(new AdvanceTime(2 * THREE, 0));
    assertThat(bench.view().futureMarkTicks(DATED)).isEqualTo(20_000);
  }

  /// A delisting ends trading; what positions are worth is decided at expiry all the same.
  @Test
  void shouldExpireWhatHasBeenDelisted() {
    trade(1, 0, 20_050, 100);
    bench.applied(new SetMarketState(DATED, MarketState.DELISTED, "early", "one", "two"));
    throughTheHour();
    assertThat(bench.applied(new AdvanceTime(THREE, 0)))
        .contains(new PriceEvent.PositionExpired(DATED, 1, 100))
        .noneMatch(new DueWorkBegan(DueWork.DELISTING, DATED, THREE)::equals);
  }

  /// An account with 50 billion dollars has no room for a gain. It is owed 116, and paid what fits
  /// as soon as there is room; with that the future has nothing more to settle.
  @Test
  void shouldPayLaterWhatABalanceHasNoRoomFor() {
    trade(1, 0, 20_050, 100);
    bench.applied(new AdvanceTime(MINUTE, 0));
    bench.deposit(1, USD, 50_000_000_000L * DOLLAR - 20_000 * DOLLAR);
    throughTheHour();
    assertThat(bench.applied(new AdvanceTime(THREE, 0)))
        .contains(new PriceEvent.SettlementDeferred(DATED, 1, -116 * DOLLAR));
    assertThat(bench.view().unrealized(1, DATED)).isEqualTo(116 * DOLLAR);
    assertThat(bench.view().settlementBalance(DATED)).isEqualTo(116 * DOLLAR);
    bench.applied(bench.withdrawal(1, USD, 200 * DOLLAR));
    assertThat(bench.applied(new AdvanceTime(THREE + MINUTE, 0)))
        .contains(new Event.TransferPosted(Cause.SETTLEMENT, USD, SETTLEMENT, 1, 116 * DOLLAR));
    assertThat(bench.applied(new AdvanceTime(2 * THREE, 0)))
        .noneMatch(event -> event instanceof DueWorkBegan e && e.work() == DueWork.SETTLEMENT);
    assertThat(bench.view().settlementBalance(DATED)).isZero();
  }

  @Test
  void shouldHearNoOrderBeforeTheExpiryIsDone() {
    bench = venue(1);
    trade(1, 0, 20_050, 100);
    List<Event> first = bench.applied(new AdvanceTime(THREE, 0));
    assertThat(first).contains(new DueWorkBegan(DueWork.SETTLEMENT, DATED, 30 * E9));
    assertThat(bench.send(order(1, Side.SELL, 20_050, 1)))
        .contains(
            new Event.CommandRefused(RefusalReason.CATCHING_UP, THREE, THREE),
            new PriceEvent.FutureExpired(DATED, 20_000),
            new PriceEvent.PositionExpired(DATED, 1, 100));
  }

  private void throughTheHour() {
    bench.applied(new PublishIndexPrice(BTC, 20_000 * E9));
    bench.applied(new AdvanceTime(120 * MINUTE, 0));
    bench.applied(new PublishIndexPrice(BTC, 21_000 * E9));
    bench.applied(new AdvanceTime(150 * MINUTE, 0));
    bench.applied(new PublishIndexPrice(BTC, 19_000 * E9));
    bench.applied(new AdvanceTime(170 * MINUTE, 0));
  }

  private void trade(int buyer, int seller, long price, long hundredths) {
    bench.applied(order(seller, Side.SELL, price, hundredths));
    bench.applied(order(buyer, Side.BUY, price, hundredths));
  }

  private static Command order(int account, Side side, long price, long hundredths) {
    return new OrderCommand.PlaceLimitOrder(account, DATED, side, price, hundredths);
  }
}
