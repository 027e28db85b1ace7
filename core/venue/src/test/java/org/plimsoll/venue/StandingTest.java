package org.plimsoll.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.venue.Bench.BITCOIN;
import static org.plimsoll.venue.Bench.BTC;
import static org.plimsoll.venue.Bench.DOLLAR;
import static org.plimsoll.venue.Bench.FTT;
import static org.plimsoll.venue.Bench.TOKEN;
import static org.plimsoll.venue.Bench.USD;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.plimsoll.protocol.AccountCommand;
import org.plimsoll.protocol.CancelCause;
import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.ControlCommand;
import org.plimsoll.protocol.LendingCommand;
import org.plimsoll.protocol.LiquidationCommand;
import org.plimsoll.protocol.LiquidationProfile;
import org.plimsoll.protocol.ListingCommand;
import org.plimsoll.protocol.OrderCommand;
import org.plimsoll.protocol.OrderEvent;
import org.plimsoll.protocol.Privilege;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.protocol.Request;
import org.plimsoll.protocol.Sides;
import org.plimsoll.protocol.TradingCommand;
import org.plimsoll.units.MarginStage;
import org.plimsoll.units.Side;
import org.plimsoll.units.TimeInForce;

/// What accounts are shown of where they stand. The future is that of [LiquidationTest]: 1,000
/// dollars carry a bitcoin at 20,000, twice the price of FTX help center article 360024479392.
class StandingTest {
  private static final int PERP = 2;
  private static final int MAKER = 0;
  private static final int TRADER = 1;
  private static final int OTHER = 3;
  private static final long E9 = 1_000_000_000L;

  private final Bench bench = Bench.listed(new Limits(4, 8, 2, 4, 3, 20, 1_000), 5).lending();
  private long second;

  StandingTest() {
    bench.applied(
        new ListingCommand.ListFuture(
            PERP, "BTC-PERP", BTC, E9, 1_000_000, 0, 0, E9, E9, 1_000_000));
    profile(LiquidationProfile.FTX_2022);
    bench.deposit(MAKER, USD, 10_000_000 * DOLLAR);
    bench.deposit(OTHER, USD, 200_000 * DOLLAR);
    bench.applied(new AccountCommand.SetLeverage(TRADER, 20));
  }

  /// Nothing that is asked may change anything, to the last byte of a snapshot.
  @AfterEach
  void askingChangesNothing() {
    byte[] before = VenueSnapshot.of(bench.venue());
    for (int account = 0; account < bench.view().accounts().size(); account++) {
      bench.view().standing(account);
      bench.view().positionStanding(account, PERP);
      for (int asset = 0; asset < bench.view().assetCount(); asset++) {
        bench.view().balanceStanding(account, asset);
      }
    }
    assertThat(VenueSnapshot.of(bench.venue())).isEqualTo(before);
  }

  @Test
  void showsThePublishedExampleAtItsFirstMark() {
    buyWithAThousand();
    AccountStanding shown = bench.view().standing(TRADER);
    assertThat(shown)
        .isEqualTo(
            new AccountStanding(
                TRADER,
                1_000 * DOLLAR,
                1_000 * DOLLAR,
                0,
                0,
                1_000 * DOLLAR,
                600 * DOLLAR,
                300 * DOLLAR,
                20_000 * DOLLAR,
                20_000 * DOLLAR,
                0,
                MarginStage.HEALTHY,
                false));
    assertThat(shown.marginFractionE9()).hasValue(50_000_000);
    assertThat(shown.openMarginFractionE9()).hasValue(50_000_000);
    assertThat(shown.initialFractionE9()).hasValue(50_000_000);
    assertThat(shown.maintenanceFractionE9()).hasValue(30_000_000);
    PositionStanding position = bench.view().positionStanding(TRADER, PERP);
    assertThat(position.initialRequirement()).isEqualTo(1_000 * DOLLAR);
    assertThat(position.maintenance()).isEqualTo(600 * DOLLAR);
    assertThat(position.cost()).isEqualTo(20_000 * DOLLAR);
    assertThat(position.zeroPriceE9()).hasValue(19_000 * E9);
    assertThat(position.liquidationPriceE9()).hasValue(19_587_628_865_980L);
  }

  @Test
  void liquidatesALongBelowTheShownPrice() {
    buyWithAThousand();
    mark(19_588);
    assertThat(bench.view().standing(TRADER).stage()).isEqualTo(MarginStage.HEALTHY);
    mark(19_587);
    assertThat(bench.view().standing(TRADER).stage()).isEqualTo(MarginStage.LIQUIDATING);
    assertThat(bench.view().marginStage(TRADER)).isEqualTo(MarginStage.LIQUIDATING);
    assertThat(bench.view().positionStanding(TRADER, PERP).liquidationPriceE9())
        .as("where it would be healthy again")
        .hasValue(19_587_628_865_979L);
    assertThat(bench.view().balanceStanding(TRADER, USD).free()).isZero();
  }

  /// 21,000 are worth 1.03 times 20,388.349514....
  @Test
  void liquidatesAShortAboveTheShownPrice() {
    bench.deposit(TRADER, USD, 1_000 * DOLLAR);
    trade(OTHER, TRADER);
    PositionStanding position = bench.view().positionStanding(TRADER, PERP);
    assertThat(position.lots()).isEqualTo(-100);
    assertThat(position.liquidationPriceE9()).hasValue(20_388_349_514_563L);
    assertThat(position.zeroPriceE9()).hasValue(21_000 * E9);
    mark(20_389);
    assertThat(bench.view().futureMarkTicks(PERP)).isEqualTo(20_388);
    assertThat(bench.view().standing(TRADER).stage()).isEqualTo(MarginStage.HEALTHY);
    mark(20_390);
    assertThat(bench.view().standing(TRADER).stage()).isEqualTo(MarginStage.LIQUIDATING);
  }

  @Test
  void showsNoLiquidationPriceWhereNoneIs() {
    bench.deposit(TRADER, USD, 20_000 * DOLLAR);
    assertThat(bench.view().positionStanding(TRADER, PERP).liquidationPriceE9()).isEmpty();
    assertThat(bench.view().positionStanding(TRADER, PERP).zeroPriceE9()).isEmpty();
    trade(TRADER, OTHER);
    assertThat(bench.view().positionStanding(TRADER, PERP).liquidationPriceE9())
        .as("it can lose no more than it has")
        .isEmpty();
    assertThat(bench.view().positionStanding(TRADER, PERP).zeroPriceE9()).hasValue(0);
  }

  /// The mark of 9,600 in docs/reference/margin.md, doubled; nobody is liquidated meanwhile.
  @Test
  void showsTheStageOfWhoeverIsSparedToo() {
    bench.applied(
        new ControlCommand.GrantPrivilege(
            TRADER, Privilege.LIQUIDATION_EXEMPT, 0, "why", "one", "two"));
    buyWithAThousand();
    mark(19_200);
    AccountStanding shown = bench.view().standing(TRADER);
    assertThat(shown.isSpared()).isTrue();
    assertThat(shown.stage()).isEqualTo(MarginStage.AUTO_CLOSE);
    assertThat(shown.value()).isEqualTo(200 * DOLLAR);
    assertThat(shown.unrealized()).isEqualTo(-800 * DOLLAR);
    assertThat(shown.collateral()).isEqualTo(1_000 * DOLLAR);
    assertThat(shown.maintenance()).isEqualTo(576 * DOLLAR);
    assertThat(shown.autoClose()).isEqualTo(288 * DOLLAR);
    assertThat(shown.freeCollateral()).as("200 less 5 %").isEqualTo(-760 * DOLLAR);
    assertThat(shown.openMarginFractionE9()).hasValue(10_416_666);
    PositionStanding position = bench.view().positionStanding(TRADER, PERP);
    assertThat(position.zeroPriceE9()).hasValue(19_000 * E9);
    assertThat(position.liquidationPriceE9()).isEmpty();
  }

  /// At leverage 10 a bitcoin asks for 2,000.
  @Test
  void refusesTheOrderThatNeedsMoreThanIsShownAsFree() {
    bench.applied(new AccountCommand.SetLeverage(TRADER, 10));
    bench.deposit(TRADER, USD, 3_000 * DOLLAR);
    bench.applied(order(TRADER, Side.BUY, 20_000, 100));
    PositionStanding position = bench.view().positionStanding(TRADER, PERP);
    assertThat(position.buyLots()).isEqualTo(100);
    assertThat(position.sellLots()).isZero();
    assertThat(position.notional()).isZero();
    assertThat(position.openNotional()).isEqualTo(20_000 * DOLLAR);
    assertThat(bench.view().standing(TRADER).freeCollateral()).isEqualTo(1_000 * DOLLAR);
    bench.refused(
        order(TRADER, Side.BUY, 20_000, 51),
        RefusalReason.INSUFFICIENT_FREE_COLLATERAL,
        0,
        -20 * DOLLAR);
    bench.applied(order(TRADER, Side.BUY, 20_000, 50));
    assertThat(bench.view().standing(TRADER).freeCollateral()).isZero();
  }

  /// A bitcoin counts 19,000 of its 20,000 at first and 19,500 for maintenance.
  @Test
  void showsWhatABorrowerOwesAndMayTakeOut() {
    bench.deposit(TRADER, BTC, BITCOIN);
    bench.applied(bench.withdrawal(TRADER, USD, 10_000 * DOLLAR));
    AccountStanding shown = bench.view().standing(TRADER);
    assertThat(shown)
        .isEqualTo(
            new AccountStanding(
                TRADER,
                9_500 * DOLLAR,
                9_000 * DOLLAR,
                0,
                8_000 * DOLLAR,
                1_000 * DOLLAR,
                300 * DOLLAR,
                150 * DOLLAR,
                10_000 * DOLLAR,
                10_000 * DOLLAR,
                10_000 * DOLLAR,
                MarginStage.HEALTHY,
                false));
    assertThat(shown.marginFractionE9()).hasValue(950_000_000);
    assertThat(shown.openMarginFractionE9()).hasValue(900_000_000);
    assertThat(shown.initialFractionE9()).hasValue(100_000_000);
    BalanceStanding dollars = bench.view().balanceStanding(TRADER, USD);
    assertThat(dollars)
        .isEqualTo(
            new BalanceStanding(TRADER, USD, -10_000 * DOLLAR, 10_000 * DOLLAR, 0, 7_272_727_272L));
    BalanceStanding coins = bench.view().balanceStanding(TRADER, BTC);
    assertThat(coins)
        .isEqualTo(new BalanceStanding(TRADER, BTC, BITCOIN, 0, 42_105_263, 42_105_263));
    bench.refused(
        bench.withdrawal(TRADER, BTC, coins.free() + 1),
        RefusalReason.INSUFFICIENT_FREE_COLLATERAL,
        0,
        -160);
    bench.applied(bench.withdrawal(TRADER, BTC, coins.free()));
  }

  /// If the bid of docs/reference/margin.md filled, half a bitcoin would be left, which counts
  /// 9,500, and a tenth of what is owed must be covered beside.
  @Test
  void countsRestingOrdersAgainstWhatMayGo() {
    bench.deposit(TRADER, USD, 100_000 * DOLLAR);
    bench.applied(Bench.bitcoin(TRADER, Side.BUY, 200_000, 50));
    assertThat(bench.view().standing(TRADER).collateral()).isEqualTo(100_000 * DOLLAR);
    assertThat(bench.view().standing(TRADER).freeCollateral()).isEqualTo(9_500 * DOLLAR);
    BalanceStanding dollars = bench.view().balanceStanding(TRADER, USD);
    assertThat(dollars.availableWithoutBorrow()).isZero();
    assertThat(dollars.free()).isEqualTo(8_636_363_636L);
    bench.refused(
        bench.withdrawal(TRADER, USD, dollars.free() + 1),
        RefusalReason.INSUFFICIENT_FREE_COLLATERAL,
        0,
        -1);
    bench.applied(bench.withdrawal(TRADER, USD, dollars.free()));
  }

  @Test
  void letsNothingGoThatIsOffered() {
    bench.deposit(TRADER, FTT, 10 * TOKEN);
    bench.applied(new LendingCommand.OfferLending(TRADER, FTT, 4 * TOKEN, 1));
    assertThat(bench.view().balanceStanding(TRADER, FTT).availableWithoutBorrow())
        .isEqualTo(6 * TOKEN);
    assertThat(bench.view().balanceStanding(TRADER, FTT).free())
        .as("nobody borrows what he lends")
        .isEqualTo(6 * TOKEN);
  }

  @Test
  void showsNothingOfAnAccountThatHasNothing() {
    AccountStanding shown = bench.view().standing(4);
    assertThat(shown)
        .isEqualTo(
            new AccountStanding(4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, MarginStage.HEALTHY, false));
    assertThat(shown.marginFractionE9()).isEmpty();
    assertThat(shown.openMarginFractionE9()).isEmpty();
    assertThat(shown.initialFractionE9()).isEmpty();
    assertThat(shown.maintenanceFractionE9()).isEmpty();
  }

  @Test
  void showsOnACopyWhatAnOrderWouldLeaveFree() {
    bench.deposit(TRADER, USD, 3_000 * DOLLAR);
    long before = bench.view().stateHash();
    Venue copy = bench.venue().copy();
    assertThat(copy.view().stateHash()).isEqualTo(before);
    new Request(1, 1, order(TRADER, Side.BUY, 20_000, 100)).deliverTo(copy);
    assertThat(copy.view().standing(TRADER).freeCollateral()).isEqualTo(2_000 * DOLLAR);
    assertThat(bench.view().standing(TRADER).freeCollateral()).isEqualTo(3_000 * DOLLAR);
    assertThat(bench.view().stateHash()).isEqualTo(before);
  }

  @Test
  void showsRestingOrdersByNumberAndByAccount() {
    bench.deposit(TRADER, USD, 1_000 * DOLLAR);
    TimeInForce gtc = TimeInForce.GOOD_TILL_CANCELED;
    bench.applied(Bench.named(TRADER, 1, 7));
    bench.applied(Bench.named(OTHER, 1, 7));
    bench.applied(order(TRADER, Side.BUY, 19_000, 2));
    RestingOrder first = new RestingOrder(1, TRADER, 1, Side.BUY, 10, 1, 7, gtc, false);
    RestingOrder third = new RestingOrder(3, TRADER, PERP, Side.BUY, 19_000, 2, 0, gtc, false);
    assertThat(bench.view().order(1)).contains(first);
    assertThat(bench.view().order(3)).contains(third);
    assertThat(bench.view().order(4)).isEmpty();
    assertThat(bench.view().order(-1)).isEmpty();
    assertThat(orders(TRADER)).containsExactly(first, third);
    assertThat(orders(4)).isEmpty();
    assertThat(bench.applied(new OrderCommand.CancelOrder(TRADER, 1, 1)))
        .containsExactly(new OrderEvent.OrderCanceled(1, TRADER, 1, 1, CancelCause.BY_OWNER));
    assertThat(bench.view().order(1)).isEmpty();
    assertThat(orders(TRADER)).containsExactly(third);
  }

  private List<RestingOrder> orders(int account) {
    List<RestingOrder> orders = new ArrayList<>();
    bench.view().forEachOrderOf(account, orders::add);
    return orders;
  }

  private void profile(LiquidationProfile profile) {
    bench.applied(new LiquidationCommand.SetLiquidationProfile(profile, "test", "one", "two"));
  }

  private void buyWithAThousand() {
    bench.deposit(TRADER, USD, 1_000 * DOLLAR);
    trade(TRADER, OTHER);
  }

  private void trade(int buyer, int seller) {
    bench.applied(order(seller, Side.SELL, 20_000, 100));
    bench.applied(order(buyer, Side.BUY, 20_000, 100));
  }

  private static OrderCommand.PlaceLimitOrder order(int account, Side side, long price, long lots) {
    return new OrderCommand.PlaceLimitOrder(account, PERP, side, price, lots);
  }

  /// Lets a price become the mark: it itself below 20,000, where the last trade was, else 1 less.
  private void mark(long price) {
    bench.applied(new TradingCommand.CancelAllOrders(MAKER, PERP, Sides.BOTH));
    bench.applied(order(MAKER, Side.SELL, price, 1_000));
    bench.applied(order(MAKER, Side.BUY, price - 1, 1_000));
    second++;
    bench.applied(new ClockCommand.AdvanceTime(second * E9, 0));
  }
}
