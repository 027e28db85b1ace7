package org.plimsoll.solvency.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.assess.BookFixture;
import org.plimsoll.solvency.assess.RandomBook;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Loan;
import org.plimsoll.solvency.book.LoanTerms;
import org.plimsoll.solvency.book.Market;
import org.plimsoll.solvency.book.Party;
import org.plimsoll.solvency.loadline.Corner;

class LiquidityLadderTest {
  private static BookFixture savers() {
    return new BookFixture()
        .party("saver", Party.Kind.CUSTOMER)
        .asset("LAND", Asset.Kind.OTHER, Asset.Tier.LESS_LIQUID, "10")
        .account("saver-1", "saver", "USD", "1000")
        .held("USD", "300")
        .held("LAND", "100");
  }

  private static Book traded(Book book, String adv, String vol) {
    return book.withMarkets(
        List.of(
            new Market(
                "LAND",
                Figure.of(Interval.UNKNOWN),
                exactly(adv),
                exactly(vol),
                Figure.of(Interval.UNKNOWN),
                Market.DEFAULT_PARTICIPATION)));
  }

  private static Figure exactly(String value) {
    return Figure.of(Interval.exactly(new BigDecimal(value)));
  }

  private static LiquidityLadder.Rung rung(Book book, String within) {
    return LiquidityLadder.of(book).rungs().stream()
        .filter(rung -> rung.within().equals(within))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aFifthOfTheVolumeIsSoldEachDayAtItsImpact() {
    Book book = traded(savers().build(), "250", "0.02");
    double oneDay = 50 * (1 - 2.0 / 3 * 0.02 * Math.sqrt(0.2));
    assertThat(rung(book, "1 day").obtainableLow()).isCloseTo(300 + oneDay, within(1e-9));
    double week = 350 * (1 - 2.0 / 3 * 0.02 * Math.sqrt(1.4));
    assertThat(rung(book, "7 days").obtainableLow()).isCloseTo(300 + week, within(1e-9));
    assertThat(rung(book, "30 days").obtainableLow()).isLessThan(1300).isGreaterThan(1200);
  }

  @Test
  void withoutAMarketASaleBringsBetweenNothingAndThePriceFromADayOn() {
    LiquidityLadder ladder = LiquidityLadder.of(savers().build());
    assertThat(ladder.withoutMarket()).containsExactly("LAND");
    assertThat(ladder.rungs().getFirst().obtainableHigh()).isEqualTo(300);
    assertThat(ladder.rungs().getLast().obtainableLow()).isEqualTo(300);
    assertThat(ladder.rungs().getLast().obtainableHigh()).isEqualTo(1300);
    assertThat(ladder.firstShort(Corner.CAREFUL).orElseThrow().within()).isEqualTo("1 hour");
  }

  @Test
  void aLoanJoinsTheClaimsWhenItMatures() {
    Book book =
        savers()
            .party("lender", Party.Kind.LENDER)
            .borrowed("l", "USD", "70", Loan.Due.TERM)
            .build();
    Book dated = book.withLoans(List.of(maturing(book.loans().getFirst(), "2022-11-15")));
    assertThat(rung(dated, "1 day").demandable()).isEqualTo(exactly("1000").value());
    assertThat(rung(dated, "7 days").demandable()).isEqualTo(exactly("1070").value());
  }

  private static Loan maturing(Loan loan, String day) {
    LoanTerms terms =
        new LoanTerms(
            Optional.empty(),
            Optional.empty(),
            Optional.of(day),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new Loan(
        loan.id(),
        loan.lender(),
        loan.borrower(),
        loan.asset(),
        loan.principal(),
        loan.collateral(),
        loan.due(),
        loan.liquidationLtv(),
        loan.recourse(),
        terms);
  }

  @Test
  void moreTimeNeverBringsLessCash() {
    for (long seed = 0; seed < 2_000; seed++) {
      LiquidityLadder ladder = LiquidityLadder.of(RandomBook.withRanges(seed));
      double low = 0;
      double high = 0;
      for (LiquidityLadder.Rung rung : ladder.rungs()) {
        assertThat(rung.obtainableLow()).isGreaterThanOrEqualTo(low);
        assertThat(rung.obtainableHigh()).isGreaterThanOrEqualTo(high);
        assertThat(rung.obtainableHigh()).isGreaterThanOrEqualTo(rung.obtainableLow());
        low = rung.obtainableLow();
        high = rung.obtainableHigh();
      }
    }
  }
}
