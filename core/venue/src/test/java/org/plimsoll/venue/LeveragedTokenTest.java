package org.plimsoll.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.venue.Bench.BTC;
import static org.plimsoll.venue.Bench.DOLLAR;
import static org.plimsoll.venue.Bench.USD;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.ledger.VenueAccount;
import org.plimsoll.protocol.AccountCommand;
import org.plimsoll.protocol.CashCommand;
import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.ClockEvent;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.DueWork;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.LendingCommand;
import org.plimsoll.protocol.LeveragedTokenCommand.CreateToken;
import org.plimsoll.protocol.LeveragedTokenCommand.ListLeveragedToken;
import org.plimsoll.protocol.LeveragedTokenCommand.RedeemToken;
import org.plimsoll.protocol.LeveragedTokenEvent.ChildOrderRefused;
import org.plimsoll.protocol.LeveragedTokenEvent.ManagementFeeCapped;
import org.plimsoll.protocol.LeveragedTokenEvent.RebalancingBegan;
import org.plimsoll.protocol.LeveragedTokenEvent.RebalancingEnded;
import org.plimsoll.protocol.ListingCommand;
import org.plimsoll.protocol.MarketState;
import org.plimsoll.protocol.OrderCommand;
import org.plimsoll.protocol.OrderEvent;
import org.plimsoll.protocol.QuoteCommand;
import org.plimsoll.protocol.RebalancingCause;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.protocol.TradingCommand;
import org.plimsoll.protocol.TriggerKind;
import org.plimsoll.protocol.WithdrawalMode;
import org.plimsoll.units.LeveragedTokenKind;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// BULL, three times long a bitcoin perpetual of hundredths of a coin at whole dollars, first at
/// 100 dollars. Account 0 has 10,000 dollars, account 1 makes the market, account 2 is the fund.
class LeveragedTokenTest {
  private static final int PERP = 2;
  private static final int BULL = 3;
  private static final int HOLDER = 0;
  private static final int MAKER = 1;
  private static final int FUND = 2;
  private static final int FEES = LedgerAccount.venue(VenueAccount.FEES);
  private static final long WHOLE = 1_000_000;
  private static final long SECOND = 1_000_000_000L;
  private static final long MINUTE = 60 * SECOND;
  private static final long DAY = 1_440 * MINUTE;

  private final Bench bench = venue();

  private static Bench venue() {
    Bench bench = Bench.listed(new Limits(6, 8, 2, 4, 3, 10, 100), 3);
    bench.applied(new ListingCommand.DefineAsset(BULL, "BULL", 6, 1_000_000 * WHOLE));
    bench.applied(FuturesTest.perpetual(PERP, 1_000_000));
    bench.applied(listing(LeveragedTokenKind.BULL, 1_000));
    bench.deposit(HOLDER, USD, 10_000 * DOLLAR);
    bench.deposit(MAKER, USD, 1_000_000 * DOLLAR);
    return bench;
  }

  private static ListLeveragedToken listing(LeveragedTokenKind kind, long childLots) {
    return new ListLeveragedToken(BULL, kind, FUND, PERP, 100 * 1_000_000_000L, childLots);
  }

  /// 30 tokens at 100 dollars are 3,000 dollars and a fee of 3; the fund buys 9,000 dollars' worth.
  @Test
  void isCreatedForItsWorthAndTheFeeAndTheFundBuys() {
    bench.applied(order(MAKER, Side.SELL, 20_000, 1_000));
    CreateToken create = new CreateToken(HOLDER, BULL, 30 * WHOLE);
    assertThat(bench.applied(create))
        .containsExactly(
            new Event.CommandApplied(create),
            new Event.TransferPosted(Cause.TOKEN_CREATED, USD, HOLDER, FUND, 3_000 * DOLLAR),
            new Event.TransferPosted(Cause.TOKEN_FEE, USD, HOLDER, FEES, 3 * DOLLAR),
            new Event.TransferPosted(
                Cause.TOKEN_CREATED, BULL, LedgerAccount.issued(), HOLDER, 30 * WHOLE),
            new ClockEvent.DueWorkBegan(DueWork.REBALANCING, BULL, 1),
            new RebalancingBegan(BULL, RebalancingCause.FLOW, 45),
            accepted(2, Side.BUY, 20_400, 45),
            new OrderEvent.TradeExecuted(PERP, 1, 2, MAKER, FUND, Side.BUY, 20_000, 45),
            new RebalancingEnded(BULL, 0));
    assertThat(bench.view().issued(BULL)).isEqualTo(30 * WHOLE);
    assertThat(bench.view().isRebalancing(BULL)).isFalse();
  }

  /// The position is worth 9,450 at 21,000, so the fund 3,450 and a token 115. Two tokens bring 230
  /// less 0.23. Leverage is 2.93 now, so nothing is to be sold.
  @Test
  void isRedeemedForItsWorthLessTheFee() {
    create();
    toMark(21_000, 10);
    RedeemToken redeem = new RedeemToken(HOLDER, BULL, 2 * WHOLE);
    assertThat(bench.applied(redeem))
        .containsExactly(
            new Event.CommandApplied(redeem),
            new Event.TransferPosted(
                Cause.TOKEN_REDEEMED, BULL, HOLDER, LedgerAccount.issued(), 2 * WHOLE),
            new Event.TransferPosted(Cause.TOKEN_REDEEMED, USD, FUND, HOLDER, 229_770_000),
            new Event.TransferPosted(Cause.TOKEN_FEE, USD, FUND, FEES, 230_000),
            new ClockEvent.DueWorkBegan(DueWork.REBALANCING, BULL, 10));
    assertThat(nav()).isEqualTo(3_220 * DOLLAR);
  }

  @Test
  void isWorthTheSameToItsHoldersWhateverOthersCreate() {
    create();
    toMark(20_001, 10);
    bench.applied(new CreateToken(MAKER, BULL, 1));
    assertThat(nav()).as("3,000.45 and 0.000101 for a smallest unit").isEqualTo(3_000_450_101L);
  }

  @Test
  void sendsChildOrdersOfItsSizeTenSecondsApart() {
    Bench slow = Bench.listed(new Limits(6, 8, 2, 4, 3, 10, 100), 3);
    slow.applied(new ListingCommand.DefineAsset(BULL, "BULL", 6, 1_000_000 * WHOLE));
    slow.applied(FuturesTest.perpetual(PERP, 1_000_000));
    slow.applied(listing(LeveragedTokenKind.BULL, 20));
    slow.deposit(HOLDER, USD, 10_000 * DOLLAR);
    slow.deposit(MAKER, USD, 1_000_000 * DOLLAR);
    slow.applied(order(MAKER, Side.SELL, 20_000, 1_000));
    assertThat(slow.applied(new CreateToken(HOLDER, BULL, 30 * WHOLE)))
        .contains(accepted(2, Side.BUY, 20_400, 20));
    assertThat(slow.view().isRebalancing(BULL)).isTrue();
    slow.refused(new CreateToken(HOLDER, BULL, WHOLE), RefusalReason.FUND_IS_REBALANCING, 0, 1);
    slow.refused(new RedeemToken(HOLDER, BULL, WHOLE), RefusalReason.FUND_IS_REBALANCING, 0, 1);
    assertThat(slow.applied(time(10 * SECOND))).hasSize(1);
    assertThat(slow.applied(time(10 * SECOND + 1))).contains(accepted(3, Side.BUY, 20_400, 20));
    assertThat(slow.applied(time(20 * SECOND + 1)))
        .contains(accepted(4, Side.BUY, 20_400, 5), new RebalancingEnded(BULL, 0));
  }

  @Test
  void triesFiveTimesWhatTheBookCannotFillAndTellsWhatIsLeft() {
    bench.applied(new CreateToken(HOLDER, BULL, 30 * WHOLE));
    bench.applied(order(MAKER, Side.SELL, 20_400, 15));
    bench.applied(order(MAKER, Side.SELL, 25_000, 1_000));
    for (int i = 1; i < 4; i++) {
      bench.applied(time(i * (10 * SECOND) + 1));
    }
    assertThat(bench.view().positionLots(FUND, PERP)).as("2 % from the mark").isEqualTo(15);
    assertThat(bench.applied(time(40 * SECOND + 1))).contains(new RebalancingEnded(BULL, 29));
    assertThat(bench.view().isRebalancing(BULL)).isFalse();
  }

  @Test
  void tellsWhyAChildOrderDoesNotPassTheGates() {
    bench.applied(new ListingCommand.SetMarketState(PERP, MarketState.HALTED, "why", "one", "two"));
    assertThat(bench.applied(new CreateToken(HOLDER, BULL, 30 * WHOLE)))
        .endsWith(
            new RebalancingBegan(BULL, RebalancingCause.FLOW, 45),
            new ChildOrderRefused(
                BULL,
                RefusalReason.MARKET_STATE_FORBIDS.code(),
                MarketState.OPEN.ordinal(),
                MarketState.HALTED.ordinal()));
  }

  @Test
  void rebalancesEveryDayTwoMinutesAfterMidnight() {
    create();
    trade(21_000);
    bench.applied(order(MAKER, Side.SELL, 21_000, 1_000));
    assertThat(bench.applied(time(2 * MINUTE - 1))).noneMatch(RebalancingBegan.class::isInstance);
    assertThat(bench.applied(time(2 * MINUTE)))
        .as("3 x 3,450 over 21,000 is 0.49 of a coin")
        .contains(new RebalancingBegan(BULL, RebalancingCause.DAILY, 4));
    assertThat(bench.applied(time(DAY + 2 * MINUTE)))
        .contains(new ClockEvent.DueWorkBegan(DueWork.REBALANCING, BULL, DAY + 2 * MINUTE));
  }

  /// A fall by a ninth takes leverage from 3 to 4, and at that mark the fund sells to get back.
  @Test
  void rebalancesAtOnceWhenLeverageIsAThirdAboveItsTarget() {
    create();
    bench.applied(order(MAKER, Side.BUY, 17_700, 1_000));
    toMark(17_800, 10);
    assertThat(bench.view().positionLots(FUND, PERP)).isEqualTo(45);
    assertThat(toMark(17_750, 11))
        .contains(new RebalancingBegan(BULL, RebalancingCause.INTRADAY, -12));
    assertThat(bench.view().positionLots(FUND, PERP)).isEqualTo(33);
  }

  /// The published example: 11,500 dollars and a position of 31,500, 2.74 times, buy back to 3.
  @Test
  void rules_section7_buysEthbullBackToThreeTimes() {
    Bench eth = Bench.listed(new Limits(6, 8, 2, 4, 3, 10, 100), 3);
    eth.applied(new ListingCommand.DefineAsset(BULL, "ETHBULL", 6, 1_000_000 * WHOLE));
    eth.applied(new ListingCommand.DefineAsset(4, "ETH", 8, 1_000_000_000_000_000L));
    eth.applied(new ClockCommand.PublishIndexPrice(4, 200 * SECOND));
    eth.applied(time(2));
    eth.applied(
        new ListingCommand.ListFuture(
            PERP, "ETH-PERP", 4, SECOND, 10_000, 0, 0, SECOND, SECOND, 100_000_000));
    eth.applied(
        new ListLeveragedToken(
            BULL, LeveragedTokenKind.BULL, FUND, PERP, 100 * SECOND, 100_000_000));
    eth.deposit(HOLDER, USD, 100_000 * DOLLAR);
    eth.deposit(MAKER, USD, 1_000_000 * DOLLAR);
    eth.applied(order(MAKER, Side.SELL, 200, 1_500_000));
    eth.applied(new CreateToken(HOLDER, BULL, 100 * WHOLE));
    assertThat(eth.view().positionLots(FUND, PERP)).as("150 ETH").isEqualTo(1_500_000);
    eth.applied(order(MAKER, Side.SELL, 210, 1_000_000));
    eth.applied(order(HOLDER, Side.BUY, 210, 1));
    assertThat(eth.applied(time(2 * MINUTE)))
        .as("14.2857 ETH")
        .contains(new RebalancingBegan(BULL, RebalancingCause.DAILY, 142_857));
    assertThat(eth.view().balance(FUND, USD) + eth.view().unrealized(FUND, PERP))
        .isEqualTo(11_500 * DOLLAR);
    assertThat(eth.view().positionLots(FUND, PERP)).isEqualTo(1_642_857);
  }

  @Test
  void paysForADayOfManagement() {
    create();
    assertThat(bench.applied(time(DAY)))
        .contains(
            new ClockEvent.DueWorkBegan(DueWork.TOKEN_FEE, BULL, DAY),
            new Event.TransferPosted(Cause.MANAGEMENT_FEE, USD, FUND, FEES, 900_000));
    assertThat(nav()).isEqualTo(2_999_100_000L);
  }

  /// A fund that has lost everything is worth nothing to anybody who would create or redeem.
  @Test
  void isNeitherCreatedNorRedeemedWhereItsFundIsWorthNothing() {
    create();
    toMark(13_000, 10);
    assertThat(nav()).isEqualTo(-150 * DOLLAR);
    bench.applied(new ListingCommand.SetMarketState(PERP, MarketState.HALTED, "why", "one", "two"));
    for (int i = 1; i <= 5; i++) {
      bench.applied(time(i * (10 * SECOND) + 11));
    }
    assertThat(bench.view().isRebalancing(BULL)).as("wakes again").isTrue();
    RefusalReason reason = RefusalReason.FUND_IS_REBALANCING;
    bench.refused(new CreateToken(HOLDER, BULL, WHOLE), reason, 0, 1);
    bench.applied(new ListingCommand.SetMarketState(PERP, MarketState.OPEN, "why", "one", "two"));
    bench.applied(order(MAKER, Side.BUY, 13_000, 100));
    bench.applied(time(2 * MINUTE));
    assertThat(bench.view().positionLots(FUND, PERP)).isZero();
    reason = RefusalReason.TOKEN_WORTH_NOTHING;
    bench.refused(new CreateToken(HOLDER, BULL, WHOLE), reason, 1, -150 * DOLLAR);
    bench.refused(new RedeemToken(HOLDER, BULL, WHOLE), reason, 1, -150 * DOLLAR);
    assertThat(bench.applied(time(DAY))).noneMatch(ManagementFeeCapped.class::isInstance);
  }

  /// Three quarters of the tokens would leave 750 dollars under a position that needs 900.
  @Test
  void isRedeemedOnlyAsFarAsTheFundKeepsItsMargin() {
    create();
    bench.refused(
        new RedeemToken(HOLDER, BULL, 22 * WHOLE),
        RefusalReason.INSUFFICIENT_FREE_COLLATERAL,
        0,
        -100 * DOLLAR);
    bench.applied(new RedeemToken(HOLDER, BULL, 21 * WHOLE));
  }

  @Test
  void isRedeemedOnlyByWhoHasIt() {
    create();
    RefusalReason reason = RefusalReason.INSUFFICIENT_BALANCE;
    bench.refused(new RedeemToken(MAKER, BULL, WHOLE), reason, WHOLE, 0);
    bench.refused(
        new RedeemToken(HOLDER, BULL, 31 * WHOLE),
        RefusalReason.QUANTITY_OUT_OF_RANGE,
        30 * WHOLE,
        31 * WHOLE);
    bench.refused(
        new CreateToken(HOLDER, BULL, 70 * WHOLE), reason, 7_007 * DOLLAR, 6_997 * DOLLAR);
    bench.refused(new CreateToken(HOLDER, BTC, 1), RefusalReason.NOT_A_LEVERAGED_TOKEN, 1, 0);
    bench.refused(new RedeemToken(HOLDER, BULL, 0), RefusalReason.QUANTITY_OUT_OF_RANGE, 1, 0);
  }

  @Test
  void lendsItsFundToNobodyElse() {
    create();
    RefusalReason reason = RefusalReason.LEVERAGED_TOKEN_FORBIDS;
    bench.refused(order(FUND, Side.SELL, 20_000, 1), reason, 0, BULL);
    bench.refused(new OrderCommand.PlaceMarketOrder(FUND, PERP, Side.SELL, 1), reason, 0, BULL);
    bench.refused(
        new TradingCommand.PlaceTrigger(
            FUND, PERP, TriggerKind.STOP, Side.SELL, 10_000, 0, 1, false),
        reason,
        0,
        BULL);
    bench.refused(new CashCommand.DepositAsset(FUND, USD, 1, Bench.BANK), reason, 0, BULL);
    bench.refused(bench.withdrawal(FUND, USD, 1), reason, 0, BULL);
    bench.refused(new AccountCommand.SetLeverage(FUND, 20), reason, 0, BULL);
    bench.refused(new LendingCommand.OfferLending(FUND, USD, 1, 1), reason, 0, BULL);
    bench.refused(
        new QuoteCommand.OfferQuote(1, FUND, HOLDER, BTC, USD, 1, 1, 100), reason, 0, BULL);
    bench.refused(new CreateToken(FUND, BULL, 1), reason, 0, BULL);
    bench.applied(new AccountCommand.OpenSubaccount(3, FUND, "sub"));
    bench.refused(new CashCommand.MoveAsset(FUND, 3, USD, 1), reason, 0, BULL);
  }

  @Test
  void isNeverInCustody() {
    create();
    RefusalReason reason = RefusalReason.LEVERAGED_TOKEN_FORBIDS;
    bench.refused(new CashCommand.DepositAsset(HOLDER, BULL, 1, Bench.BANK), reason, 0, BULL);
    bench.applied(
        new CashCommand.SetWithdrawalPolicy(BULL, WithdrawalMode.QUEUED, 1, "why", "one", "two"));
    bench.refused(bench.withdrawal(HOLDER, BULL, 1), reason, 0, BULL);
  }

  @Test
  void isListedForAnAssetAndAnAccountThatNothingHappenedTo() {
    bench.applied(new ListingCommand.DefineAsset(4, "BEAR", 6, 1_000_000 * WHOLE));
    RefusalReason reason = RefusalReason.ALREADY_IN_USE;
    bench.refused(listed(4, HOLDER, PERP, 100, 1), reason, 0, 1);
    bench.refused(listed(4, FUND, PERP, 100, 1), RefusalReason.LEVERAGED_TOKEN_FORBIDS, 0, BULL);
    bench.applied(new AccountCommand.OpenAccount(3, "other"));
    bench.refused(listed(BULL, 3, PERP, 100, 1), reason, 0, 1);
    bench.deposit(3, BTC, 1);
    bench.refused(listed(4, 3, PERP, 100, 1), reason, 0, 1);
    reason = RefusalReason.PARAMETER_OUT_OF_RANGE;
    bench.refused(listed(0, 3, PERP, 100, 1), reason, 1, 0);
    bench.refused(listed(4, 3, 0, 100, 1), reason, 1, 0);
    bench.refused(listed(4, 3, PERP, 100, 0), reason, 1, 0);
    bench.refused(listed(4, 3, PERP, 0, 1), RefusalReason.PRICE_OUT_OF_RANGE, 1, 0);
    bench.refused(
        listed(4, 3, PERP, 1_000_000 * SECOND, 1),
        RefusalReason.PRICE_OUT_OF_RANGE,
        Limits.VALUE_MAX,
        1_000_000_000_000_000_000L);
  }

  @Test
  void isTakenIntoTheFingerprint() {
    List<Long> hashes =
        Stream.of(
                listing(LeveragedTokenKind.BULL, 1_000),
                listing(LeveragedTokenKind.BEAR, 1_000),
                listing(LeveragedTokenKind.BULL, 999),
                new ListLeveragedToken(BULL, LeveragedTokenKind.BULL, MAKER, PERP, SECOND, 1_000),
                new ListLeveragedToken(BULL, LeveragedTokenKind.BULL, FUND, PERP, SECOND, 1_000))
            .map(LeveragedTokenTest::hashAfter)
            .toList();
    assertThat(hashes).doesNotHaveDuplicates();
  }

  private static long hashAfter(Command listing) {
    Bench listed = Bench.listed(new Limits(6, 8, 2, 4, 3, 10, 100), 3);
    listed.applied(new ListingCommand.DefineAsset(BULL, "BULL", 6, 1_000_000 * WHOLE));
    listed.applied(FuturesTest.perpetual(PERP, 1_000_000));
    listed.applied(listing);
    return listed.view().stateHash();
  }

  private static Command listed(int asset, int fund, int market, long firstPrice, long childLots) {
    return new ListLeveragedToken(
        asset, LeveragedTokenKind.BEAR, fund, market, firstPrice, childLots);
  }

  /// Creates 30 tokens; the fund buys 45 hundredths of a coin at 20,000.
  private void create() {
    bench.applied(order(MAKER, Side.SELL, 20_000, 45));
    bench.applied(new CreateToken(HOLDER, BULL, 30 * WHOLE));
  }

  /// Lets the mark go to the price of a trade.
  private List<Event> toMark(long price, long timeNs) {
    trade(price);
    return bench.applied(time(timeNs));
  }

  private void trade(long price) {
    bench.applied(order(MAKER, Side.SELL, price, 1));
    bench.applied(order(HOLDER, Side.BUY, price, 1));
  }

  private long nav() {
    return bench.view().balance(FUND, USD) + bench.view().unrealized(FUND, PERP);
  }

  private static Event accepted(long order, Side side, long limit, long lots) {
    return new OrderEvent.LimitOrderAccepted(
        order, FUND, PERP, side, limit, lots, TimeInForce.IMMEDIATE_OR_CANCEL, 0, false);
  }

  private static Command time(long timeNs) {
    return new ClockCommand.AdvanceTime(timeNs, 0);
  }

  private static Command order(int account, Side side, long price, long lots) {
    return new OrderCommand.PlaceLimitOrder(account, PERP, side, price, lots);
  }
}
