package org.plimsoll.solvency.loadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.assess.BookFixture;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Loan;
import org.plimsoll.solvency.book.Market;
import org.plimsoll.solvency.book.Party;
import org.plimsoll.solvency.impact.LoadLineRange.Bound;

class LoadLinesTest {
  private static final Interval UNTOLD = Interval.UNKNOWN;

  /// 236.6m FTT at 24.6 against 5.82bn, in the market of October 2022.
  private static BookFixture october() {
    return new BookFixture()
        .party("alameda", Party.Kind.AFFILIATE)
        .token("FTT", "venue", Asset.Tier.LESS_LIQUID, "24.6")
        .loan(
            "line",
            "venue",
            "alameda",
            "USD",
            "5820000000",
            Loan.Due.ON_DEMAND,
            "0",
            "FTT",
            "236600000");
  }

  private static Book with(Book book, Interval depth, Interval adv, Interval vol, Interval bids) {
    return book.withMarkets(
        List.of(
            new Market(
                "FTT",
                Figure.of(depth),
                Figure.of(adv),
                Figure.of(vol),
                Figure.of(bids),
                Market.DEFAULT_PARTICIPATION)));
  }

  private static Interval exactly(String value) {
    return Interval.exactly(new BigDecimal(value));
  }

  private static Interval between(String low, String high) {
    return Interval.between(new BigDecimal(low), new BigDecimal(high));
  }

  @Test
  void pv21_aDayOfVolumeCarriesEightAndThreeQuarterMillionOfFiveBillion() {
    Book book = with(october().build(), UNTOLD, exactly("44000000"), exactly("0.0194"), UNTOLD);
    CollateralLoad load = LoadLines.of(book, 1).getFirst();
    ModelLine line = load.deciding().orElseThrow();
    assertThat(line.model()).isEqualTo(DepthModel.DAILY_VOLUME);
    assertThat(line.bound()).isEqualTo(Bound.LIQUIDATION);
    assertThat(line.low()).isCloseTo(8_749_101.13, within(0.01));
    assertThat(load.share(Corner.CAREFUL)).isCloseTo(665.21, within(0.01));
    assertThat(LoadLines.of(book, 90).getFirst().share(Corner.CAREFUL))
        .isCloseTo(7.78, within(0.01));
  }

  @Test
  void pv21_theVisibleBookDecidesWhereItIsThinner() {
    Book book =
        with(october().build(), UNTOLD, exactly("44000000"), exactly("0.0194"), exactly("160000"));
    CollateralLoad load = LoadLines.of(book, 30).getFirst();
    assertThat(load.lines()).hasSize(2);
    ModelLine line = load.deciding().orElseThrow();
    assertThat(line.model()).isEqualTo(DepthModel.VISIBLE_DEPTH);
    assertThat(line.bound()).isEqualTo(Bound.SPIRAL);
    double ratio = 5.82e9 / (236.6e6 * 24.6);
    assertThat(line.low()).isCloseTo(8e6 * (1 - ratio), within(1e-3));
  }

  @Test
  void aRangeOfVolumesIsARangeOfLines() {
    Book book =
        with(october().build(), UNTOLD, between("5700000", "44000000"), exactly("0.0194"), UNTOLD);
    ModelLine line = LoadLines.of(book, 1).getFirst().deciding().orElseThrow();
    assertThat(line.low())
        .isCloseTo(1_140_000 * (1 - 2.0 / 3 * 0.0194 * Math.sqrt(0.2)), within(1.0));
    assertThat(line.high()).isCloseTo(8_749_101.13, within(0.01));
  }

  @Test
  void withoutAFigureOfTheMarketNothingIsKnownToCarryTheDebt() {
    CollateralLoad load = LoadLines.of(october().build(), 1).getFirst();
    assertThat(load.deciding()).isEmpty();
    assertThat(load.share(Corner.CAREFUL)).isInfinite();
  }

  @Test
  void nothingCanBeLentAgainstCollateralThatIsWorthLessThanTheDebt() {
    Book book =
        new BookFixture()
            .party("c", Party.Kind.CUSTOMER)
            .asset("LAND", Asset.Kind.OTHER, Asset.Tier.LESS_LIQUID, "1")
            .depth("LAND", "1000")
            .account("c-1", "c", "USD", "-100", "LAND", "80")
            .build();
    CollateralLoad load = LoadLines.of(book, 1).getFirst();
    assertThat(load.deciding().orElseThrow().low()).isZero();
    assertThat(load.share(Corner.CAREFUL)).isInfinite();
  }

  @Test
  void aDebtLeansOnEachCollateralForWhatTheOthersCannotCover() {
    Book book =
        new BookFixture()
            .party("c", Party.Kind.CUSTOMER)
            .asset("LAND", Asset.Kind.OTHER, Asset.Tier.LESS_LIQUID, "1")
            .asset("SEA", Asset.Kind.OTHER, Asset.Tier.LESS_LIQUID, "1")
            .account("c-1", "c", "USD", "-100", "LAND", "80", "SEA", "70")
            .build();
    List<CollateralLoad> loads = LoadLines.of(book, 1);
    assertThat(loads).extracting(CollateralLoad::asset).containsExactly("LAND", "SEA");
    assertThat(loads.getFirst().debt()).isEqualTo(between("30", "80"));
    assertThat(loads.getLast().debt()).isEqualTo(between("20", "70"));
  }

  @Test
  void pv05_fourLendersEachAloneSafeAreNotSafeTogether() {
    BookFixture fixture =
        new BookFixture()
            .party("lender", Party.Kind.LENDER)
            .party("fund", Party.Kind.FUND)
            .token("FTT", "venue", Asset.Tier.LESS_LIQUID, "20")
            .depth("FTT", "1000000");
    for (int i = 1; i <= 4; i++) {
      fixture.loan(
          "loan-" + i, "lender", "fund", "USD", "3000000", Loan.Due.TERM, "1", "FTT", "300000");
    }
    MarginalSpiral spiral = MarginalSpiral.of(fixture.build(), Corner.CAREFUL).getFirst();
    assertThat(spiral.model()).isEqualTo(DepthModel.LOG_DEPTH);
    assertThat(spiral.gain().total()).isCloseTo(1.2, within(1e-12));
    CollateralLoad load = LoadLines.of(fixture.build(), 1).getFirst();
    assertThat(load.share(Corner.CAREFUL)).isCloseTo(1.2, within(1e-12));
  }

  @Test
  void anExemptionHidesTheGainAndDoesNotLowerTheLoad() {
    BookFixture fixture =
        new BookFixture()
            .party("sister", Party.Kind.AFFILIATE)
            .token("FTT", "venue", Asset.Tier.LESS_LIQUID, "20")
            .depth("FTT", "1000000");
    Book book = fixture.account("sister-1", "sister", "USD", "-10000000", "FTT", "1000000").build();
    Account account = book.accounts().getFirst();
    Book exempt =
        book.withAccounts(
            List.of(
                new Account(
                    account.id(),
                    account.owner(),
                    false,
                    List.of(Account.Exemption.NO_LIQUIDATION),
                    account.balances())));
    MarginalSpiral spiral = MarginalSpiral.of(exempt, Corner.CAREFUL).getFirst();
    assertThat(spiral.gain().total()).isZero();
    assertThat(spiral.withoutExemptions().total()).isCloseTo(1.0, within(1e-12));
    assertThat(spiral.map(0.1).finalPrice()).isCloseTo(18, within(1e-9));
    assertThat(spiral.mapWithoutExemptions(0.1).finalPrice()).isLessThan(13);
    assertThat(LoadLines.of(exempt, 1)).isEqualTo(withoutExemption(exempt, book));
  }

  private static List<CollateralLoad> withoutExemption(Book exempt, Book bound) {
    List<CollateralLoad> loads = LoadLines.of(bound, 1);
    List<Pledge> pledges = LoadLines.of(exempt, 1).getFirst().pledges();
    CollateralLoad load = loads.getFirst();
    return List.of(
        new CollateralLoad(
            load.asset(), load.days(), pledges, load.value(), load.debt(), load.lines()));
  }

  @Test
  void aLimitIsAStepInWhatIsForcedOnTheMarket() {
    Pledge pledge =
        new Pledge(
            "loan",
            "fund",
            "FTT",
            exactly("100"),
            exactly("1000"),
            exactly("200"),
            exactly("660"),
            Optional.of(new BigDecimal("0.6")),
            false);
    assertThat(pledge.forced(Corner.CAREFUL, 0.91)).isZero();
    assertThat(pledge.forced(Corner.CAREFUL, 0.89)).isEqualTo(100);
  }
}
