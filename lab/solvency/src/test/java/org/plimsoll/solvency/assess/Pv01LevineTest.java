package org.plimsoll.solvency.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.solvency.assess.BookFixture.interval;

import java.math.BigDecimal;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.results.Ratio;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.file.ReadResult;
import org.plimsoll.solvency.file.ShippedBooks;
import org.plimsoll.solvency.impact.CollateralSale;
import org.plimsoll.solvency.impact.ExponentialImpact;

/// PV-01: Levine's book, to the printed digits.
class Pv01LevineTest {
  private static final Offset<Double> PRINTED = Offset.offset(5e-7);
  private static final CollateralSale C = new CollateralSale(150_000, 2_000_000);

  @Test
  void pv01_sumsBeforeC() {
    Assessment assessment = BookFixture.levineThree("20").assess();
    assertSums(assessment, "BTC", "100", "50", "50");
    assertSums(assessment, "USD", "2000000", "1000000", "1000000");
    assertThat(ratio(assessment, "BTC")).isEqualTo(Ratio.of(new BigDecimal("0.5")));
    assertThat(ratio(assessment, "USD")).isEqualTo(Ratio.of(new BigDecimal("0.5")));
    assertThat(assessment.booksBalance()).isEqualTo(Answer.YES);
    assertThat(assessment.findings()).extracting(Finding::answer).containsOnly(Answer.NO);
    assertThat(assessment.liquidity().cover()).contains(RatioRange.exactly(Ratio.ONE));
  }

  @Test
  void pv01_sumsAfterC() {
    Assessment assessment = BookFixture.levineSix("20").assess();
    assertSums(assessment, "BTC", "100", "100", "0");
    assertSums(assessment, "USD", "2000000", "2000000", "0");
    assertSums(assessment, "FTT", "150000", "0", "150000");
    assertThat(ratio(assessment, "BTC")).isEqualTo(Ratio.ZERO);
    assertThat(ratio(assessment, "USD")).isEqualTo(Ratio.ZERO);
    assertThat(ratio(assessment, "FTT")).isEqualTo(Ratio.ONE);
    assertThat(row(assessment, "BTC").largestDebtor().orElseThrow().owner()).isEqualTo("C");
    assertThat(row(assessment, "USD").largestDebtor().orElseThrow().owner()).isEqualTo("C");
  }

  @Test
  void pv01_theBooksBalanceAndWithoutItsTokenTheVenueLacksTwoMillion() {
    Assessment assessment = BookFixture.levineSix("20").assess();
    assertThat(assessment.booksBalance()).isEqualTo(Answer.YES);
    assertSame(assessment.atMark().total(), "0");
    assertSame(assessment.withoutOwnToken().total(), "-2000000");
    assertThat(assessment.findings())
        .extracting(Finding::answer)
        .containsExactly(Answer.NO, Answer.YES, Answer.YES);
    assertThat(assessment.headline())
        .startsWith(
            "The books balance, and without its own token (FTT) venue lacks 2,000,000 USD.");
  }

  @Test
  void pv01_loanToValueOfCIsTwoThirds() {
    Book book = BookFixture.levineSix("20").build();
    Prices prices = new Prices(book);
    Interval debt = Interval.ZERO;
    Interval pledged = Interval.ZERO;
    for (Map.Entry<String, Figure> balance : book.accounts().getLast().balances().entrySet()) {
      Interval value = prices.value(balance.getKey(), balance.getValue().value());
      debt = debt.plus(value.negate().positivePart());
      pledged = pledged.plus(value.positivePart());
    }
    assertThat(RatioRange.of(debt, pledged).orElseThrow().low().fraction()).isEqualTo("2/3");
  }

  @Test
  void pv01_netClaimsOfAAndBAreTwoMillion() {
    assertSame(BookFixture.levineThree("20").assess().atMark().claims(), "2000000");
  }

  @ParameterizedTest
  @CsvSource({
    "20, 0, 1",
    "15, 0, 1",
    "10, 500000, 3/4",
    "5, 1250000, 3/8",
    "1, 1850000, 3/40",
    "0, 2000000, 0"
  })
  void pv01_shortfallAndRecoveryByMark(String mark, String shortfall, String recovery) {
    Assessment assessment = BookFixture.levineSix(mark).assess();
    assertSame(assessment.atMark().total().negate(), shortfall);
    assertThat(assessment.recoveries().netClaims().orElseThrow().low().fraction())
        .isEqualTo(recovery);
  }

  @Test
  void pv01_breakEvenMarkIsThirteenAndAThird() {
    // 13.3333333 has seven printed decimals; the exact mark, 40/3, is no decimal, so the shortfall
    // is checked just below and just above it.
    assertThat(shortfallAt("13.3333333")).isEqualByComparingTo("0.005");
    assertThat(shortfallAt("13.3333334")).isZero();
    Assessment nearly = BookFixture.levineSix("13.3333333").assess();
    assertThat(nearly.recoveries().netClaims().orElseThrow().low().rounded())
        .isEqualByComparingTo("0.999999");
  }

  @ParameterizedTest
  @CsvSource({
    "50000, 950212.931632, 1049787.068368, 42.095827860",
    "100000, 1553739.679703, 446260.320297, 25.744338336",
    "150000, 1896361.676486, 103638.323514, 21.093022758",
    "300000, 2360816.041724, 0, 16.943293884",
    "1000000, 2785840.471499, 0, 14.358323964"
  })
  void pv01_liquidationByDepth(double depth, double proceeds, double shortfall, double mark) {
    ExponentialImpact market = new ExponentialImpact(20, depth);
    assertThat(market.proceeds(150_000)).isCloseTo(proceeds, PRINTED);
    assertThat(C.shortfall(market)).isCloseTo(shortfall, PRINTED);
    // One unit of the last printed digit: the last row, 2 / (1 - e^-0.15), ends in ...963353.
    assertThat(C.breakEvenMark(depth)).isCloseTo(mark, Offset.offset(1e-9));
  }

  @ParameterizedTest
  @CsvSource({
    "50000, 1049787.068368",
    "100000, 446260.320297",
    "150000, 103638.323514",
    "300000, 0",
    "1000000, 0"
  })
  void pv01_equityAtLiquidationIsTheShortfall(String depth, double shortfall) {
    LiquidationView view = BookFixture.levineSix("20").depth("FTT", depth).assess().liquidation();
    assertThat(view.missingDepths()).isEmpty();
    assertThat(-Bounds.onlyValue(view.equity()).doubleValue()).isCloseTo(shortfall, PRINTED);
  }

  @Test
  void pv01_criticalDepthAtMarkTwenty() {
    assertThat(C.criticalDepth(20)).isCloseTo(171_582.021486, PRINTED);
  }

  @Test
  void pv01_equityAtLiquidationIsUnknownWithoutADepth() {
    LiquidationView view = BookFixture.levineSix("20").assess().liquidation();
    assertThat(view.missingDepths()).containsExactly("FTT");
    assertSame(view.equity(), "-2000000..0");
    assertSame(view.heldAtMark(), "3000000");
    assertSame(view.heldRealizable(), "0..3000000");
  }

  @Test
  void pv01_commonRecoveryAndTheTransferOfCommingling() {
    Recoveries recoveries = BookFixture.levineSix("20").assess().recoveries();
    assertThat(recoveries.commingled().orElseThrow().low().fraction()).isEqualTo("3/7");
    assertThat(recoveries.commingledWithoutOwnToken().orElseThrow().low()).isEqualTo(Ratio.ZERO);
    Commingling commingling = recoveries.commingling().orElseThrow();
    assertThat(commingling.transfers())
        .extracting(transfer -> transfer.asset() + " " + transfer.gain().fraction())
        .containsExactly("USD 6000000/7", "BTC 6000000/7", "FTT -12000000/7");
    assertThat(commingling.surplusChange()).isEqualTo(Ratio.ZERO);
  }

  @ParameterizedTest
  @CsvSource({
    "levine-1, 1000000, NO, NO",
    "levine-2, 2000000, NO, NO",
    "levine-3, 2000000, NO, NO",
    "levine-4, 5000000, NO, NO",
    "levine-5, 4000000, YES, YES",
    "levine-6, 3000000, YES, YES",
    "levine-7, 3000000, YES, YES",
    "levine-8, 3000000, YES, YES"
  })
  void pv01_shippedBooksTellTheSameStory(
      String name, String onHand, Answer withoutOwnToken, Answer unableToPay) {
    Assessment assessment = Assessment.of(((ReadResult.ReadBook) ShippedBooks.read(name)).book());
    assertSame(assessment.atMark().held(), onHand);
    assertThat(assessment.booksBalance()).isEqualTo(Answer.YES);
    assertSame(assessment.atMark().total(), "0");
    assertThat(assessment.findings())
        .extracting(Finding::answer)
        .containsExactly(Answer.NO, withoutOwnToken, unableToPay);
  }

  @Test
  void pv01_shippedStepEightSaysTheTwoThingsFirst() {
    Assessment assessment =
        Assessment.of(((ReadResult.ReadBook) ShippedBooks.read("levine-8")).book());
    assertSums(assessment, "BTC", "100", "100", "0");
    assertSums(assessment, "USD", "2000000", "2000000", "0");
    assertSums(assessment, "FTT", "150000", "0", "150000");
    assertThat(assessment.headline())
        .startsWith(
            "The books balance, and without its own token (FTT) venue lacks 2,000,000 USD.");
  }

  private static BigDecimal shortfallAt(String mark) {
    BigDecimal equity = BookFixture.levineSix(mark).assess().atMark().total().low();
    return equity == null ? BigDecimal.ZERO : equity.negate();
  }

  private static void assertSums(
      Assessment assessment, String asset, String claims, String receivable, String onHand) {
    AssetRow row = row(assessment, asset);
    assertSame(row.owedTo(), claims);
    assertSame(row.owedBy(), receivable);
    assertSame(row.onHand(), onHand);
    assertSame(row.matchedGap(), "0");
  }

  private static AssetRow row(Assessment assessment, String asset) {
    return assessment.assets().stream()
        .filter(r -> r.asset().equals(asset))
        .findFirst()
        .orElseThrow();
  }

  private static Ratio ratio(Assessment assessment, String asset) {
    return row(assessment, asset).custodyRatio().orElseThrow().low();
  }

  private static void assertSame(Interval actual, String expected) {
    assertThat(Wording.range(actual)).isEqualTo(Wording.range(interval(expected)));
  }
}
