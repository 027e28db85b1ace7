package org.plimsoll.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.units.Exact.ONE_E9;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.plimsoll.units.Decimals;
import org.plimsoll.units.Exact;
import org.plimsoll.units.Rounding;

/// Holds the worked numbers of docs/reference/margin.md against the code: each table, found by its
/// head, has the rows that the formulas give.
class MarginPageTest {
  private static final Path PAGE = Path.of("../../docs/reference/margin.md");
  private static final long COIN = 100_000_000;
  private static final long DOLLAR = 1_000_000;

  private record Table(String head, Stream<String> rows) {}

  @TestFactory
  Stream<DynamicTest> shouldShowWhatTheFormulasGive() throws IOException {
    List<String> page = Files.readAllLines(PAGE);
    return Stream.of(
            weights(),
            borrowings(),
            floors(),
            positions(),
            flowChart(),
            backstop(),
            funding(),
            clearing(),
            borrowers(),
            tiers(),
            holders(),
            stakers(),
            ethbull(),
            compounding(),
            crash(),
            band())
        .map(table ->
            DynamicTest.dynamicTest(
                table.head(),
                () -> assertThat(body(page, table)).isEqualTo(table.rows().toList())));
  }

  private static List<String> body(List<String> page, Table table) {
    int head = page.indexOf(table.head());
    assertThat(head).as("the line '%s'", table.head()).isNotNegative();
    return page.stream().skip(head + 2L).takeWhile(line -> line.startsWith("|")).toList();
  }

  private static Table weights() {
    return new Table(
        "| held | weight | factor | counts for |",
        Stream.of(
                "1000 0.975 0.002",
                "100000 0.975 0.002",
                "150000 0.95 0.0005",
                "1000000 0.95 0.0005")
            .map(MarginPageTest::numbers)
            .map(n -> row(whole(n[0]), part(n[1]), part(n[2]), part(weight(n)))));
  }

  private static long weight(long[] n) {
    return SpotMargin.effectiveWeightE9(n[1], n[2], n[0] / ONE_E9, 0);
  }

  private static Table borrowings() {
    return new Table(
        "| borrowed | initial weight | total weight | factor | initial | maintenance |",
        Stream.of(
                "1 1 1 0",
                "1 0.95 0.975 0.002",
                "10000 0.95 0.975 0.002",
                "500000000 0.9 0.95 0.00025")
            .map(MarginPageTest::numbers)
            .map(n ->
                row(
                    whole(n[0]),
                    part(n[1]),
                    part(n[2]),
                    part(n[3]),
                    percent(SpotMargin.borrowInitialE9(n[1], n[3], n[0] / ONE_E9, 0)),
                    percent(SpotMargin.borrowMaintenanceE9(n[2], n[3], n[0] / ONE_E9, 0)))));
  }

  private static Table floors() {
    return new Table(
        "| leverage | least initial | least maintenance | least auto-close |",
        Stream.of(1, 5, 20, 25, 49, 50, 101).map(MarginPageTest::floorsOf));
  }

  private static String floorsOf(int leverage) {
    MarginProfile profile = MarginProfile.FTX_2019;
    long maintenanceE9 = profile.maintenanceFloorE9(leverage);
    return row(
        whole(leverage * ONE_E9),
        percent(profile.initialFloorE9(leverage)),
        percent(maintenanceE9),
        percent(AccountMargin.autoCloseRequirement(maintenanceE9, ONE_E9)));
  }

  private static Table positions() {
    return new Table(
        "| coins | factor | initial | maintenance | auto-close |",
        Stream.of(
                "400 0.002",
                "625 0.002",
                "1000 0.002",
                "2500 0.002",
                "10000 0.002",
                "500000000 0.00025")
            .map(MarginPageTest::numbers)
            .map(n -> positionOf(n[0], n[1])));
  }

  private static String positionOf(long coinsE9, long factorE9) {
    PositionMargin terms = new PositionMargin(factorE9, 9, ONE_E9, ONE_E9);
    MarginProfile profile = MarginProfile.FTX_2022;
    long maintenanceE9 = terms.maintenanceE9(profile.maintenanceFloorE9(20), coinsE9);
    return row(
        whole(coinsE9),
        part(factorE9),
        percent(terms.initialE9(profile.initialFloorE9(20), coinsE9)),
        percent(maintenanceE9),
        percent(AccountMargin.autoCloseRequirement(maintenanceE9, ONE_E9)));
  }

  private static Table flowChart() {
    return new Table(
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
        stage(MarginStage.of(value, maintenance, notional)));
  }

  private static Table backstop() {
    return new Table(
        "| mark | value | maintenance | auto-close | stage | zero price | taken over at |",
        Stream.of("10000", "9793.814433", "9793.814432", "9644.670051", "9644.67005", "9600")
            .map(MarginPageTest::numbers)
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
        stage(MarginStage.of(value, maintenance, notional)),
        whole(zeroE9),
        whole(ZeroPrice.backstopE9(true, zeroE9, markE9)));
  }

  private static Table funding() {
    return new Table(
        "| premium, 20 minutes each | rate of the hour | 10 BTC long, index 20,000, pay |",
        Stream.of("0.002 0.005 -0.001", "0.0024 0.0024 0.0024", "-0.0024 -0.0024 -0.0024")
            .map(MarginPageTest::numbers)
            .map(MarginPageTest::fundingOf));
  }

  private static String fundingOf(long[] premiums) {
    long integral = LongStream.of(premiums).map(p -> Funding.integral(p, 1_200_000)).sum();
    long perCoinE9 = Funding.perCoinE9(20_000 * ONE_E9, integral);
    return row(
        LongStream.of(premiums).mapToObj(MarginPageTest::percent).collect(Collectors.joining(", ")),
        percent(Funding.rateE9(integral)),
        dollars(Funding.payment(10 * COIN, perCoinE9, 8, 6)));
  }

  private static Table clearing() {
    long[] amounts = {100, 300, 100, 500};
    long[] ratesE9 = {1_000, 2_000, 2_000, 9_000};
    return new Table(
        "| borrowed | rate an hour | lent of 100 at 0.0001 %, 300 and 100 at 0.0002 %, 500 at 0.0009 % |",
        LongStream.of(60, 100, 200, 600, 5_000)
            .mapToObj(demand ->
                row(
                    whole(demand * ONE_E9),
                    percent(LendingRates.clearingE9(amounts, ratesE9, demand)),
                    Arrays.stream(LendingRates.matched(amounts, ratesE9, demand))
                        .mapToObj(Long::toString)
                        .collect(Collectors.joining(", ")))));
  }

  private static Table borrowers() {
    return new Table(
        "| tier | taker fee | times the lending rate |",
        Stream.of(1, 2, 6)
            .map(tier ->
                row(
                    Integer.toString(tier),
                    percent(FeeSchedule.takerE9(tier, 0)),
                    part(LendingRates.borrowE9(ONE_E9, FeeSchedule.takerE9(tier, 0))))));
  }

  private static Table tiers() {
    return new Table(
        "| volume above | tier | maker | taker |",
        LongStream.of(0, 2, 5, 10, 25, 50)
            .map(millions -> millions * 1_000_000)
            .mapToObj(volume -> {
              int tier = FeeSchedule.tier(volume + 1, 0);
              return row(
                  whole(volume * ONE_E9),
                  Integer.toString(tier),
                  percent(FeeSchedule.makerE9(tier, 0, 0, 0, 0)),
                  percent(FeeSchedule.takerE9(tier, 0)));
            }));
  }

  private static Table holders() {
    return new Table(
        "| tokens held are worth | off | taker of tier 1 | taker of tier 6 |",
        LongStream.of(100, 1_000, 10_000, 100_000, 1_000_000, 2_500_000, 5_000_000)
            .mapToObj(value -> {
              long discountE9 = FeeSchedule.holderDiscountE9(value, 0);
              assertThat(FeeSchedule.holderDiscountE9(value - 1, 0)).isLessThan(discountE9);
              return row(
                  whole(value * ONE_E9),
                  percent(discountE9),
                  percent(FeeSchedule.takerE9(1, discountE9)),
                  percent(FeeSchedule.takerE9(6, discountE9)));
            }));
  }

  private static Table stakers() {
    return new Table(
        "| tokens staked | maker | maker with a rebate of 0.0025 % |",
        LongStream.of(25, 150, 1_000, 10_000, 50_000, 250_000, 1_000_000)
            .mapToObj(staked ->
                row(
                    whole(staked * ONE_E9),
                    percent(FeeSchedule.makerE9(1, 0, staked, 0, 0)),
                    percent(FeeSchedule.makerE9(1, 0, staked, 0, 25_000)))));
  }

  private static Table ethbull() {
    LeveragedTokens tokens = new LeveragedTokens(LeveragedTokenKind.BULL, 9, 6);
    long markE9 = 210 * ONE_E9;
    long nav = tokens.nav(-20_000 * DOLLAR, 150 * ONE_E9, markE9);
    return new Table(
        "| cash | ETH at 210 | NAV | buys | creating all again costs | management fee of a day |",
        Stream.of(
            row(
                "-20,000",
                "150",
                dollars(nav),
                whole(tokens.rebalance(nav, markE9, 150 * ONE_E9)),
                dollars(LeveragedTokens.creationCost(1, nav, 1)),
                dollars(LeveragedTokens.managementFee(nav)))));
  }

  private static Table compounding() {
    return new Table(
        "| prices, a day apart | underlying | times 3 | BULL | BEAR |",
        Stream.of(
                "10000 11000 10000",
                "10000 11000 12100",
                "10000 9500 9000",
                "100 105 100.8 103.824 97.59456 99.5464512")
            .map(prices -> compound(prices, numbers(prices))));
  }

  private static String compound(String text, long[] pricesE9) {
    long gain = pricesE9[pricesE9.length - 1] - pricesE9[0];
    return row(
        text.replace(" ", ", "),
        basisPoints(gain, pricesE9[0]),
        basisPoints(3 * gain, pricesE9[0]),
        basisPoints(navAfter(LeveragedTokenKind.BULL, pricesE9) - START, START),
        basisPoints(navAfter(LeveragedTokenKind.BEAR, pricesE9) - START, START));
  }

  private static final long START = 1_000_000 * ONE_E9;

  private static long navAfter(LeveragedTokenKind kind, long[] pricesE9) {
    LeveragedTokens tokens = new LeveragedTokens(kind, 9, 9);
    long cash = START;
    long position = 0;
    for (long priceE9 : pricesE9) {
      long trade = tokens.rebalance(tokens.nav(cash, position, priceE9), priceE9, position);
      cash -= Exact.value(trade, priceE9, 9, 9, Rounding.CEILING);
      position += trade;
    }
    return tokens.nav(cash, position, pricesE9[pricesE9.length - 1]);
  }

  private static Table crash() {
    PriceClamp[] clamp = {PriceClamp.first(0, 10_000 * ONE_E9)};
    return new Table(
        "| minute | the feed says | the engine hears |",
        LongStream.of(2, 4, 7, 12, 17, 22)
            .mapToObj(minute -> {
              clamp[0] = clamp[0].next(minute * 60_000, 1_000 * ONE_E9);
              return row(Long.toString(minute), "1,000", whole(clamp[0].priceE9()));
            }));
  }

  private static Table band() {
    long allowance = LiquidationBand.allowance(400 * DOLLAR, 1);
    return new Table(
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

  private static long[] numbers(String text) {
    return Arrays.stream(text.split(" ", -1))
        .mapToLong(number -> new BigDecimal(number).movePointRight(9).longValueExact())
        .toArray();
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  private static String stage(MarginStage stage) {
    return "`" + stage + "`";
  }

  private static String percent(long fractionE9) {
    return grouped(Decimals.format(fractionE9, 7)) + " %";
  }

  /// A change in percent with two decimals, as the help page prints it, rounded to the nearest.
  private static String basisPoints(long change, long base) {
    long doubled = Exact.mulDiv(change, 20_000, base, Rounding.FLOOR);
    return Decimals.format(Math.floorDiv(doubled + 1, 2L), 2) + " %";
  }

  private static String part(long e9) {
    return Decimals.format(e9, 9);
  }

  private static String whole(long e9) {
    return grouped(Decimals.format(e9, 9));
  }

  private static String dollars(long micros) {
    return grouped(Decimals.format(micros, 6));
  }

  private static String grouped(String number) {
    int point = number.indexOf('.');
    String digits = point < 0 ? number : number.substring(0, point);
    String fraction = point < 0 ? "" : number.substring(point);
    return digits.replaceAll("(?<=[0-9])(?=([0-9]{3})+$)", ",") + fraction;
  }
}
