package org.plimsoll.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.venue.Bench.BTC;
import static org.plimsoll.venue.Bench.DOLLAR;
import static org.plimsoll.venue.Bench.USD;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.protocol.AccountCommand.SetLeverage;
import org.plimsoll.protocol.ClockCommand;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.LiquidationCommand.SetLiquidationProfile;
import org.plimsoll.protocol.LiquidationCommand.SetMarginProfile;
import org.plimsoll.protocol.LiquidationEvent;
import org.plimsoll.protocol.LiquidationProfile;
import org.plimsoll.protocol.ListingCommand;
import org.plimsoll.protocol.OrderCommand;
import org.plimsoll.protocol.RefusalReason;
import org.plimsoll.protocol.Sides;
import org.plimsoll.protocol.TradingCommand;
import org.plimsoll.protocol.TradingCommand.PlaceTrigger;
import org.plimsoll.protocol.TriggerEvent;
import org.plimsoll.protocol.TriggerKind;
import org.plimsoll.units.MarginProfile;
import org.plimsoll.units.MarginStage;
import org.plimsoll.units.Side;

/// The margin rules of two eras on a venue with a bitcoin perpetual at 20,000
/// (docs/reference/margin.md).
class MarginEraTest {
  private static final int PERP = 2;
  private static final int MAKER = 0;
  private static final int TRADER = 1;
  private static final int SHORT = 2;
  private static final long SECOND = 1_000_000_000L;
  private static final long DAY = 86_400 * SECOND;

  /// What a bitcoin at 20,000 requires at leverage 101: 0.9900991 % of it.
  private static final long INITIAL_AT_101 = 198_019_820;

  private final Bench bench = Bench.listed(new Limits(4, 8, 2, 4, 3, 20, 1_000), 3).lending();

  MarginEraTest() {
    bench.applied(
        new ListingCommand.ListFuture(
            PERP, "BTC-PERP", BTC, SECOND, 1_000_000, 0, 0, SECOND, SECOND, 1_000_000));
    bench.applied(new SetLiquidationProfile(LiquidationProfile.FTX_2019, "test", "one", "two"));
    bench.deposit(MAKER, USD, 10_000_000 * DOLLAR);
    bench.deposit(SHORT, USD, 10_000_000 * DOLLAR);
  }

  @Test
  void rules_section1_shouldAllowTheLeverageOfTheEra() {
    RefusalReason reason = RefusalReason.PARAMETER_OUT_OF_RANGE;
    bench.refused(new SetLeverage(TRADER, 21), reason, 20, 21);
    begin(MarginProfile.FTX_2019);
    bench.applied(new SetLeverage(TRADER, 101));
    bench.refused(new SetLeverage(TRADER, 102), reason, 101, 102);
    assertThat(bench.view().leverage(TRADER)).isEqualTo(101);
    assertThat(bench.view().marginEra().profile()).isEqualTo(MarginProfile.FTX_2019);
  }

  @Test
  void rules_section2_shouldAskForA101stOfAPosition() {
    begin(MarginProfile.FTX_2019);
    bench.applied(new SetLeverage(TRADER, 101));
    bench.deposit(TRADER, USD, INITIAL_AT_101 - 1);
    bench.refused(
        order(TRADER, Side.BUY, 20_000, 100), RefusalReason.INSUFFICIENT_FREE_COLLATERAL, 0, -1);
    bench.deposit(TRADER, USD, 1);
    bench.applied(order(TRADER, Side.BUY, 20_000, 100));
  }

  /// Auto-close "starts at 1.5 % for 20x or below and 0.3 % for 50x or above", and maintenance at
  /// twice that.
  @ParameterizedTest(name = "leverage {0} with {1}: at {2} {3}")
  @CsvSource({
    "101, 198019820, 19922, HEALTHY",
    "101, 198019820, 19921, LIQUIDATING",
    "101, 198019820, 19862, LIQUIDATING",
    "101, 198019820, 19861, AUTO_CLOSE",
    "50, 400000000, 19719, HEALTHY",
    "50, 400000000, 19718, LIQUIDATING",
    "50, 400000000, 19659, LIQUIDATING",
    "50, 400000000, 19658, AUTO_CLOSE",
    "20, 1000000000, 19588, HEALTHY",
    "20, 1000000000, 19587, LIQUIDATING",
    "20, 1000000000, 19290, LIQUIDATING",
    "20, 1000000000, 19289, AUTO_CLOSE"
  })
  void rules_section2_shouldLiquidateAtThePublishedFractions(
      int leverage, long deposit, long mark, MarginStage stage) {
    begin(MarginProfile.FTX_2019);
    bench.applied(new SetLeverage(TRADER, leverage));
    bench.deposit(TRADER, USD, deposit);
    goLong(100);
    mark(mark);
    assertThat(stageAt(SECOND)).isEqualTo(stage);
  }

  /// 125 bitcoin are worth 2.5 million.
  @Test
  void rules_section2_shouldBoundPositionsAboveLeverage20() {
    begin(MarginProfile.FTX_2019);
    bench.deposit(TRADER, USD, 1_000_000 * DOLLAR);
    bench.applied(new SetLeverage(TRADER, 21));
    RefusalReason reason = RefusalReason.TOO_LARGE_FOR_LEVERAGE;
    long bound = 2_500_000 * DOLLAR;
    bench.refused(order(TRADER, Side.BUY, 20_000, 12_501), reason, 2_500_200 * DOLLAR, bound);
    bench.applied(order(TRADER, Side.BUY, 19_000, 12_500));
    bench.refused(
        new OrderCommand.AmendOrder(TRADER, PERP, 1, 0, 12_501, 0),
        reason,
        2_500_200 * DOLLAR,
        bound);
    bench.applied(new OrderCommand.CancelOrder(TRADER, PERP, 1));
    bench.applied(new SetLeverage(TRADER, 20));
    bench.applied(order(TRADER, Side.BUY, 19_000, 12_501));
    bench.refused(new SetLeverage(TRADER, 21), reason, 2_500_200 * DOLLAR, bound);
  }

  /// The mark rises and makes the position larger than it may be: nothing more can be bought, and
  /// all of it can be sold.
  @Test
  void shouldLetALargerPositionShrinkAndNotGrow() {
    begin(MarginProfile.FTX_2019);
    bench.deposit(TRADER, USD, 1_000_000 * DOLLAR);
    bench.applied(new SetLeverage(TRADER, 50));
    goLong(12_500);
    bench.applied(new PlaceTrigger(TRADER, PERP, TriggerKind.STOP, Side.BUY, 20_050, 0, 1, false));
    mark(20_100);
    long bound = 2_500_000 * DOLLAR;
    long asked = 125_01 * 20_099 * DOLLAR / 100;
    RefusalReason reason = RefusalReason.TOO_LARGE_FOR_LEVERAGE;
    assertThat(bench.applied(new ClockCommand.AdvanceTime(SECOND, 0)))
        .contains(new TriggerEvent.TriggerRefused(1, reason.code(), asked, bound));
    bench.refused(order(TRADER, Side.BUY, 20_000, 1), reason, asked, bound);
    bench.applied(order(TRADER, Side.SELL, 20_000, 1));
    bench.applied(order(TRADER, Side.SELL, 20_200, 12_499));
  }

  @Test
  void shouldNeedTwoPeopleAndADaysNotice() {
    bench.refused(
        new SetMarginProfile(MarginProfile.FTX_2019, 2 * DAY, "why", "One", "one"),
        RefusalReason.SAME_GRANTER,
        2,
        1);
    bench.refused(
        new SetMarginProfile(MarginProfile.FTX_2019, DAY, "why", "one", "two"),
        RefusalReason.PARAMETER_OUT_OF_RANGE,
        DAY + 1,
        DAY);
    bench.applied(new SetMarginProfile(MarginProfile.FTX_2019, DAY + 1, "why", "one", "two"));
  }

  /// July 2021: what is new asks for 5 % at once, what stands keeps its 0.6 % until the day.
  @Test
  void shouldCutWhatIsNewAtOnceAndMaintenanceWithNotice() {
    tradeAt101();
    long cutNs = begin(MarginProfile.FTX_2022);
    bench.refused(
        order(TRADER, Side.BUY, 20_000, 1),
        RefusalReason.INSUFFICIENT_FREE_COLLATERAL,
        INITIAL_AT_101 - 1_000 * DOLLAR,
        INITIAL_AT_101 - 1_010 * DOLLAR);
    bench.applied(order(TRADER, Side.SELL, 20_500, 1));
    assertThat(bench.view().leverage(TRADER)).isEqualTo(101);
    assertThat(stageAt(cutNs - 1)).isEqualTo(MarginStage.HEALTHY);
    assertThat(stageAt(cutNs)).isEqualTo(MarginStage.AUTO_CLOSE);
  }

  @Test
  void shouldSpareWhoeverPreparesForTheCut() {
    tradeAt101();
    long cutNs = begin(MarginProfile.FTX_2022);
    bench.deposit(TRADER, USD, 600 * DOLLAR - INITIAL_AT_101);
    assertThat(stageAt(cutNs)).isEqualTo(MarginStage.HEALTHY);
  }

  /// Choosing again is choosing under the new era, for what stands too.
  @Test
  void shouldAskForTheWholeInitialRequirementOfWhoeverChoosesAfterTheCut() {
    tradeAt101();
    begin(MarginProfile.FTX_2022);
    bench.refused(
        new SetLeverage(TRADER, 20),
        RefusalReason.INSUFFICIENT_FREE_COLLATERAL,
        0,
        INITIAL_AT_101 - 1_000 * DOLLAR);
    bench.deposit(TRADER, USD, 1_000 * DOLLAR - INITIAL_AT_101);
    bench.applied(new SetLeverage(TRADER, 20));
    mark(19_587);
    assertThat(stageAt(SECOND)).isEqualTo(MarginStage.LIQUIDATING);
  }

  @Test
  void shouldNotGiveMaintenanceBackWhenTheSameEraIsStatedAgain() {
    tradeAt101();
    long cutNs = begin(MarginProfile.FTX_2022);
    bench.deposit(TRADER, USD, 700 * DOLLAR - INITIAL_AT_101);
    assertThat(stageAt(cutNs)).isEqualTo(MarginStage.HEALTHY);
    begin(MarginProfile.FTX_2022);
    mark(19_850);
    assertThat(stageAt(cutNs + SECOND)).isEqualTo(MarginStage.LIQUIDATING);
  }

  /// An era that returns before its cut has come leaves everything as it was.
  @Test
  void shouldCutNothingOnceTheEarlyEraIsBack() {
    tradeAt101();
    long cutNs = begin(MarginProfile.FTX_2022);
    begin(MarginProfile.FTX_2019);
    assertThat(stageAt(cutNs)).isEqualTo(MarginStage.HEALTHY);
    assertThat(bench.view().marginEra()).isEqualTo(new MarginEra(MarginProfile.FTX_2019, cutNs));
  }

  private void tradeAt101() {
    begin(MarginProfile.FTX_2019);
    bench.applied(new SetLeverage(TRADER, 101));
    bench.deposit(TRADER, USD, INITIAL_AT_101);
    goLong(100);
  }

  /// Lets an era begin whose maintenance follows in a day.
  private long begin(MarginProfile profile) {
    long maintenanceNs = bench.view().clockNs() + DAY;
    bench.applied(new SetMarginProfile(profile, maintenanceNs, "test", "one", "two"));
    return maintenanceNs;
  }

  private MarginStage stageAt(long timeNs) {
    List<Event> events = bench.applied(new ClockCommand.AdvanceTime(timeNs, 0));
    return events.stream()
        .filter(LiquidationEvent.MarginStageSet.class::isInstance)
        .map(event -> ((LiquidationEvent.MarginStageSet) event).stage())
        .findFirst()
        .orElse(MarginStage.HEALTHY);
  }

  private void goLong(long lots) {
    bench.applied(order(SHORT, Side.SELL, 20_000, lots));
    bench.applied(order(TRADER, Side.BUY, 20_000, lots));
  }

  private void mark(long price) {
    bench.applied(new TradingCommand.CancelAllOrders(MAKER, PERP, Sides.BOTH));
    bench.applied(order(MAKER, Side.SELL, price, 1_000));
    bench.applied(order(MAKER, Side.BUY, price - 1, 1_000));
  }

  private static OrderCommand.PlaceLimitOrder order(int account, Side side, long price, long lots) {
    return new OrderCommand.PlaceLimitOrder(account, PERP, side, price, lots);
  }
}
