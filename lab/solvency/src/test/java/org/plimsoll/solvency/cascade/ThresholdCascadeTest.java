package org.plimsoll.solvency.cascade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.impact.ExponentialImpact;

class ThresholdCascadeTest {
  private static final Offset<Double> SIX = Offset.offset(5.1e-7);
  private static final Offset<Double> FOUR = Offset.offset(5.1e-5);
  private static final int STEPS = 10_000;

  private final LoanBook book =
      LoanBook.of(
          List.of(
              new PledgedLoan(25_000, 250_000, .8),
              new PledgedLoan(10_000, 150_000, .8),
              new PledgedLoan(30_000, 360_000, .8),
              new PledgedLoan(20_000, 280_000, .8),
              new PledgedLoan(15_000, 195_000, .8)));
  private final ThresholdCascade shallow = in(200_000);
  private final ThresholdCascade deep = in(500_000);

  private ThresholdCascade in(double depth) {
    return new ThresholdCascade(book, new ExponentialImpact(20, depth));
  }

  /// Loans per round and the price after it.
  private static void assertRounds(CascadeOutcome outcome, int[] loans, double... prices) {
    assertThat(outcome.rounds()).hasSize(loans.length);
    for (int round = 0; round < loans.length; round++) {
      assertThat(outcome.rounds().get(round).loans()).isEqualTo(loans[round]);
      assertThat(outcome.rounds().get(round).priceAfter()).isCloseTo(prices[round], SIX);
    }
  }

  @Test
  void pv07_triggersAreSortedFromTheHighestDown() {
    assertThat(List.of(book.trigger(0), book.trigger(1), book.trigger(2), book.trigger(3)))
        .containsExactly(18.75, 17.5, 16.25, 15.0);
    assertThat(book.trigger(4)).isEqualTo(12.5);
    assertThat(book.position(0)).isEqualTo(1);
    assertThat(book.loan(0)).isEqualTo(new PledgedLoan(10_000, 150_000, .8));
  }

  @Test
  void pv07_fivePercentTouchesNobody() {
    assertRounds(shallow.after(.05), new int[0]);
    assertThat(shallow.after(.05).finalPrice()).isEqualTo(19);
    assertThat(deep.after(.05).finalPrice()).isEqualTo(19);
  }

  @Test
  void pv07_sevenPercentLiquidatesOne() {
    assertRounds(shallow.after(.07), new int[] {1}, 17.692867);
    assertThat(shallow.after(.07).badDebt()).isZero();
    assertThat(deep.after(.07).finalPrice()).isCloseTo(18.231695, SIX);
  }

  @Test
  void pv07_tenPercentTakesOneAfterAnother() {
    assertRounds(
        shallow.after(.10),
        new int[] {1, 1, 1, 1, 1},
        17.122130,
        15.492744,
        14.373292,
        12.371207,
        10.917552);
    assertThat(shallow.after(.10).badDebt()).isZero();
    assertThat(deep.after(.10).finalPrice()).isCloseTo(17.643576, SIX);
    assertThat(deep.after(.10).liquidated()).isEqualTo(1);
  }

  @Test
  void pv07_fifteenPercentTakesThemInThreeRounds() {
    assertRounds(shallow.after(.15), new int[] {2, 2, 1}, 14.632036, 11.683918, 10.311021);
    assertThat(shallow.after(.15).badDebt()).isZero();
    assertThat(deep.after(.15).finalPrice()).isCloseTo(15.536830, SIX);
  }

  @Test
  void pv07_twentyPercentLeavesBadDebt() {
    CascadeOutcome outcome = shallow.after(.20);
    assertRounds(outcome, new int[] {3, 1, 1}, 12.776260, 10.996628, 9.704491);
    assertThat(outcome.badDebt()).isCloseTo(10_796.4366, FOUR);
    assertThat(outcome.rounds().get(0).badDebt()).isCloseTo(6_722.6445, FOUR);
    assertThat(outcome.rounds().get(1).badDebt()).isCloseTo(4_073.7921, FOUR);
    assertThat(outcome.sold()).isEqualTo(100_000);
    assertThat(deep.after(.20).finalPrice()).isCloseTo(13.771328, SIX);
  }

  @Test
  void pv07_reverseStressFindsThreeShocks() {
    assertThat(shallow.firstLiquidation()).isEqualTo(.0625);
    assertThat(deep.firstLiquidation()).isEqualTo(.0625);
    assertThat(shallow.allGone()).isCloseTo(.090630366, Offset.offset(5.1e-10));
    assertThat(deep.allGone()).isCloseTo(.273853598, Offset.offset(5.1e-10));
    assertThat(shallow.firstBadDebt(STEPS)).isCloseTo(.156665331, Offset.offset(5.1e-10));
    assertThat(deep.firstBadDebt(STEPS)).isCloseTo(.215743818, Offset.offset(5.1e-10));
  }

  @Test
  void pv07_profileTellsWhichRungsFallByThemselves() {
    assertThat(book.profile(200_000))
        .extracting(LoanBook.Rung::gain)
        .usingElementComparator((a, b) -> Math.abs(a - b) < 5.1e-7 ? 0 : Double.compare(a, b))
        .containsExactly(.724713, 1.349382, .937000, .822722);
    assertThat(book.profile(500_000))
        .extracting(LoanBook.Rung::gain)
        .usingElementComparator((a, b) -> Math.abs(a - b) < 5.1e-7 ? 0 : Double.compare(a, b))
        .containsExactly(.289885, .539753, .374800, .329089);
  }

  @Test
  void shouldFindNoBadDebtWhereEverySaleRepays() {
    LoanBook safe = LoanBook.of(List.of(new PledgedLoan(1, 1e-9, .5)));
    assertThat(new ThresholdCascade(safe, new ExponentialImpact(1, 1e9)).firstBadDebt(100))
        .isEqualTo(1);
  }

  @Test
  void shouldPutLoansOfOneTriggerOnOneRung() {
    PledgedLoan loan = new PledgedLoan(1, 8, .8);
    LoanBook twins = LoanBook.of(List.of(loan, loan, new PledgedLoan(1, 4, .8)));
    assertThat(twins.profile(10)).containsExactly(new LoanBook.Rung(10, 2, .2 / StrictMath.log(2)));
  }

  @Test
  void shouldRefuseWhatIsNoLoanOrShock() {
    assertThatThrownBy(() -> new PledgedLoan(0, 1, 1)).hasMessageContaining("quantity 0");
    assertThatThrownBy(() -> LoanBook.of(List.of())).hasMessageContaining("loans");
    assertThatThrownBy(() -> deep.after(1)).hasMessageContaining("shock 1");
    assertThatThrownBy(() -> deep.firstBadDebt(0)).hasMessageContaining("steps 0");
  }
}
