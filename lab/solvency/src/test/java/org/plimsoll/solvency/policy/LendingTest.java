package org.plimsoll.solvency.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.assess.Answer;
import org.plimsoll.solvency.assess.Assessment;
import org.plimsoll.solvency.assess.Question;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Interval;

class LendingTest {
  private static final Book LEVINE = Books.shipped("levine-8");
  private static final Book FTX = Books.shipped("ftx-2022-11-02");

  @Test
  void underItsOwnRulesLevinesVenueLendsAllThatItLent() {
    Lending lending = Lending.of(Policy.of(LEVINE).applyTo(LEVINE));
    assertThat(lending.refusals()).isEmpty();
    assertThat(lending.book()).isEqualTo(LEVINE);
  }

  @Test
  void withoutOwnTokensCustomerCGetsNothingAndTheVenueIsSound() {
    Policy policy = Books.policy("policies: {own-tokens: excluded}\n", LEVINE);
    Lending lending = Lending.of(policy.applyTo(LEVINE));
    assertThat(lending.refusals())
        .singleElement()
        .satisfies(refusal -> {
          assertThat(refusal.id()).isEqualTo("C");
          assertThat(refusal.refused()).isEqualTo(exactly("2000000"));
        });
    Assessment sound = Assessment.of(lending.book());
    for (Question question : Question.values()) {
      assertThat(sound.finding(question).answer()).as("%s", question).isEqualTo(Answer.NO);
    }
    assertThat(sound.atMark().total()).isEqualTo(Assessment.of(LEVINE).atMark().total());
  }

  /// 157m FTT count `1.1 / (1 + 0.0005 sqrt(157m))` of 25.85 each, and 1.1 is asked for each dollar
  /// owed: the size rule alone would have left 559m of up to 14bn.
  @Test
  void withoutItsExemptionAlamedaWouldHaveBorrowedOneTwentieth() {
    Policy policy = Books.policy("policies: {exemptions: none}\n", FTX);
    Lending lending = Lending.of(policy.applyTo(FTX));
    assertThat(lending.refusals()).hasSize(1);
    double allowed = 157e6 * 25.85 * (1.1 / (1 + 0.0005 * Math.sqrt(157e6))) / 1.1;
    assertThat(14e9 - doubleOf(lending.refused().high())).isCloseTo(allowed, within(14e9 * 1e-6));
    assertThat(Lending.of(Policy.of(FTX).applyTo(FTX)).refusals()).isEmpty();
  }

  @Test
  void whatACapLeavesOutCountsForNobody() {
    Policy capped = Books.policy("policies: {caps: {FTT: 1.5m}}\n", LEVINE);
    double counted = 1.5e6 * Math.min(0.95, 1.1 / (1 + 0.0005 * Math.sqrt(150_000)));
    double required = 1e6 * (1.1 / 0.95) + 1e6 * 1.1;
    Lending lending = Lending.of(capped.applyTo(LEVINE));
    assertThat(doubleOf(lending.refused().low()))
        .isCloseTo(2e6 * (1 - counted / required), within(2.0));
  }

  @Test
  void aLenderWouldNotHaveLentAgainstWhatDoesNotCount() {
    Book lender = Books.shipped("lender-2022-11-01");
    Lending lending = Lending.of(Policy.of(lender).applyTo(lender));
    assertThat(lending.refused())
        .isEqualTo(Interval.between(new BigDecimal("671000000"), new BigDecimal("680000000")));
    assertThat(lending.book().custody())
        .singleElement()
        .satisfies(custody -> assertThat(custody.quantity().value()).isEqualTo(lending.refused()));
  }

  private static Interval exactly(String value) {
    return Interval.exactly(new BigDecimal(value));
  }

  private static double doubleOf(BigDecimal value) {
    return value == null ? Double.NaN : value.doubleValue();
  }
}
