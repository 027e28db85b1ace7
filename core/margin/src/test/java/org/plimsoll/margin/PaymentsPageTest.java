package org.plimsoll.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.margin.PageTable.dollars;
import static org.plimsoll.margin.PageTable.part;
import static org.plimsoll.margin.PageTable.percent;
import static org.plimsoll.margin.PageTable.row;
import static org.plimsoll.margin.PageTable.whole;
import static org.plimsoll.units.Exact.ONE_E9;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.plimsoll.units.Exact;
import org.plimsoll.units.LeveragedTokenKind;
import org.plimsoll.units.Rounding;

/// Holds docs/reference/margin.md against the code: what trading, lending and holding a token cost.
class PaymentsPageTest {
  private static final long COIN = 100_000_000;
  private static final long DOLLAR = 1_000_000;

  @TestFactory
  Stream<DynamicTest> shouldShowWhatTheFormulasGive() throws IOException {
    return PageTable.compare(
        funding(),
        clearing(),
        borrowers(),
        tiers(),
        holders(),
        stakers(),
        ethbull(),
        compounding(),
        crash());
  }

  private static PageTable funding() {
    return new PageTable(
        "| premium, 20 minutes each | rate of the hour | 10 BTC long, index 20,000, pay |",
        Stream.of("0.002 0.005 -0.001", "0.0024 0.0024 0.0024", "-0.0024 -0.0024 -0.0024")
            .map(PageTable::numbers)
            .map(PaymentsPageTest::fundingOf));
  }

  private static String fundingOf(long[] premiums) {
    long integral = LongStream.of(premiums).map(p -> Funding.integral(p, 1_200_000)).sum();
    long perCoinE9 = Funding.perCoinE9(20_000 * ONE_E9, integral);
    return row(
        LongStream.of(premiums).mapToObj(PageTable::percent).collect(Collectors.joining(", ")),
        percent(Funding.rateE9(integral)),
        dollars(Funding.payment(10 * COIN, perCoinE9, 8, 6)));
  }

  private static PageTable clearing() {
    long[] amounts = {100, 300, 100, 500};
    long[] ratesE9 = {1_000, 2_000, 2_000, 9_000};
    return new PageTable(
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

  private static PageTable borrowers() {
    return new PageTable(
        "| tier | taker fee | times the lending rate |",
        Stream.of(1, 2, 6)
            .map(tier ->
                row(
                    Integer.toString(tier),
                    percent(FeeSchedule.takerE9(tier, 0)),
                    part(LendingRates.borrowE9(ONE_E9, FeeSchedule.takerE9(tier, 0))))));
  }

  private static PageTable tiers() {
    return new PageTable(
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

  private static PageTable holders() {
    return new PageTable(
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

  private static PageTable stakers() {
    return new PageTable(
        "| tokens staked | maker | maker with a rebate of 0.0025 % |",
        LongStream.of(25, 150, 1_000, 10_000, 50_000, 250_000, 1_000_000)
            .mapToObj(staked ->
                row(
                    whole(staked * ONE_E9),
                    percent(FeeSchedule.makerE9(1, 0, staked, 0, 0)),
                    percent(FeeSchedule.makerE9(1, 0, staked, 0, 25_000)))));
  }

  private static PageTable ethbull() {
    LeveragedTokens tokens = new LeveragedTokens(LeveragedTokenKind.BULL, 9, 6);
    long markE9 = 210 * ONE_E9;
    long nav = tokens.nav(-20_000 * DOLLAR, 150 * ONE_E9, markE9);
    return new PageTable(
        "| cash | ETH at 210 | NAV | buys | creating all again costs | management fee of a day |",
        Stream.of(
            row(
                "-20,000",
                "150",
                dollars(nav),
                whole(tokens.rebalance(nav, markE9, 150 * ONE_E9)),
                dollars(nav + LeveragedTokens.creationFee(nav)),
                dollars(LeveragedTokens.managementFee(nav)))));
  }

  private static PageTable compounding() {
    return new PageTable(
        "| prices, a day apart | underlying | times 3 | BULL | BEAR |",
        Stream.of(
                "10000 11000 10000",
                "10000 11000 12100",
                "10000 9500 9000",
                "100 105 100.8 103.824 97.59456 99.5464512")
            .map(prices -> compound(prices, PageTable.numbers(prices))));
  }

  private static String compound(String text, long[] pricesE9) {
    long gain = pricesE9[pricesE9.length - 1] - pricesE9[0];
    return row(
        text.replace(" ", ", "),
        PageTable.basisPoints(gain, pricesE9[0]),
        PageTable.basisPoints(3 * gain, pricesE9[0]),
        PageTable.basisPoints(navAfter(LeveragedTokenKind.BULL, pricesE9) - START, START),
        PageTable.basisPoints(navAfter(LeveragedTokenKind.BEAR, pricesE9) - START, START));
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

  private static PageTable crash() {
    PriceClamp[] clamp = {PriceClamp.first(0, 10_000 * ONE_E9)};
    return new PageTable(
        "| minute | the feed says | the engine hears |",
        LongStream.of(2, 4, 7, 12, 17, 22)
            .mapToObj(minute -> {
              clamp[0] = clamp[0].next(minute * 60_000, 1_000 * ONE_E9);
              return row(Long.toString(minute), "1,000", whole(clamp[0].priceE9()));
            }));
  }
}
