package org.plimsoll.margin;

import static org.plimsoll.margin.PageTable.dollars;
import static org.plimsoll.margin.PageTable.part;
import static org.plimsoll.margin.PageTable.percent;
import static org.plimsoll.margin.PageTable.row;
import static org.plimsoll.margin.PageTable.whole;
import static org.plimsoll.units.Exact.ONE_E9;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.plimsoll.units.Exact;
import org.plimsoll.units.MarginProfile;
import org.plimsoll.units.MarginStage;
import org.plimsoll.units.Rounding;

/// Holds docs/reference/margin.md against the code: what is required, and how an account fails.
class MarginPageTest {
  private static final long COIN = 100_000_000;
  private static final long DOLLAR = 1_000_000;

  @TestFactory
  Stream<DynamicTest> shouldShowWhatTheFormulasGive() throws IOException {
    return PageTable.compare(
        weights(),
        borrowings(),
        floors(),
        positions(),
        flowChart(),
        slices(),
        backstop(),
        losses(),
        ranks(),
        band());
  }

  private static PageTable weights() {
    return new PageTable(
        "| held | weight | factor | counts for |",
        Stream.of(
                "1000 0.975 0.002",
                "100000 0.975 0.002",
                "150000 0.95 0.0005",
                "1000000 0.95 0.0005")
            .map(PageTable::numbers)
            .map(n -> row(whole(n[0]), part(n[1]), part(n[2]), part(weight(n)))));
  }

  private static long weight(long[] n) {
    return SpotMargin.effectiveWeightE9(n[1], n[2], n[0] / ONE_E9, 0);
  }

  private static PageTable borrowings() {
    return new PageTable(
        "| borrowed | initial weight | total weight | factor | initial | maintenance |",
        Stream.of(
                "1 1 1 0",
                "1 0.95 0.975 0.002",
                "10000 0.95 0.975 0.002",
                "500000000 0.9 0.95 0.00025")
            .map(PageTable::numbers)
            .map(n ->
                row(
                    whole(n[0]),
                    part(n[1]),
                    part(n[2]),
                    part(n[3]),
                    percent(SpotMargin.borrowInitialE9(n[1], n[3], n[0] / ONE_E9, 0)),
                    percent(SpotMargin.borrowMaintenanceE9(n[2], n[3], n[0] / ONE_E9, 0)))));
  }

  private static PageTable floors() {
    return new PageTable(
        "| leverage | least initial | least maintenance | least auto-close |",
        Stream.of(1, 5, 20, 25, 49, 50, 101).map(MarginPageTest::floorsOf));
  }

  private static String floorsOf(int leverage) {
    long maintenanceE9 = MarginProfile.maintenanceFloorE9(leverage);
    return row(
        whole(leverage * ONE_E9),
        percent(MarginProfile.initialFloorE9(leverage)),
        percent(maintenanceE9),
        percent(AccountMargin.autoCloseRequirement(maintenanceE9, ONE_E9)));
  }

  private static PageTable positions() {
    return new PageTable(
        "| coins | factor | initial | maintenance | auto-close |",
        Stream.of(
                "400 0.002",
                "625 0.002",
                "1000 0.002",
                "2500 0.002",
                "10000 0.002",
                "500000000 0.00025")
            .map(PageTable::numbers)
            .map(n -> positionOf(n[0], n[1])));
  }

  private static String positionOf(long coinsE9, long factorE9) {
    PositionMargin terms = new PositionMargin(factorE9, 9, ONE_E9, ONE_E9);
    long maintenanceE9 = terms.maintenanceE9(MarginProfile.maintenanceFloorE9(20), coinsE9);
    return row(
        whole(coinsE9),
        part(factorE9),
        percent(terms.initialE9(MarginProfile.initialFloorE9(20), coinsE9)),
        percent(maintenanceE9),
        percent(AccountMargin.autoCloseRequirement(maintenanceE9, ONE_E9)));
  }

  private static PageTable flowChart() {
    return new PageTable(
        "| fall | equity | margin fraction | stage |",
        LongStream.of(110, 165, 185, 205).mapToObj(MarginPageTest::flowChartAt));
  }

  private static String flowChartAt(long perMille) {
    long value = 1_000_000 - 5_000 * perMille;
    long notional = 5_000 * (1_000 - perMille);
    long maintenance = PositionMargin.requirement(notional, 50_000_000);
    return row(
        percent(perMille * 1_000_000),
        whole(value * ONE_E9),
        percent(AccountMargin.marginFractionE9(value, notional)),
        stage(AccountMargin.stage(value, maintenance, notional)));
  }

  private static PageTable backstop() {
    return new PageTable(
        "| mark | value | maintenance | auto-close | stage | zero price | taken over at |",
        Stream.of("10000", "9793.814433", "9793.814432", "9644.670051", "9644.67005", "9600")
            .map(PageTable::numbers)
            .map(n -> backstopAt(n[0])));
  }

  private static String backstopAt(long markE9) {
    long notional = Exact.value(2 * COIN, markE9, 8, 6, Rounding.CEILING);
    long value = notional - 19_000 * DOLLAR;
    long maintenance = PositionMargin.requirement(notional, 30_000_000);
    long zeroE9 = ZeroPrice.e9(true, markE9, value, notional);
    return row(
        whole(markE9),
        dollars(value),
        dollars(maintenance),
        dollars(AccountMargin.autoCloseRequirement(maintenance, notional)),
        stage(AccountMargin.stage(value, maintenance, notional)),
        whole(zeroE9),
        whole(ZeroPrice.backstopE9(true, zeroE9, markE9)));
  }

  private static PageTable slices() {
    return new PageTable(
        "| position | budget left | scale | into the book | handed over at half of auto-close |",
        Stream.of("50000 1000000 1", "50000 2000 1.5", "3000 1000000 1", "700 1000000 0.5")
            .map(PageTable::numbers)
            .map(n ->
                row(
                    whole(n[0]),
                    whole(n[1]),
                    part(n[2]),
                    whole(LiquidationSlice.bookNotional(n[0], n[1], n[2], 9)),
                    whole(LiquidationSlice.autoCloseNotional(n[0], 1, 2, 9)))));
  }

  private static PageTable losses() {
    long[] profits = {100, 60, 40};
    return new PageTable(
        "| loss | of it the fund, 50 | capital, 20 | profits of 100, 60, 40 | covered by nobody |",
        LongStream.of(40, 60, 120, 500)
            .mapToObj(loss -> {
              long fund = Math.min(loss, 50);
              long capital = Math.min(loss - fund, 20);
              long rest = loss - fund - capital;
              long[] shares = ProRata.shares(rest, profits);
              return row(
                  Long.toString(loss),
                  Long.toString(fund),
                  Long.toString(capital),
                  LongStream.of(shares).mapToObj(Long::toString).collect(Collectors.joining(", ")),
                  Long.toString(rest - LongStream.of(shares).sum()));
            }));
  }

  private static PageTable ranks() {
    return new PageTable(
        "| profit | entry value | leverage | rank |",
        Stream.of("300 1000 5", "500 4000 10", "50 200 3", "-100 1000 4")
            .map(PageTable::numbers)
            .map(n ->
                row(
                    whole(n[0]),
                    whole(n[1]),
                    part(n[2]),
                    part(DeleverageRank.e9(n[0], n[1], n[2])))));
  }

  private static PageTable band() {
    long allowance = LiquidationBand.allowance(400 * DOLLAR, 1);
    return new PageTable(
        "| slack | sensitivity | price | safe down to |",
        Stream.of(
            row(
                "400",
                "1.94",
                "10,000",
                whole(
                    LiquidationBand.lastSafeE9(
                        10_000 * ONE_E9, allowance, 194 * COIN / 100, 8, 6)))));
  }

  private static String stage(MarginStage stage) {
    return "`" + stage + "`";
  }
}
