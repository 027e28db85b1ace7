package org.plimsoll.solvency.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.assess.Equity;
import org.plimsoll.solvency.assess.Liquidity;
import org.plimsoll.solvency.assess.Question;
import org.plimsoll.solvency.assess.RandomBook;
import org.plimsoll.solvency.assess.Shock;
import org.plimsoll.solvency.book.Book;

class ReverseStressLaws {
  private static final BigDecimal STEP = new BigDecimal("1e-6");

  @Test
  void justBeforeABreakPointTheBookHoldsAndJustBeyondItBreaks() {
    int found = 0;
    for (long seed = 1; seed <= 800; seed++) {
      Book book = seed % 2 == 0 ? RandomBook.exact(seed) : RandomBook.withRanges(seed);
      for (BreakPoint point : ReverseStress.of(book)) {
        if (point.axis() instanceof Axis.PriceFall(String asset)
            && point.atWorst() instanceof Breaking.At(var part)) {
          BigDecimal fall = part.rounded();
          found++;
          assertThat(figure(point.question(), book, asset, fall.subtract(STEP)))
              .as("seed %d %s", seed, point)
              .isGreaterThanOrEqualTo(BigDecimal.ZERO);
          assertThat(figure(point.question(), book, asset, fall.add(STEP).min(BigDecimal.ONE)))
              .as("seed %d %s", seed, point)
              .isLessThanOrEqualTo(BigDecimal.ZERO);
        }
      }
    }
    assertThat(found).isGreaterThan(100);
  }

  private static BigDecimal figure(Question question, Book book, String asset, BigDecimal fall) {
    Book after = ScenarioBook.of(book, Scenario.fall(asset, fall));
    BigDecimal low =
        switch (question) {
          case INSOLVENT_AT_MARK -> Equity.of(after).total().low();
          case INSOLVENT_WITHOUT_OWN_TOKEN ->
              Equity.of(Shock.withoutOwnTokens(after).applyTo(after)).total().low();
          case UNABLE_TO_PAY -> Liquidity.of(after).surplus().low();
        };
    assertThat(low).isNotNull();
    return low;
  }
}
