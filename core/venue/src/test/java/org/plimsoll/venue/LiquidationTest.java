package org.plimsoll.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.venue.Bench.BANK;
import static org.plimsoll.venue.Bench.BTC;
import static org.plimsoll.venue.Bench.DOLLAR;
import static org.plimsoll.venue.Bench.FTT;
import static org.plimsoll.venue.Bench.TOKEN;
import static org.plimsoll.venue.Bench.USD;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.ledger.Cause;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.ledger.VenueAccount;
import org.plimsoll.protocol.AccountCommand;
import org.plimsoll.protocol.CancelCause;
import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.ControlCommand;
import org.plimsoll.protocol.ControlEvent;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.LiquidationCommand;
import org.plimsoll.protocol.LiquidationEvent;
import org.plimsoll.protocol.LiquidationProfile;
import org.plimsoll.protocol.ListingCommand;
import org.plimsoll.protocol.LossBearer;
import org.plimsoll.protocol.OrderCommand;
import org.plimsoll.protocol.OrderEvent;
import org.plimsoll.protocol.Privilege;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.protocol.Sides;
import org.plimsoll.protocol.TradingCommand;
import org.plimsoll.units.MarginStage;
import org.plimsoll.units.Side;

/// The example of FTX help center article 360024479392 at twice its price: 1,000 dollars buy a
/// bitcoin perpetual at 20,000, so that the zero price is 19,000.
class LiquidationTest {
  private static final int PERP = 2;
  private static final int MAKER = 0;
  private static final int TRADER = 1;
  private static final int PROVIDER = 2;
  private static final int SHORT = 3;
  private static final int FUND = LedgerAccount.venue(VenueAccount.INSURANCE);
  private static final int CAPITAL = LedgerAccount.venue(VenueAccount.CAPITAL);
  private static final long SECOND = 1_000_000_000L;

  private final Bench bench = Bench.listed(new Limits(4, 8, 2, 4, 3, 20, 1_000), 5).lending();
  private long second;

  LiquidationTest() {
    bench.applied(
        new ListingCommand.ListFuture(
            PERP,
            "BTC-PERP",
            BTC,
            SECOND,
            1_000_000,
            0,
            0,
            1_000_000_000,
            1_000_000_000,
            1_000_000));
    profile(LiquidationProfile.FTX_2022);
    bench.deposit(MAKER, USD, 10_000_000 * DOLLAR);
    bench.deposit(TRADER, USD, 1_000 * DOLLAR);
    bench.deposit(PROVIDER, USD, 100_000 * DOLLAR);
    bench.deposit(SHORT, USD, 100_000 * DOLLAR);
    bench.applied(new AccountCommand.SetLeverage(TRADER, 20));
  }

  @Test
  void shouldLiquidateNobodyWhoMeetsMaintenance() {
    goLong();
    mark(19_588);
    assertThat(advance()).noneMatch(LiquidationEvent.class::isInstance);
    assertThat(bench.view().marginStage(TRADER)).isEqualTo(MarginStage.HEALTHY);
  }

  @Test
  void shouldTakeAnAccountOverThatFallsBelowMaintenance() {
    goLong();
    mark(19_587);
    assertThat(advance())
        .contains(new LiquidationEvent.MarginStageSet(TRADER, MarginStage.LIQUIDATING));
    bench.refused(order(TRADER, Side.SELL, 19_587, 1), RefusalReason.IN_LIQUIDATION, 0, 1);
    bench.refused(bench.withdrawal(TRADER, USD, 1), RefusalReason.IN_LIQUIDATION, 0, 1);
    bench.deposit(TRADER, USD, DOLLAR);
    assertThat(advance())
        .contains(new LiquidationEvent.MarginStageSet(TRADER, MarginStage.HEALTHY));
  }

  @Test
  void shouldCancelItsOrdersFirst() {
    goLong();
    bench.deposit(TRADER, USD, 1_000 * DOLLAR);
    bench.applied(order(TRADER, Side.BUY, 100, 1));
    mark(18_500);
    advance();
    assertThat(advance())
        .contains(new OrderEvent.OrderCanceled(3, TRADER, PERP, 1, CancelCause.LIQUIDATION));
  }

  @Test
  void shouldSellPartsOfAPositionIntoTheBook() {
    goLong();
    mark(19_500);
    List<LiquidationEvent.LiquidationOrderSent> orders = ordersOfAMinute();
    assertThat(orders).isNotEmpty();
    LiquidationEvent.LiquidationOrderSent first = orders.getFirst();
    assertThat(first.account()).isEqualTo(TRADER);
    assertThat(first.side()).isEqualTo(Side.SELL);
    assertThat(first.quantityLots()).isBetween(3L, 8L); // 500 to 1,500 of 19,500
    assertThat(first.limitTicks()).isBetween(19_490L, 19_498L); // 0.01 to 0.05 % below 19,499
    assertThat(bench.view().positionLots(TRADER, PERP)).isBetween(1L, 97L);
    assertThat(bench.view().marginStage(TRADER)).isEqualTo(MarginStage.HEALTHY);
  }

  @Test
  void shouldNotSellIntoABookThatSomebodyHasEmptied() {
    goLong();
    bench.applied(order(MAKER, Side.SELL, 19_500, 1_000));
    bench.applied(order(MAKER, Side.BUY, 19_109, 1_000)); // 2 % below is 19,110
    assertThat(ordersOfAMinute()).isEmpty();
    assertThat(bench.view().marginStage(TRADER)).isEqualTo(MarginStage.LIQUIDATING);
    bench.applied(order(MAKER, Side.BUY, 19_110, 1_000));
    assertThat(ordersOfAMinute()).isNotEmpty().allMatch(sent -> sent.limitTicks() == 19_110);
  }

  @Test
  void shouldLeaveWhatStandsBehindALargeDebtToTheDebt() {
    borrowAgainstTokens();
    bench.applied(order(MAKER, Side.BUY, 20_000, 1));
    bench.applied(order(4, Side.SELL, 20_000, 1)); // a short of 200 beside a debt of 10,000
    index(10_600_000_000L);
    advance();
    assertThat(advance())
        .contains(
            new LiquidationEvent.PositionHandedOver(
                PERP, 4, MAKER, -1, 201_372_549, -200_915_032, true));
  }

  @Test
  void shouldHandAPartToProvidersBelowAutoClose() {
    pledge(1_000_000);
    goLong();
    mark(19_200);
    advance();
    assertThat(advance())
        .contains(
            new LiquidationEvent.PositionHandedOver(
                PERP, TRADER, PROVIDER, 31, -5_890 * DOLLAR, 5_910_666_667L, false),
            new Event.TransferPosted(
                Cause.HANDOVER, USD, LedgerAccount.settlement(PERP), FUND, 20_666_667));
    assertThat(bench.view().positionLots(TRADER, PERP)).isEqualTo(69);
    assertThat(bench.view().positionLots(PROVIDER, PERP)).isEqualTo(31);
  }

  @Test
  void shouldDeleverageWhatProvidersDoNotTake() {
    pledge(2_000);
    goLong();
    bench.applied(order(SHORT, Side.BUY, 100, 1));
    mark(19_200);
    advance();
    assertThat(advance())
        .containsSubsequence(
            new LiquidationEvent.PositionHandedOver(
                PERP, TRADER, PROVIDER, 10, -1_900 * DOLLAR, 1_906_666_667L, false),
            new OrderEvent.OrderCanceled(3, SHORT, PERP, 1, CancelCause.DELEVERAGED),
            new LiquidationEvent.PositionHandedOver(
                PERP, TRADER, SHORT, 21, -3_990 * DOLLAR, 4_004_000_001L, true));
  }

  @Test
  void shouldCloseAtTheZeroPriceAgainstTheMostProfitableInThatProfile() {
    profile(LiquidationProfile.DELEVERAGE_BY_PNL);
    pledge(1_000_000);
    goLong();
    mark(19_200);
    advance();
    assertThat(advance())
        .contains(
            new LiquidationEvent.PositionHandedOver(
                PERP, TRADER, SHORT, 31, -5_890 * DOLLAR, 5_890 * DOLLAR, true));
    assertThat(bench.view().venueBalance(VenueAccount.INSURANCE, USD)).isZero();
  }

  @Test
  void shouldLetTheFundPayWhatABankruptAccountLacks() {
    contribute(LossBearer.INSURANCE, 500);
    goLong();
    mark(18_900);
    advance();
    assertThat(advance())
        .contains(
            new LiquidationEvent.PositionHandedOver(
                PERP, TRADER, SHORT, 100, -18_900 * DOLLAR, 18_900 * DOLLAR, true),
            new Event.TransferPosted(Cause.ESTATE, USD, FUND, TRADER, 100 * DOLLAR),
            new LiquidationEvent.LossBorne(TRADER, 100 * DOLLAR, 100 * DOLLAR, 0, 0, 0));
    assertThat(bench.view().balance(TRADER, USD)).isZero();
    assertThat(bench.view().venueBalance(VenueAccount.INSURANCE, USD)).isEqualTo(400 * DOLLAR);
  }

  @Test
  void shouldGoThroughFundCapitalAndProfitsInThisOrder() {
    contribute(LossBearer.INSURANCE, 30);
    contribute(LossBearer.CAPITAL, 20);
    goLong();
    mark(18_900);
    advance();
    assertThat(advance())
        .containsSubsequence(
            new Event.TransferPosted(Cause.LOSS_COVERED, USD, CAPITAL, FUND, 20 * DOLLAR),
            new Event.TransferPosted(Cause.SOCIALIZED_LOSS, USD, SHORT, FUND, 50 * DOLLAR),
            new LiquidationEvent.LossBorne(
                TRADER, 100 * DOLLAR, 30 * DOLLAR, 20 * DOLLAR, 50 * DOLLAR, 0));
  }

  @Test
  void shouldSayWhatNobodyBears() {
    borrowAgainstTokens();
    index(9);
    assertThat(advance()).contains(new LiquidationEvent.MarginStageSet(4, MarginStage.BANKRUPT));
    assertThat(advance())
        .containsSubsequence(
            new Event.TransferPosted(Cause.ESTATE, USD, FUND, 4, 10_000 * DOLLAR),
            new Event.TransferPosted(Cause.ESTATE, FTT, 4, FUND, 1_000 * TOKEN),
            new LiquidationEvent.LossBorne(4, 1_000 * DOLLAR, 0, 0, 0, 1_000 * DOLLAR));
    assertThat(bench.view().venueBalance(VenueAccount.INSURANCE, USD)).isEqualTo(-10_000 * DOLLAR);
  }

  @Test
  void shouldTakeOfABankruptAccountNoMoreThanItOwed() {
    contribute(LossBearer.INSURANCE, 20_000);
    borrowAgainstTokens();
    index(10_400_000_000L);
    advance();
    assertThat(advance())
        .contains(
            new Event.TransferPosted(Cause.ESTATE, FTT, 4, FUND, 961_538_462L)) // 10,000 at 10.4
        .noneMatch(LiquidationEvent.LossBorne.class::isInstance);
    assertThat(bench.view().balance(4, FTT)).isEqualTo(1_000 * TOKEN - 961_538_462L);
  }

  @Test
  void shouldSellCoinsForWhatIsOwed() {
    borrowAgainstTokens();
    bench.applied(Bench.tokens(MAKER, Side.BUY, 11, 1_000));
    index(10_800_000_000L);
    assertThat(advance()).contains(new LiquidationEvent.MarginStageSet(4, MarginStage.LIQUIDATING));
    List<LiquidationEvent.LiquidationOrderSent> orders = ordersOfAMinute();
    assertThat(orders).isNotEmpty().allMatch(order -> order.side() == Side.SELL);
    assertThat(bench.view().balance(4, USD)).isGreaterThan(-10_000 * DOLLAR);
    assertThat(bench.view().balance(4, FTT)).isLessThan(1_000 * TOKEN);
  }

  @Test
  void shouldHandCoinsToProvidersBelowAutoClose() {
    pledge(1_000_000);
    borrowAgainstTokens();
    index(10_600_000_000L); // worth 10,070 at the weight of 0.95: 0.7 % of the debt
    advance();
    assertThat(advance())
        .contains(
            new Event.TransferPosted(Cause.HANDOVER, FTT, 4, PROVIDER, 534 * TOKEN),
            new Event.TransferPosted(Cause.HANDOVER, USD, PROVIDER, 4, 5_620_777_200L),
            new Event.TransferPosted(Cause.HANDOVER, USD, PROVIDER, FUND, 13_207_601L));
  }

  @Test
  void shouldTellOnceThatAPrivilegeSpares() {
    bench.applied(
        new ControlCommand.GrantPrivilege(
            TRADER, Privilege.LIQUIDATION_EXEMPT, 0, "market-maker", "one", "two"));
    goLong();
    mark(18_900);
    Event spared =
        new ControlEvent.ExemptionUsed(TRADER, Privilege.LIQUIDATION_EXEMPT, 667 * DOLLAR);
    assertThat(advance()).contains(spared);
    assertThat(advance()).doesNotContain(spared);
    assertThat(bench.view().positionLots(TRADER, PERP)).isEqualTo(100);
    bench.applied(
        new ControlCommand.RevokePrivilege(
            TRADER, Privilege.LIQUIDATION_EXEMPT, "review", "one", "two"));
    assertThat(advance())
        .contains(new LiquidationEvent.MarginStageSet(TRADER, MarginStage.BANKRUPT));
  }

  @Test
  void shouldLiquidateNobodyWithoutAProfile() {
    profile(LiquidationProfile.OFF);
    goLong();
    mark(18_900);
    assertThat(advance()).noneMatch(LiquidationEvent.class::isInstance);
    profile(LiquidationProfile.FTX_2019);
    assertThat(advance())
        .contains(new LiquidationEvent.MarginStageSet(TRADER, MarginStage.BANKRUPT));
  }

  private void profile(LiquidationProfile profile) {
    bench.applied(new LiquidationCommand.SetLiquidationProfile(profile, "test", "one", "two"));
  }

  private void pledge(long perMinute) {
    long amount = perMinute * DOLLAR;
    bench.applied(new LiquidationCommand.PledgeBackstop(PROVIDER, amount, amount));
  }

  private void contribute(LossBearer bearer, long dollars) {
    bench.applied(new LiquidationCommand.ContributeCapital(bearer, USD, dollars * DOLLAR, BANK));
  }

  private static OrderCommand.PlaceLimitOrder order(int account, Side side, long price, long lots) {
    return new OrderCommand.PlaceLimitOrder(account, PERP, side, price, lots);
  }

  private void goLong() {
    bench.applied(order(SHORT, Side.SELL, 20_000, 100));
    bench.applied(order(TRADER, Side.BUY, 20_000, 100));
  }

  /// Account 4 borrows 10,000 dollars against 1,000 tokens at 20.
  private void borrowAgainstTokens() {
    bench.deposit(4, FTT, 1_000 * TOKEN);
    bench.applied(bench.withdrawal(4, USD, 10_000 * DOLLAR));
  }

  private void mark(long price) {
    bench.applied(new TradingCommand.CancelAllOrders(MAKER, PERP, Sides.BOTH));
    bench.applied(order(MAKER, Side.SELL, price, 1_000));
    bench.applied(order(MAKER, Side.BUY, price - 1, 1_000));
  }

  private void index(long price) {
    bench.applied(new ClockCommand.PublishIndexPrice(FTT, price < 1_000 ? price * SECOND : price));
  }

  private List<Event> advance() {
    second++;
    return bench.applied(new ClockCommand.AdvanceTime(second * SECOND, 0));
  }

  private List<LiquidationEvent.LiquidationOrderSent> ordersOfAMinute() {
    List<LiquidationEvent.LiquidationOrderSent> orders = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      advance().stream()
          .filter(LiquidationEvent.LiquidationOrderSent.class::isInstance)
          .map(LiquidationEvent.LiquidationOrderSent.class::cast)
          .forEach(orders::add);
    }
    return orders;
  }
}
