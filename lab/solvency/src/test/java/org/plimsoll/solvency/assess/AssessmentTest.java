package org.plimsoll.solvency.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plimsoll.results.Ratio;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Elsewhere;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Loan;
import org.plimsoll.solvency.book.Market;
import org.plimsoll.solvency.book.Party;

class AssessmentTest {
  private static BookFixture venue() {
    return new BookFixture()
        .asset("BTC", Asset.Kind.COIN, Asset.Tier.LIQUID, "20000")
        .party("ann", Party.Kind.CUSTOMER)
        .party("bob", Party.Kind.CUSTOMER)
        .party("lender", Party.Kind.LENDER);
  }

  private static String equity(BookFixture book) {
    return Wording.range(book.assess().atMark().total());
  }

  @Test
  void shouldFindAFullyBackedVenueSound() {
    Assessment assessment =
        venue().account("1", "ann", "BTC", "2").held("BTC", "2").held("USD", "500").assess();
    assertThat(assessment.findings()).extracting(Finding::answer).containsOnly(Answer.NO);
    assertThat(assessment.headline())
        .isEqualTo(
            "The books balance, and venue is sound: equity at mark is 500 USD; it can obtain 40,500"
                + " USD now, and 40,000 USD can be demanded.");
    assertThat(assessment.breakingHaircut().favorable()).isEqualTo(new BreakingHaircut.Never());
  }

  @Test
  void shouldSayInWhichAssetTheBooksDoNotBalance() {
    Assessment assessment =
        venue().account("1", "ann", "BTC", "2").held("BTC", "1").held("USD", "500").assess();
    assertThat(assessment.booksBalance()).isEqualTo(Answer.NO);
    assertThat(assessment.headline())
        .startsWith(
            "The books do not balance in BTC, and venue is insolvent: at mark it lacks 19,500 USD."
                + " It cannot pay now: it lacks 19,500 USD of the 40,000 USD");
  }

  @Test
  void shouldNotNeedThePriceOfAnAssetThatIsHeldAsItIsOwed() {
    BookFixture book =
        venue()
            .asset("ODD", Asset.Kind.TOKEN, Optional.empty(), Asset.Tier.LIQUID, Interval.UNKNOWN)
            .account("1", "ann", "ODD", "7")
            .held("ODD", "7")
            .held("USD", "10");
    assertThat(equity(book)).isEqualTo("10");
    assertThat(book.assess().recoveries().netClaims()).contains(RatioRange.exactly(Ratio.ONE));
  }

  @Test
  void shouldKeepOneCustomersDebtApartFromWhatAnotherIsOwed() {
    BookFixture book = venue().account("1", "ann", "USD", "100").account("2", "bob", "USD", "-100");
    assertThat(equity(book)).isEqualTo("-100");
    assertThat(equity(book.recovering("0.25"))).isEqualTo("-75");
    assertThat(book.assess().booksBalance()).isEqualTo(Answer.YES);
  }

  @Test
  void shouldTakeALoanForTheSmallerOfDebtAndCollateral() {
    BookFixture covered =
        venue().loan("l", "venue", "bob", "USD", "100", Loan.Due.TERM, "0", "BTC", "0.01");
    assertThat(equity(covered)).isEqualTo("100");
    BookFixture uncovered =
        venue().loan("l", "venue", "bob", "USD", "100", Loan.Due.TERM, "0", "BTC", "0.002");
    assertThat(equity(uncovered)).isEqualTo("40");
    BookFixture recourse =
        venue().loan("l", "venue", "bob", "USD", "100", Loan.Due.TERM, "0.5", "BTC", "0.002");
    assertThat(equity(recourse)).isEqualTo("70");
  }

  @Test
  void shouldCountADebtInFullAndLetATokenDebtFallWithTheToken() {
    BookFixture book =
        venue()
            .token("FTT", "venue", Asset.Tier.LESS_LIQUID, "20")
            .held("USD", "1000")
            .borrowed("l", "FTT", "40", Loan.Due.TERM);
    assertThat(equity(book)).isEqualTo("200");
    assertThat(Wording.range(book.assess().withoutOwnToken().total())).isEqualTo("1,000");
  }

  @Test
  void shouldDemandALoanOfUnknownTermInTheWorstCaseOnly() {
    BookFixture book = venue().held("USD", "50");
    book.borrowed("demand", "USD", "10", Loan.Due.ON_DEMAND)
        .borrowed("term", "USD", "1000", Loan.Due.TERM)
        .borrowed("unknown", "USD", "60", Loan.Due.UNKNOWN);
    Liquidity liquidity = book.assess().liquidity();
    assertThat(Wording.range(liquidity.demandable())).isEqualTo("10 to 70");
    assertThat(book.assess().finding(Question.UNABLE_TO_PAY).answer()).isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void shouldNotPayWithWhatIsPledgedOrSlowOrItsOwnPaper() {
    Assessment assessment =
        venue()
            .token("FTT", "venue", Asset.Tier.LIQUID, "20")
            .asset("LAND", Asset.Kind.OTHER, Asset.Tier.ILLIQUID, "1")
            .held("bank", "USD", "100", "30")
            .held("FTT", "1000")
            .held("LAND", "1000")
            .account("1", "ann", "USD", "80")
            .assess();
    assertThat(Wording.range(assessment.liquidity().obtainable())).isEqualTo("70");
    assertThat(assessment.liquidity().cover().orElseThrow().low().fraction()).isEqualTo("7/8");
    assertThat(assessment.finding(Question.UNABLE_TO_PAY).answer()).isEqualTo(Answer.YES);
  }

  @Test
  void shouldFindOwnPaperThroughEveryRelation() {
    Assessment assessment =
        venue()
            .party("parent", Party.Kind.OTHER, "venue")
            .party("sister", Party.Kind.AFFILIATE, "parent")
            .token("SIS", "sister", Asset.Tier.LESS_LIQUID, "1")
            .token("ANN", "ann", Asset.Tier.LESS_LIQUID, "1")
            .assess();
    assertThat(assessment.relatedParties()).containsExactly("parent", "sister");
    assertThat(assessment.ownTokens()).containsExactly("SIS");
  }

  @Test
  void shouldNotOweAnythingToItself() {
    BookFixture book = venue().held("USD", "10").account("fees", "venue", "USD", "10");
    assertThat(equity(book)).isEqualTo("10");
    assertThat(Wording.range(book.assess().assets().getFirst().owedTo())).isEqualTo("0");
  }

  @Test
  void shouldNameTheLargestDebtorByOwner() {
    AssetRow usd =
        venue()
            .account("1", "ann", "USD", "-60")
            .account("2", "bob", "USD", "-40")
            .account("3", "bob", "USD", "-30")
            .assess()
            .assets()
            .getFirst();
    AssetRow.Debtor debtor = usd.largestDebtor().orElseThrow();
    assertThat(debtor.owner()).isEqualTo("bob");
    assertThat(Wording.range(debtor.quantity())).isEqualTo("70");
  }

  @Test
  void shouldListEveryRangeUnknownAndMissingSource() {
    Assessment assessment =
        venue().held("BTC", "1..2").account("1", "ann", "USD", "5..").depth("BTC", "9").assess();
    assertThat(assessment.assumptions())
        .extracting(Assumption::sentence)
        .contains(
            "The BTC at omnibus is 1 to 2.",
            "The balance of account 1 in USD is at least 5.",
            "No source is named for prices: price of BTC.",
            "No source is named for market figures: depth of BTC.");
    assertThat(assessment.assumptions())
        .extracting(Assumption::kind)
        .startsWith(Assumption.Kind.UNKNOWN, Assumption.Kind.RANGE);
  }

  @Test
  void shouldNameTheSourcesOfMarketsAndPassOverWhatABookDoesNotTell() {
    Figure untold = Figure.of(Interval.UNKNOWN);
    Figure volume = new Figure(BookFixture.interval("4..5"), "a paper");
    Figure visible = new Figure(Interval.UNKNOWN, "another paper");
    Market market =
        new Market("BTC", untold, volume, untold, visible, Market.DEFAULT_PARTICIPATION);
    Elsewhere elsewhere = new Elsewhere("bob", "BTC", Figure.of(BookFixture.interval("7")));
    Assessment assessment =
        Assessment.of(
            venue().build().withMarkets(List.of(market)).withElsewhere(List.of(elsewhere)));
    assertThat(assessment.sources())
        .extracting(Source::text, source -> List.copyOf(source.firstFigures()))
        .containsExactly(
            tuple("a paper", List.of("daily volume of BTC")),
            tuple("another paper", List.of("visible depth of BTC")));
    assertThat(assessment.assumptions())
        .extracting(Assumption::sentence)
        .contains(
            "The daily volume of BTC is 4 to 5.",
            "The visible depth of BTC is at least 0.",
            "No source is named for quantities held elsewhere: BTC that bob holds elsewhere.")
        .noneMatch(sentence -> sentence.contains(" depth of BTC") && sentence.startsWith("No "))
        .noneMatch(sentence -> sentence.contains("volatility"))
        .noneMatch(sentence -> sentence.contains("chance"));
  }

  @Test
  void shouldSayThatCommingledRecoveryLetsAccountsKeptApartAnswerToo() {
    BookFixture book = venue().account("1", "ann", "USD", "5").held("USD", "5");
    assertThat(book.assess().assumptions())
        .noneMatch(assumption -> assumption.sentence().contains("kept apart"));
    book.accounts.add(
        new Account("2", "bob", true, List.of(), BookFixture.basket("USD", "5", "BTC", "1")));
    assertThat(book.assess().assumptions())
        .extracting(Assumption::sentence)
        .contains(
            "Recovery under commingling asks what if everything on hand answered for every account,"
                + " those that the book says are kept apart too: 1 of 2.");
  }

  @Test
  void shouldHaveNoRowForAnAssetThatIsNeitherHeldNorOwed() {
    BookFixture book =
        venue()
            .asset("FTT", Asset.Kind.TOKEN, Asset.Tier.ILLIQUID, "1")
            .asset("LAND", Asset.Kind.OTHER, Asset.Tier.ILLIQUID, "1")
            .asset("SHARE", Asset.Kind.OTHER, Asset.Tier.ILLIQUID, "1")
            .loan("1", "venue", "ann", "LAND", "1", Loan.Due.TERM, "1", "FTT", "9")
            .borrowed("2", "SHARE", "1", Loan.Due.TERM)
            .held("USD", "0");
    assertThat(book.assess().assets())
        .extracting(AssetRow::asset)
        .containsExactly("USD", "LAND", "SHARE");
  }

  @Test
  void shouldSellLiquidAssetsAtTheirPriceAndGetNothingForIlliquidOnes() {
    Assessment assessment =
        venue()
            .asset("LAND", Asset.Kind.OTHER, Asset.Tier.ILLIQUID, "1")
            .held("BTC", "1")
            .held("LAND", "1000")
            .assess();
    assertThat(Wording.range(assessment.liquidation().heldRealizable())).isEqualTo("20,000");
    assertThat(Wording.range(assessment.liquidation().equity())).isEqualTo("20,000");
    assertThat(assessment.liquidation().missingDepths()).isEmpty();
  }
}
