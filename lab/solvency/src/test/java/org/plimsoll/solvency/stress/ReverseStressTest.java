package org.plimsoll.solvency.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.results.Ratio;
import org.plimsoll.solvency.assess.BookFixture;
import org.plimsoll.solvency.assess.Question;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Loan;
import org.plimsoll.solvency.book.Party;

class ReverseStressTest {
  @Test
  void pv01_theTokenMayFallByAThirdUntilTheVenueIsInsolventAtMark() {
    Book book = BookFixture.levineSix("20").build();
    assertThat(at(book, Question.INSOLVENT_AT_MARK, new Axis.PriceFall("FTT")))
        .isEqualTo(new Breaking.At(Ratio.of(BigDecimal.ONE, new BigDecimal("3"))));
  }

  @Test
  void pv01_withoutTheTokenTheVenueIsBrokenAlreadyOnEveryAxis() {
    List<BreakPoint> points = ReverseStress.of(BookFixture.levineSix("20").build());
    assertThat(points)
        .filteredOn(point -> point.question() == Question.INSOLVENT_WITHOUT_OWN_TOKEN)
        .isNotEmpty()
        .allSatisfy(point -> assertThat(point.atWorst()).isEqualTo(new Breaking.Already()));
  }

  @Test
  void pv01_withNothingOnHandTheFirstWithdrawalIsTooMuch() {
    Book book = BookFixture.levineSix("20").build();
    assertThat(at(book, Question.UNABLE_TO_PAY, new Axis.Withdrawal()))
        .isEqualTo(new Breaking.At(Ratio.ZERO));
  }

  @Test
  void pv01_theCriticalDepthIsFoundAsALossOfDepth() {
    Book book = BookFixture.levineSix("20").depth("FTT", "1000000").build();
    Breaking breaking = at(book, Question.INSOLVENT_AT_MARK, new Axis.LossOfDepth());
    assertThat(breaking)
        .isInstanceOfSatisfying(
            Breaking.At.class,
            found ->
                assertThat(1 - found.part().rounded().doubleValue()).isBetween(0.1715, 0.1717));
  }

  @Test
  void aBorrowersDefaultBreaksAnUnsecuredLender() {
    Book book =
        new BookFixture()
            .party("fund", Party.Kind.FUND)
            .party("saver", Party.Kind.CUSTOMER)
            .asset("BTC", Asset.Kind.COIN, Asset.Tier.LIQUID, "20000")
            .account("saver-1", "saver", "USD", "1000")
            .held("USD", "400")
            .loan("loan-1", "venue", "fund", "USD", "700", Loan.Due.TERM, "1")
            .build();
    Axis fund = new Axis.DefaultOf("fund");
    assertThat(at(book, Question.INSOLVENT_AT_MARK, fund)).isEqualTo(new Breaking.At(Ratio.ONE));
    assertThat(at(book, Question.UNABLE_TO_PAY, new Axis.Withdrawal()))
        .isEqualTo(new Breaking.At(Ratio.of(new BigDecimal("2"), new BigDecimal("5"))));
  }

  static Breaking at(Book book, Question question, Axis axis) {
    return ReverseStress.of(book).stream()
        .filter(point -> point.question() == question && point.axis().equals(axis))
        .map(BreakPoint::atWorst)
        .findFirst()
        .orElseThrow();
  }
}
