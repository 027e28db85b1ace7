package org.plimsoll.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.venue.Bench.BANK;
import static org.plimsoll.venue.Bench.DOLLAR;
import static org.plimsoll.venue.Bench.USD;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.ledger.VenueAccount;
import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.LeveragedTokenCommand.CreateToken;
import org.plimsoll.protocol.LeveragedTokenCommand.ListLeveragedToken;
import org.plimsoll.protocol.LeveragedTokenCommand.RedeemToken;
import org.plimsoll.protocol.LeveragedTokenEvent.ChildOrderRefused;
import org.plimsoll.protocol.LiquidationCommand.ContributeCapital;
import org.plimsoll.protocol.LiquidationCommand.PledgeBackstop;
import org.plimsoll.protocol.LiquidationCommand.SetLiquidationProfile;
import org.plimsoll.protocol.LiquidationEvent.LiquidationOrderSent;
import org.plimsoll.protocol.LiquidationEvent.LossBorne;
import org.plimsoll.protocol.LiquidationEvent.MarginStageSet;
import org.plimsoll.protocol.LiquidationEvent.PositionHandedOver;
import org.plimsoll.protocol.LiquidationProfile;
import org.plimsoll.protocol.ListingCommand;
import org.plimsoll.protocol.LossBearer;
import org.plimsoll.protocol.OrderCommand;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.protocol.Sides;
import org.plimsoll.protocol.TokenCommand.SetExchangeToken;
import org.plimsoll.protocol.TradingCommand;
import org.plimsoll.units.LeveragedTokenKind;
import org.plimsoll.units.MarginStage;
import org.plimsoll.units.Side;

/// What the rest of the venue does to a fund: 30 BULL for 3,000 dollars hold 0.45 coins at 20,000.
class FundLiquidationTest {
  private static final int PERP = 2;
  private static final int BULL = 3;
  private static final int HOLDER = 0;
  private static final int MAKER = 1;
  private static final int FUND = 2;
  private static final int OTHER = 3;
  private static final int FEES = LedgerAccount.venue(VenueAccount.FEES);
  private static final long WHOLE = 1_000_000;
  private static final long SECOND = 1_000_000_000L;

  private final Bench bench = Bench.listed(new Limits(6, 8, 2, 5, 3, 10, 1_000), 4).lending();
  private long second;

  FundLiquidationTest() {
    bench.applied(new ListingCommand.DefineAsset(BULL, "BULL", 6, 1_000_000 * WHOLE));
    bench.applied(FuturesTest.perpetual(PERP, 1_000_000));
    bench.applied(new SetLiquidationProfile(LiquidationProfile.FTX_2022, "test", "one", "two"));
    bench.deposit(HOLDER, USD, 10_000 * DOLLAR);
    bench.deposit(MAKER, USD, 1_000_000 * DOLLAR);
  }

  /// At 13,700 the fund is worth 165 dollars, less than 3 % of its 6,165.
  @Test
  void isLiquidatedInTheBookLikeAnyAccount() {
    create();
    mark(13_700);
    List<Event> events = advance();
    assertThat(events)
        .contains(
            new MarginStageSet(FUND, MarginStage.LIQUIDATING),
            new ChildOrderRefused(BULL, RefusalReason.IN_LIQUIDATION.code(), 0, 1));
    assertThat(eventsOfAMinute())
        .filteredOn(LiquidationOrderSent.class::isInstance)
        .isNotEmpty()
        .allMatch(e -> e instanceof LiquidationOrderSent sent && sent.account() == FUND);
    assertThat(bench.view().positionLots(FUND, PERP)).isBetween(0L, 44L);
    assertThat(bench.view().issued(BULL)).isEqualTo(30 * WHOLE);
  }

  @Test
  void isNeitherCreatedNorRedeemedWhileItIsInLiquidation() {
    create();
    mark(13_700);
    advance();
    bench.refused(new CreateToken(HOLDER, BULL, WHOLE), RefusalReason.IN_LIQUIDATION, 0, 1);
    bench.refused(new RedeemToken(HOLDER, BULL, WHOLE), RefusalReason.IN_LIQUIDATION, 0, 1);
  }

  /// At 13,000 it owes 150 dollars. The maker, who is short of it, is deleveraged, the insurance
  /// fund pays, and the tokens stay where they are.
  @Test
  void isWorthNothingForGoodOnceItIsBankrupt() {
    bench.applied(new ContributeCapital(LossBearer.INSURANCE, USD, 1_000 * DOLLAR, BANK));
    create();
    mark(13_000);
    List<Event> events = new ArrayList<>(advance());
    events.addAll(eventsOfAMinute());
    assertThat(events)
        .contains(new MarginStageSet(FUND, MarginStage.BANKRUPT))
        .contains(new LossBorne(FUND, 150 * DOLLAR, 150 * DOLLAR, 0, 0, 0))
        .anyMatch(e -> e instanceof PositionHandedOver over && over.from() == FUND);
    assertThat(bench.view().marginStage(FUND)).isEqualTo(MarginStage.HEALTHY);
    assertThat(bench.view().balance(FUND, USD)).isZero();
    assertThat(bench.view().balance(HOLDER, BULL)).isEqualTo(30 * WHOLE);
    assertThat(bench.view().issued(BULL)).isEqualTo(30 * WHOLE);
    bench.refused(new CreateToken(HOLDER, BULL, WHOLE), RefusalReason.TOKEN_WORTH_NOTHING, 1, 0);
    bench.refused(new RedeemToken(HOLDER, BULL, WHOLE), RefusalReason.TOKEN_WORTH_NOTHING, 1, 0);
  }

  /// 6,997 dollars hold 3 coins from 20,000; at 18,000 they are 997, less than 3 % of 54,000.
  @Test
  void isNeitherCreatedNorRedeemedByWhoeverIsInLiquidation() {
    create();
    goLong();
    mark(18_000);
    assertThat(advance()).contains(new MarginStageSet(HOLDER, MarginStage.LIQUIDATING));
    bench.refused(new CreateToken(HOLDER, BULL, WHOLE), RefusalReason.IN_LIQUIDATION, 0, 1);
    bench.refused(new RedeemToken(HOLDER, BULL, WHOLE), RefusalReason.IN_LIQUIDATION, 0, 1);
    assertThat(bench.view().marginStage(FUND)).isEqualTo(MarginStage.HEALTHY);
  }

  /// The same with 30 tokens at 100 dollars and 95 % besides.
  @Test
  void isCollateralWhereItHasTermsAndAPrice() {
    bench.applied(new ListingCommand.SetCollateral(BULL, 900_000_000, 950_000_000, 0));
    bench.applied(new ClockCommand.PublishIndexPrice(BULL, 100 * SECOND));
    create();
    goLong();
    mark(18_000);
    assertThat(advance()).noneMatch(MarginStageSet.class::isInstance);
  }

  /// A taker pays 0.07 %: 6.30 dollars of 9,000.
  @Test
  void paysATakersFeeForWhatItsFundTrades() {
    bench.charging();
    bench.applied(listing(FUND));
    bench.applied(order(MAKER, Side.SELL, 20_000, 1_000));
    assertThat(bench.applied(new CreateToken(HOLDER, BULL, 30 * WHOLE)))
        .contains(
            new Event.TransferPosted(
                Cause.TAKER_FEE, USD, LedgerAccount.settlement(PERP), FEES, 6_300_000));
    assertThat(bench.view().balance(FUND, USD) + bench.view().unrealized(FUND, PERP))
        .isEqualTo(2_993_700_000L);
  }

  @Test
  void isNoBackstopProviderAndNoTreasuryAndNoExchangeToken() {
    bench.applied(new ListingCommand.ListMarket(3, "BULL/USD", BULL, USD, SECOND, WHOLE));
    bench.applied(listing(FUND));
    RefusalReason forbidden = RefusalReason.LEVERAGED_TOKEN_FORBIDS;
    bench.refused(new PledgeBackstop(FUND, DOLLAR, DOLLAR), forbidden, 0, BULL);
    bench.refused(new ContributeCapital(LossBearer.CAPITAL, BULL, 1, BANK), forbidden, 0, BULL);
    bench.refused(exchangeToken(BULL, 3, OTHER), forbidden, 0, BULL);
    bench.refused(exchangeToken(Bench.BTC, 0, FUND), forbidden, 0, BULL);
  }

  @Test
  void isListedOnNoAccountThatTakesPartAndIsNoExchangeToken() {
    bench.applied(new ListingCommand.ListMarket(3, "BULL/USD", BULL, USD, SECOND, WHOLE));
    bench.applied(new PledgeBackstop(OTHER, DOLLAR, DOLLAR));
    bench.refused(listing(OTHER), RefusalReason.ALREADY_IN_USE, 0, 1);
    bench.applied(new PledgeBackstop(OTHER, 0, 0));
    bench.applied(exchangeToken(BULL, 3, OTHER));
    bench.refused(listing(OTHER), RefusalReason.ALREADY_IN_USE, 0, 1);
    bench.refused(listing(FUND), RefusalReason.ALREADY_IN_USE, 0, 1);
  }

  private static SetExchangeToken exchangeToken(int asset, int market, int treasury) {
    return new SetExchangeToken(asset, market, treasury, BANK, 1_000_000, 0, 0, 1, 60, 0);
  }

  private static ListLeveragedToken listing(int fund) {
    return new ListLeveragedToken(BULL, LeveragedTokenKind.BULL, fund, PERP, 100 * SECOND, 1_000);
  }

  private void create() {
    bench.applied(listing(FUND));
    bench.applied(order(MAKER, Side.SELL, 20_000, 45));
    bench.applied(new CreateToken(HOLDER, BULL, 30 * WHOLE));
    assertThat(bench.view().positionLots(FUND, PERP)).isEqualTo(45);
  }

  private void goLong() {
    bench.applied(order(MAKER, Side.SELL, 20_000, 300));
    bench.applied(order(HOLDER, Side.BUY, 20_000, 300));
  }

  private void mark(long price) {
    bench.applied(new TradingCommand.CancelAllOrders(MAKER, PERP, Sides.BOTH));
    bench.applied(order(MAKER, Side.SELL, price, 1_000));
    bench.applied(order(MAKER, Side.BUY, price - 1, 1_000));
  }

  private List<Event> advance() {
    second++;
    return bench.applied(new ClockCommand.AdvanceTime(second * SECOND, second));
  }

  private List<Event> eventsOfAMinute() {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      events.addAll(advance());
    }
    return events;
  }

  private static OrderCommand order(int account, Side side, long price, long lots) {
    return new OrderCommand.PlaceLimitOrder(account, PERP, side, price, lots);
  }
}
