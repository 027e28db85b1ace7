package org.plimsoll.solvency.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.solvency.assess.BookFixture.interval;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.results.Ratio;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Loan;
import org.plimsoll.solvency.book.Party;
import org.plimsoll.solvency.file.ReadResult;
import org.plimsoll.solvency.file.ShippedBooks;

/// PV-02: published balance sheets, to the printed digits. Sheets that were published in dollars
/// count dollars' worth, in billions for (a), (b) and (e) and in millions for (c).
class Pv02PublishedSheetsTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 0.741",
    "0, 0.25, 0.50, -2.234",
    "0, 0.50, 0.75, -4.409",
    "0, 0.90, 0.90, -7.089",
    "0, 1, 1, -7.959"
  })
  void pv02a_equityByHaircut(
      BigDecimal liquid, BigDecimal lessLiquid, BigDecimal illiquid, String equity) {
    Book marked = Shock.haircut(liquid, lessLiquid, illiquid).applyTo(leakedSheet("0").build());
    assertSame(Equity.of(marked).total(), equity);
  }

  @ParameterizedTest
  @CsvSource({"0, 0.50, 0.75, 50.2314", "0, 1, 1, 10.1592"})
  void pv02a_coverageByHaircut(
      BigDecimal liquid, BigDecimal lessLiquid, BigDecimal illiquid, String percent) {
    Book marked = Shock.haircut(liquid, lessLiquid, illiquid).applyTo(leakedSheet("0").build());
    Ratio coverage = Assessment.of(marked).recoveries().netClaims().orElseThrow().low();
    assertThat(halfUp(coverage)).isEqualTo(percent);
  }

  @Test
  void pv02a_uniformHaircutThatZeroesEquity() {
    Assessment assessment = leakedSheet("0").assess();
    assertThat(haircut(assessment.breakingHaircut().favorable()))
        .isEqualTo(Ratio.of(new BigDecimal("0.0771875")));
    Ratio beyondLiquid = haircut(assessment.breakingHaircutBeyondLiquid().favorable());
    assertThat(beyondLiquid).isEqualTo(Ratio.of(new BigDecimal("0.741"), new BigDecimal("8.7")));
    assertThat(beyondLiquid.rounded()).isEqualByComparingTo("0.085172");
    assertThat(beyondLiquid.times(Ratio.of(new BigDecimal("1000"))).rounded())
        .isEqualByComparingTo("85.172413");
  }

  @Test
  void pv02b_alamedaStandsOnTheTokenOfItsSister() {
    Assessment assessment = alameda().assess();
    assertSame(assessment.atMark().assets(), "14.6");
    assertSame(assessment.atMark().total(), "6.6");
    assertThat(assessment.ownTokens()).containsExactly("FTT");
    assertThat(halfUp(assessment.ownTokenShare().orElseThrow().low())).isEqualTo("39.8630");
    assertThat(halfUp(assessment.ownTokenPartOfEquity().orElseThrow())).isEqualTo("83.7576");
    assertSame(assessment.withoutOwnToken().total(), "1.072");
  }

  @ParameterizedTest
  @CsvSource({"0.5, 3.836", "0.1, 1.6248", "0, 1.072"})
  void pv02b_equityWhenTheTokenFalls(BigDecimal factor, String equity) {
    Book fallen = Shock.price("FTT", factor).applyTo(alameda().build());
    assertSame(Equity.of(fallen).total(), equity);
  }

  @Test
  void pv02c_gapsWithAndWithoutRelatedParties() {
    AssetRow usd =
        new BookFixture()
            .party("customers", Party.Kind.CUSTOMER)
            .party("affiliate", Party.Kind.AFFILIATE, "venue")
            .held("USD", "191")
            .account("claims", "customers", "USD", "335")
            .account("receivables", "customers", "USD", "-28")
            .account("related-receivables", "affiliate", "USD", "-155")
            .account("related-payables", "affiliate", "USD", "283")
            .assess()
            .assets()
            .getFirst();
    assertSame(usd.matchedGapWithoutRelated(), "-116");
    assertSame(usd.matchedGap(), "-244");
  }

  @Test
  void pv02d_collateralAwareProof() {
    Assessment assessment =
        new BookFixture()
            .asset("ETH", Asset.Kind.COIN, Asset.Tier.LIQUID, "2000")
            .asset("USDT", Asset.Kind.STABLE, Asset.Tier.LIQUID, "1")
            .party("alice", Party.Kind.CUSTOMER)
            .party("bob", Party.Kind.CUSTOMER)
            .party("carl", Party.Kind.CUSTOMER)
            .account("alice", "alice", "ETH", "-1", "USDT", "12000")
            .account("bob", "bob", "ETH", "11", "USDT", "8000")
            .account("carl", "carl", "ETH", "10", "USDT", "0")
            .held("ETH", "20")
            .held("USDT", "20000")
            .assess();
    Prices prices = new Prices(assessment.book());
    assertThat(assessment.book().accounts())
        .extracting(account -> Wording.range(prices.netValue(account)))
        .containsExactly("10,000", "30,000", "20,000");
    // Required reserves are claims less what customers owe: with exactly these on hand every
    // matched gap is zero.
    assertThat(assessment.assets())
        .extracting(row -> Wording.range(row.matchedGap()))
        .containsOnly("0");
    // Alice's gross debt of 2 ETH and 1,000 USDT against the 12,000 USDT that she has pledged.
    Interval debt = prices.value(BookFixture.basket("ETH", "2", "USDT", "1000"));
    Interval pledged = prices.value(BookFixture.basket("USDT", "12000"));
    assertSame(debt, "5000");
    assertThat(Answer.isNegative(pledged.minus(debt))).isEqualTo(Answer.NO);
  }

  @Test
  void pv02e_theSheetCannotTell() {
    Assessment assessment = leakedSheet("0..8").assess();
    assertSame(assessment.atMark().total(), "-7.259..0.741");
    assertThat(assessment.finding(Question.INSOLVENT_AT_MARK).answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(assessment.headline()).startsWith("The book cannot tell whether venue is solvent");
    assertThat(assessment.breakingHaircut().unfavorable())
        .isEqualTo(new BreakingHaircut.AlreadyNegative());
    assertThat(haircut(assessment.breakingHaircut().favorable()))
        .isEqualTo(Ratio.of(new BigDecimal("0.0771875")));
  }

  @Test
  void pv02e_aboveTheBreakingHaircutBothEndsAreNegative() {
    BigDecimal haircut = new BigDecimal("0.0772");
    Book marked = Shock.haircut(haircut, haircut, haircut).applyTo(leakedSheet("0..8").build());
    assertThat(Answer.isNegative(Equity.of(marked).total())).isEqualTo(Answer.YES);
  }

  @Test
  void pv02a_shippedSheetGivesTheSameFigures() {
    Book sheet = shipped("ftx-2022-11-10");
    Assessment assessment = Assessment.of(sheet);
    assertSame(assessment.atMark().total(), "-7259000000..741000000");
    assertThat(assessment.headline()).startsWith("The book cannot tell whether ftx is solvent");
    assertThat(assessment.finding(Question.UNABLE_TO_PAY).answer()).isEqualTo(Answer.YES);
    assertThat(haircut(assessment.breakingHaircut().favorable()))
        .isEqualTo(Ratio.of(new BigDecimal("0.0771875")));
    assertThat(haircut(assessment.breakingHaircutBeyondLiquid().favorable()))
        .isEqualTo(Ratio.of(new BigDecimal("0.741"), new BigDecimal("8.7")));
    BigDecimal quarter = new BigDecimal("0.25");
    Shock shock = Shock.haircut(BigDecimal.ZERO, quarter, quarter.add(quarter));
    assertSame(Equity.of(shock.applyTo(sheet)).total(), "-10234000000..-2234000000");
    AssetRow btc =
        assessment.assets().stream().filter(r -> r.asset().equals("BTC")).findFirst().orElseThrow();
    assertSame(btc.custodyGap(), "-1400000000");
  }

  @Test
  void pv02b_shippedSheetGivesTheSameFigures() {
    Book sheet = shipped("alameda-2022-06-30");
    Assessment assessment = Assessment.of(sheet);
    assertSame(assessment.atMark().total(), "6600000000");
    assertSame(assessment.withoutOwnToken().total(), "1072000000");
    assertThat(halfUp(assessment.ownTokenShare().orElseThrow().low())).isEqualTo("39.8630");
    assertThat(halfUp(assessment.ownTokenPartOfEquity().orElseThrow())).isEqualTo("83.7576");
    Book fallen = Shock.price("FTT", new BigDecimal("0.5")).applyTo(sheet);
    assertSame(Equity.of(fallen).total(), "3836000000");
  }

  private static Book shipped(String name) {
    return ((ReadResult.ReadBook) ShippedBooks.read(name)).book();
  }

  private static BookFixture leakedSheet(String hidden) {
    return new BookFixture()
        .asset("liquid", Asset.Kind.OTHER, Asset.Tier.LIQUID, "1")
        .asset("less-liquid", Asset.Kind.OTHER, Asset.Tier.LESS_LIQUID, "1")
        .asset("illiquid", Asset.Kind.OTHER, Asset.Tier.ILLIQUID, "1")
        .party("customers", Party.Kind.CUSTOMER)
        .held("liquid", "0.9")
        .held("less-liquid", "5.5")
        .held("illiquid", "3.2")
        .account("sheet", "customers", "USD", "8.859")
        .account("hidden", "customers", "USD", hidden);
  }

  private static BookFixture alameda() {
    return new BookFixture()
        .party("sister", Party.Kind.VENUE, "venue")
        .party("lender", Party.Kind.LENDER)
        .token("FTT", "sister", Asset.Tier.LESS_LIQUID, "1")
        .asset("rest", Asset.Kind.OTHER, Asset.Tier.LESS_LIQUID, "1")
        .held("unlocked", "FTT", "3.66", "0")
        .held("collateral", "FTT", "2.16", "2.16")
        .held("rest", "8.78")
        .borrowed("loans", "USD", "7.4", Loan.Due.UNKNOWN)
        .borrowed("other", "USD", "0.308", Loan.Due.UNKNOWN)
        .borrowed("locked", "FTT", "0.292", Loan.Due.TERM);
  }

  private static Ratio haircut(BreakingHaircut haircut) {
    return ((BreakingHaircut.At) haircut).haircut();
  }

  private static String halfUp(Ratio part) {
    return new BigDecimal(part.numerator())
        .movePointRight(2)
        .divide(new BigDecimal(part.denominator()), 4, RoundingMode.HALF_UP)
        .toPlainString();
  }

  private static void assertSame(Interval actual, String expected) {
    assertThat(Wording.range(actual)).isEqualTo(Wording.range(interval(expected)));
  }
}
