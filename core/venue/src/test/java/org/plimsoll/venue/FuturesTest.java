package org.plimsoll.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.venue.Bench.BTC;
import static org.plimsoll.venue.Bench.DOLLAR;
import static org.plimsoll.venue.Bench.USD;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.ledger.VenueAccount;
import org.plimsoll.protocol.AccountCommand;
import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.ClockEvent;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.DueWork;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.ListingCommand;
import org.plimsoll.protocol.OrderCommand;
import org.plimsoll.protocol.OrderEvent;
import org.plimsoll.protocol.PriceEvent;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.units.Side;

/// Positions in a bitcoin perpetual at 20,000: hundredths of a coin at whole dollars.
class FuturesTest {
  private static final int PERP = 2;
  private static final int SETTLEMENT = LedgerAccount.settlement(PERP);
  private static final long HALF_A_MINUTE = 30_000_000_000L;

  private final Bench bench = venue(100);

  /// A venue with the perpetual and three accounts of 2,000 dollars.
  private static Bench venue(int stepsPerCommand) {
    Bench bench = Bench.listed(new Limits(4, 8, 2, 4, 3, 3, stepsPerCommand), 4);
    bench.applied(perpetual(PERP, 1_000_000));
    for (int account = 0; account < 3; account++) {
      bench.deposit(account, USD, 2_000 * DOLLAR);
    }
    return bench;
  }

  @Test
  void shouldTakeTheIndexForAMarkUntilItTrades() {
    assertThat(bench.applied(perpetual(3, 50)))
        .containsExactly(
            new Event.CommandApplied(perpetual(3, 50)), new PriceEvent.FutureMarkSet(3, 20_000));
  }

  @Test
  void shouldMakePositionsOfATradeAndMoveNoMoney() {
    bench.applied(order(0, Side.SELL, 20_000, 100));
    assertThat(bench.applied(order(1, Side.BUY, 20_000, 60)))
        .containsExactly(
            new OrderEvent.LimitOrderAccepted(2, 1, PERP, Side.BUY, 20_000, 60),
            new OrderEvent.TradeExecuted(PERP, 1, 2, 0, 1, Side.BUY, 20_000, 60));
    assertThat(bench.view().positionLots(1, PERP)).isEqualTo(60);
    assertThat(bench.view().positionCost(1, PERP)).isEqualTo(12_000 * DOLLAR);
    assertThat(bench.view().positionLots(0, PERP)).isEqualTo(-60);
    assertThat(bench.view().positionCost(0, PERP)).isEqualTo(-12_000 * DOLLAR);
    assertThat(bench.view().balance(1, USD)).isEqualTo(2_000 * DOLLAR);
  }

  @Test
  void shouldMarkAtTheMedianOfBidAskAndLastTrade() {
    trade(1, 0, 20_000, 10);
    bench.applied(order(2, Side.BUY, 20_100, 1));
    assertThat(bench.applied(new ClockCommand.AdvanceTime(2, 0)))
        .endsWith(new PriceEvent.FutureMarkSet(PERP, 20_100));
    assertThat(bench.view().unrealized(1, PERP)).isEqualTo(10 * DOLLAR);
    assertThat(bench.view().unrealized(0, PERP)).isEqualTo(-10 * DOLLAR);
  }

  @Test
  void shouldTurnProfitAndLossIntoMoneyEveryHalfMinute() {
    trade(1, 0, 20_000, 10);
    bench.applied(order(2, Side.BUY, 20_100, 1));
    bench.applied(new ClockCommand.AdvanceTime(HALF_A_MINUTE - 1, 0));
    ClockCommand.AdvanceTime due = new ClockCommand.AdvanceTime(HALF_A_MINUTE, 0);
    assertThat(bench.applied(due))
        .containsExactly(
            new Event.CommandApplied(due),
            new ClockEvent.DueWorkBegan(DueWork.SETTLEMENT, PERP, HALF_A_MINUTE),
            new Event.TransferPosted(Cause.SETTLEMENT, USD, 0, SETTLEMENT, 10 * DOLLAR),
            new Event.TransferPosted(Cause.SETTLEMENT, USD, SETTLEMENT, 1, 10 * DOLLAR));
    assertThat(bench.view().unrealized(1, PERP)).isZero();
    assertThat(bench.view().positionCost(1, PERP)).isEqualTo(2_010 * DOLLAR);
    assertThat(bench.view().balance(1, USD)).isEqualTo(2_010 * DOLLAR);
    assertThat(bench.view().settlementBalance(PERP)).isZero();
  }

  @Test
  void shouldSettleOnceForAllTheHalfMinutesThatAClockSkips() {
    List<Event> events = bench.applied(new ClockCommand.AdvanceTime(100 * HALF_A_MINUTE + 1, 0));
    assertThat(events)
        .containsOnlyOnce(new ClockEvent.DueWorkBegan(DueWork.SETTLEMENT, PERP, HALF_A_MINUTE));
    assertThat(bench.applied(new ClockCommand.AdvanceTime(101 * HALF_A_MINUTE, 0)))
        .contains(new ClockEvent.DueWorkBegan(DueWork.SETTLEMENT, PERP, 101 * HALF_A_MINUTE));
  }

  /// Leverage 10 asks for a tenth of the notional: 2,000 dollars carry a whole coin, and not a
  /// hundredth more.
  @Test
  void shouldAskForTheInitialMarginOfTheOpenSize() {
    bench.applied(order(1, Side.BUY, 20_000, 100));
    bench.refused(
        order(1, Side.BUY, 20_000, 1), RefusalReason.INSUFFICIENT_FREE_COLLATERAL, 0, -20 * DOLLAR);
    bench.applied(order(1, Side.SELL, 20_001, 100));
  }

  @Test
  void shouldAskForLessAtMoreLeverage() {
    bench.applied(new AccountCommand.SetLeverage(1, 20));
    bench.applied(order(1, Side.BUY, 20_000, 200));
    bench.refused(
        new AccountCommand.SetLeverage(1, 19),
        RefusalReason.INSUFFICIENT_FREE_COLLATERAL,
        0,
        -105_263_160);
    assertThat(bench.view().leverage(1)).isEqualTo(20);
    bench.refused(
        new AccountCommand.SetLeverage(1, 21), RefusalReason.PARAMETER_OUT_OF_RANGE, 20, 21);
  }

  /// A bid 500 above the mark loses 500 for each coin at once when it fills, so it is no use as
  /// collateral for itself: 2,000 dollars carry 0.8 coins of it.
  @Test
  void shouldChargeWhatARestingOrderWouldLoseAtTheMark() {
    bench.applied(order(1, Side.BUY, 20_500, 80));
    bench.refused(
        order(1, Side.BUY, 20_500, 1), RefusalReason.INSUFFICIENT_FREE_COLLATERAL, 0, -25 * DOLLAR);
  }

  @Test
  void shouldNotLendAgainstAProfitThatIsNotYetMoney() {
    trade(1, 0, 20_000, 100);
    bench.applied(order(2, Side.BUY, 20_100, 1));
    bench.applied(new ClockCommand.AdvanceTime(2, 0));
    bench.refused(
        bench.withdrawal(1, USD, DOLLAR),
        RefusalReason.INSUFFICIENT_FREE_COLLATERAL,
        0,
        -11 * DOLLAR);
    bench.applied(new ClockCommand.AdvanceTime(HALF_A_MINUTE, 0));
    bench.applied(bench.withdrawal(1, USD, 90 * DOLLAR));
  }

  @Test
  void shouldLetAnAccountThatIsShortReduceItsPosition() {
    trade(1, 0, 20_000, 100);
    bench.applied(order(2, Side.BUY, 20_100, 10));
    bench.applied(new ClockCommand.AdvanceTime(2, 0));
    assertThat(bench.view().unrealized(0, PERP)).isEqualTo(-100 * DOLLAR);
    bench.refused(
        order(0, Side.SELL, 20_100, 1),
        RefusalReason.INSUFFICIENT_FREE_COLLATERAL,
        -110 * DOLLAR,
        -130_100_000);
    bench.applied(order(2, Side.SELL, 20_101, 10));
    bench.applied(order(0, Side.BUY, 20_101, 10));
    assertThat(bench.view().positionLots(0, PERP)).isEqualTo(-90);
  }

  @Test
  void shouldBoundAPositionWithAllItsOrdersOfOneSideFilled() {
    bench.applied(perpetual(3, 50));
    bench.applied(order(3, 1, Side.BUY, 20_000, 30));
    bench.applied(order(3, 1, Side.SELL, 20_001, 50));
    bench.refused(order(3, 1, Side.BUY, 20_000, 21), RefusalReason.POSITION_OUT_OF_RANGE, 51, 50);
    bench.applied(order(3, 1, Side.BUY, 20_000, 20));
  }

  @Test
  void shouldHearNothingThatNeedsMarginWhileItIsBehind() {
    Bench slow = venue(1);
    slow.applied(perpetual(3, 50));
    slow.applied(new ClockCommand.AdvanceTime(HALF_A_MINUTE, 0));
    assertThat(slow.send(order(1, Side.BUY, 20_000, 1)))
        .contains(
            new Event.CommandRefused(RefusalReason.CATCHING_UP, HALF_A_MINUTE, HALF_A_MINUTE),
            new ClockEvent.DueWorkBegan(DueWork.SETTLEMENT, 3, HALF_A_MINUTE));
    slow.applied(order(1, Side.BUY, 20_000, 1));
  }

  /// Premiums of 0.2 %, 0.5 % and -0.1 % for twenty minutes each make an hourly rate of 0.0083333
  /// %.
  @Test
  void pv18_fundingIsTheMeanPremiumOfTheHourOverTwentyFour() {
    long minute = 60_000_000_000L;
    bench.applied(new AccountCommand.SetLeverage(0, 20));
    bench.applied(new AccountCommand.SetLeverage(1, 20));
    bench.applied(new ClockCommand.AdvanceTime(60 * minute, 0));
    trade(1, 0, 20_040, 50);
    bench.applied(new ClockCommand.AdvanceTime(60 * minute, 0));
    bench.applied(new ClockCommand.AdvanceTime(80 * minute, 0));
    trade(1, 0, 20_100, 25);
    bench.applied(new ClockCommand.AdvanceTime(80 * minute, 0));
    bench.applied(new ClockCommand.AdvanceTime(100 * minute, 0));
    trade(1, 0, 19_980, 25);
    bench.applied(new ClockCommand.AdvanceTime(100 * minute, 0));
    assertThat(bench.applied(new ClockCommand.AdvanceTime(120 * minute, 0)))
        .containsSubsequence(
            new ClockEvent.DueWorkBegan(DueWork.FUNDING, PERP, 120 * minute),
            new PriceEvent.FundingRateSet(PERP, 83_333),
            new Event.TransferPosted(Cause.FUNDING, USD, SETTLEMENT, 0, 1_666_666),
            new Event.TransferPosted(Cause.FUNDING, USD, 1, SETTLEMENT, 1_666_667),
            new Event.TransferPosted(
                Cause.FUNDING, USD, SETTLEMENT, LedgerAccount.venue(VenueAccount.INSURANCE), 1));
  }

  @Test
  void shouldTakeNoOrderWithoutAMark() {
    bench.applied(new ListingCommand.DefineAsset(3, "NEW", 8, 100_000_000_000L));
    ListingCommand.ListFuture unpriced =
        new ListingCommand.ListFuture(
            3, "NEW-PERP", 3, 1_000_000_000, 1_000_000, 0, 0, 1_000_000_000, 1_000_000_000, 100);
    assertThat(bench.applied(unpriced)).containsExactly(new Event.CommandApplied(unpriced));
    bench.refused(order(3, 1, Side.BUY, 5, 1), RefusalReason.NO_MARK_PRICE, 1, 0);
  }

  @Test
  void shouldListNoFutureThatCouldNotBeCounted() {
    bench.refused(perpetual(3, 0), RefusalReason.PARAMETER_OUT_OF_RANGE, 1, 0);
    bench.refused(
        perpetual(3, 1_000_000_000_001L),
        RefusalReason.PARAMETER_OUT_OF_RANGE,
        1_000_000_000_000L,
        1_000_000_000_001L);
    bench.refused(
        new ListingCommand.ListFuture(3, "BTC-0624", BTC, 1_000_000_000, 1_000_000, 1, 0, 0, 0, 1),
        RefusalReason.PARAMETER_OUT_OF_RANGE,
        2,
        1);
  }

  private void trade(int buyer, int seller, long price, long hundredths) {
    bench.applied(order(seller, Side.SELL, price, hundredths));
    bench.applied(order(buyer, Side.BUY, price, hundredths));
  }

  private static Command order(int account, Side side, long price, long hundredths) {
    return order(PERP, account, side, price, hundredths);
  }

  private static Command order(int market, int account, Side side, long price, long hundredths) {
    return new OrderCommand.PlaceLimitOrder(account, market, side, price, hundredths);
  }

  static ListingCommand.ListFuture perpetual(int market, long positionMax) {
    return new ListingCommand.ListFuture(
        market,
        "BTC-PERP",
        BTC,
        1_000_000_000,
        1_000_000,
        0,
        2_000_000,
        1_000_000_000,
        1_000_000_000,
        positionMax);
  }
}
