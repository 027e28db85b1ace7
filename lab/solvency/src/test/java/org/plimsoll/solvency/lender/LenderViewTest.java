package org.plimsoll.solvency.lender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.assess.BookFixture;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Fact;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Loan;
import org.plimsoll.solvency.book.Market;
import org.plimsoll.solvency.book.Party;
import org.plimsoll.solvency.file.BookReader;
import org.plimsoll.solvency.file.ReadResult;

class LenderViewTest {
  private static final Figure UNTOLD = Figure.of(Interval.UNKNOWN);

  private static Book shipped(String name, Optional<LocalDate> at) {
    return switch (BookReader.read(name, at)) {
      case ReadResult.ReadBook(Book book) -> book;
      case ReadResult.Refused(var problems) -> throw new AssertionError(problems.toString());
    };
  }

  private static BookFixture gold() {
    return new BookFixture()
        .party("fund", Party.Kind.FUND)
        .asset("GOLD", Asset.Kind.OTHER, Asset.Tier.LESS_LIQUID, "10");
  }

  private static Book traded(Book book) {
    Figure volume = Figure.of(Interval.exactly(new BigDecimal("250")));
    Figure volatility = Figure.of(Interval.exactly(new BigDecimal("0.02")));
    return book.withMarkets(
        List.of(
            new Market("GOLD", UNTOLD, volume, volatility, UNTOLD, Market.DEFAULT_PARTICIPATION)));
  }

  @Test
  void onTheFirstOfNovemberTheRecordAlreadySpoke() {
    LenderView view = LenderView.of(shipped("lender-2022-11-01", Optional.empty()), "alameda");
    assertThat(view.flags())
        .allSatisfy(flag -> assertThat(flag.since()).isLessThanOrEqualTo("2022-11-01"))
        .extracting(Flag::kind)
        .contains(Flag.Kind.WRONG_WAY, Flag.Kind.CONCENTRATION, Flag.Kind.PUBLIC_FACT);
    assertThat(view.flags())
        .anySatisfy(flag -> {
          assertThat(flag.since()).isEqualTo("2022-10-12");
          assertThat(flag.text()).contains("count its own token at 0.95");
          assertThat(flag.source()).isNotEmpty();
        })
        .anySatisfy(flag -> assertThat(flag.text()).contains("Voyager's filing"))
        .anySatisfy(flag -> assertThat(flag.text()).contains("44m a day in October"));
    assertThat(view.haircuts())
        .singleElement()
        .satisfies(advice -> assertThat(advice.recommended()).contains(1.0));
    assertThat(view.questions()).contains("How much FTT is pledged for alameda-loan?");
  }

  /// 61.9 %: a fifth of 44m a day for 30 days brings 255.6m (PV-21) of 671m.
  @Test
  void pv21_howeverMuchIsPledgedAMonthBringsALittleMoreThanAThirdOfTheDebt() {
    LenderView view = LenderView.of(shipped("lender-2022-11-01", Optional.empty()), "alameda");
    LoanJudgment.Sale month = view.loans().getFirst().sales().get(2);
    assertThat(month.best()).isCloseTo(255_636_462.22, within(0.01));
    assertThat(month.lossLow()).isCloseTo(1 - 255_636_462.22 / 671e6, within(1e-9));
    assertThat(month.lossHigh()).isEqualTo(1);
  }

  @Test
  void whatBecameKnownLaterIsNotUsed() {
    Book book = shipped("ftx-2022-11-02", Optional.of(LocalDate.of(2022, 11, 1)));
    LenderView view = LenderView.of(book, "alameda");
    assertThat(view.flags())
        .isNotEmpty()
        .allSatisfy(flag -> assertThat(flag.since()).isLessThanOrEqualTo("2022-11-01"));
  }

  @Test
  void collateralOfAStrangerKeepsItsSaleEvenAtWorst() {
    Book book =
        traded(
            gold()
                .party("bank", Party.Kind.LENDER)
                .loan("l", "bank", "fund", "USD", "100", Loan.Due.TERM, "1", "GOLD", "20")
                .build());
    LenderView view = LenderView.of(book, "fund");
    LoanJudgment.Sale day = view.loans().getFirst().sales().getFirst();
    double oneDay = 50 * (1 - 2.0 / 3 * 0.02 * Math.sqrt(0.2));
    assertThat(day.worst()).isCloseTo(oneDay, within(1e-9));
    assertThat(day.lossHigh()).isCloseTo(1 - oneDay / 100, within(1e-9));
    assertThat(view.flags()).isEmpty();
    assertThat(view.haircuts().getFirst().recommended().orElseThrow()).isBetween(0.1, 0.3);
  }

  @Test
  void aFactOfAStrangerIsNoFlag() {
    Book book =
        gold()
            .party("bank", Party.Kind.LENDER)
            .party("stranger", Party.Kind.OTHER)
            .loan("l", "bank", "fund", "USD", "100", Loan.Due.TERM, "1")
            .build();
    Book told =
        new Book(
            book.title(),
            book.asOf(),
            book.currency(),
            book.subject(),
            book.notes(),
            book.assets(),
            book.parties(),
            book.accounts(),
            book.loans(),
            book.custody(),
            book.markets(),
            book.policies(),
            List.of(
                new Fact("2022-01-01", "stranger", Fact.Kind.LEAK, "Something.", "invented"),
                new Fact("2022-01-01", "fund", Fact.Kind.LEAK, "Something else.", "invented"),
                new Fact("2023-01-01", "fund", Fact.Kind.LEAK, "Too late.", "invented")),
            List.of());
    assertThat(LenderView.of(told, "fund").flags())
        .extracting(Flag::text)
        .containsExactly("Something else.");
    assertThat(LenderView.of(told, "fund").questions()).contains("Why is l not secured?");
  }

  @Test
  void aPartyThatNobodyLentToCannotBeJudged() {
    assertThatThrownBy(() -> LenderView.of(gold().build(), "fund"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the book has no loan to fund");
  }
}
