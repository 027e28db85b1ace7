package org.plimsoll.solvency.lender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.file.BookReader;
import org.plimsoll.solvency.file.ReadResult;

class ShippedLenderTest {
  private static LenderView view(String name, Optional<LocalDate> at) {
    return switch (BookReader.read(name, at)) {
      case ReadResult.ReadBook(Book book) -> LenderView.of(book, "alameda").orElseThrow();
      case ReadResult.Refused(var problems) -> throw new AssertionError(problems.toString());
    };
  }

  @Test
  void onTheFirstOfNovemberTheRecordAlreadySpoke() {
    LenderView view = view("lender-2022-11-01", Optional.empty());
    assertThat(view.flags())
        .allSatisfy(flag -> assertThat(flag.date()).isLessThanOrEqualTo("2022-11-01"))
        .allSatisfy(flag -> assertThat(flag.source()).isNotEmpty())
        .extracting(Flag::date, Flag::kind)
        .contains(
            tuple("2022-06-22", Flag.Kind.RELATED_PARTY),
            tuple("2022-06-30", Flag.Kind.WRONG_WAY_COLLATERAL),
            tuple("2022-07-06", Flag.Kind.CONCENTRATION),
            tuple("2022-10-12", Flag.Kind.WRONG_WAY_COLLATERAL),
            tuple("2022-10-31", Flag.Kind.CONCENTRATION));
    assertThat(view.haircuts())
        .singleElement()
        .satisfies(advice -> assertThat(advice.recommended()).isEqualTo(1));
  }

  /// 61.9 %: a fifth of 44m a day for 30 days brings 255.6m (PV-21) of 671m.
  @Test
  void pv21_howeverMuchIsPledgedAMonthBringsALittleMoreThanAThirdOfTheDebt() {
    LoanJudgment loan = view("lender-2022-11-01", Optional.empty()).loans().getFirst();
    assertThat(loan.month().best()).isCloseTo(255_636_462.22, within(0.01));
    assertThat(loan.low()).isCloseTo(1 - 255_636_462.22 / 671e6, within(1e-9));
    assertThat(loan.high()).isEqualTo(1);
    assertThat(loan.expected()).isEmpty();
  }

  @Test
  void whatBecameKnownLaterIsNotUsed() {
    LocalDate before = LocalDate.of(2022, 11, 1);
    assertThat(view("ftx-2022-11-02", Optional.of(before)).flags())
        .isNotEmpty()
        .allSatisfy(flag -> assertThat(flag.date()).isLessThanOrEqualTo("2022-11-01"));
    assertThat(view("ftx-2022-11-02", Optional.empty()).flags())
        .anySatisfy(flag -> assertThat(flag.kind()).isEqualTo(Flag.Kind.LEAK));
  }
}
