package org.plimsoll.solvency.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Policies;
import org.plimsoll.solvency.file.ReadResult;
import org.plimsoll.solvency.file.ShippedBooks;
import org.plimsoll.solvency.limits.CollateralLimit.Priced;
import org.plimsoll.solvency.limits.CollateralLimit.Tie;
import org.plimsoll.solvency.limits.CollateralLimit.Tied;
import org.plimsoll.solvency.limits.CollateralLimit.Unknown;
import org.plimsoll.solvency.loadline.DepthModel;

class LimitsTest {
  private static final Book FTX = book("ftx-2022-11-02");

  @Test
  void tokensOfTheFamilyGetNothing() {
    Limits limits = limits("100000000", 1);
    assertThat(limit(limits, "FTT").ground()).isEqualTo(new Tied("ftx", Tie.SUBJECT));
    assertThat(limit(limits, "SRM").ground()).isEqualTo(new Tied("serum", Tie.RELATED));
    for (String own : List.of("FTT", "SRM")) {
      assertThat(limit(limits, own).cap()).isZero();
      assertThat(limit(limits, own).weights().initial()).isZero();
    }
    assertThat(limits.exempt()).containsExactly("alameda");
  }

  @Test
  void whatTheBookDoesNotTellGetsNothingAndSaysWhatIsMissing() {
    assertThat(limit(limits("100000000", 1), "EQUITY").ground())
        .isEqualTo(
            new Unknown(
                List.of(
                    "its daily volatility (daily-vol)",
                    "how much its market takes (adv, depth or visible-depth)")));
    Limits healthy = Limits.of(book("healthy-exchange"), budget("100000000", 1));
    assertThat(healthy.collaterals()).hasSize(2).noneMatch(CollateralLimit::isEligible);
    assertThat(healthy.fund()).isZero();
  }

  /// The careful end of the volume, 68m a day, lets one seller sell a fifth of it, which brings `N
  /// (1 - 2/3 s sqrt(0.2))`; lent at a weight of 0.85 that is the cap.
  @Test
  void solIsCappedByWhatItsMarketCarries() {
    CollateralLimit sol = limit(limits("100000000", 1), "SOL");
    Priced priced = (Priced) sol.ground();
    double sellable = 0.2 * 68e6;
    double line = sellable * (1 - 2.0 / 3 * 0.0295 * Math.sqrt(0.2));
    assertThat(priced.binding()).isEqualTo(DepthModel.DAILY_VOLUME);
    assertThat(priced.sellable()).isCloseTo(sellable, within(1e-3));
    assertThat(priced.line()).isCloseTo(line, within(1e-3));
    assertThat(sol.weights().total()).isEqualByComparingTo("0.85");
    assertThat(sol.weights().initial()).isEqualByComparingTo("0.81");
    assertThat(sol.cap()).isEqualByComparingTo("15800000");
    assertThat(line / 0.85).isBetween(15.8e6, 15.9e6);
    assertThat(priced.isAtLine()).isTrue();
    assertThat(priced.share()).isLessThan(100e6);
  }

  @Test
  void aSmallBudgetDecidesInsteadAndIsUsedUpButForTheRoundingOfTheCap() {
    Limits limits = limits("500000", 1);
    Priced priced = (Priced) limit(limits, "SOL").ground();
    assertThat(priced.isAtLine()).isFalse();
    assertThat(priced.share()).isCloseTo(500_000, within(1e-6));
    assertThat(limits.lossAtConfidence()).isBetween(500_000 - 0.85 * 100_000, 500_000.0);
    assertThat(limits.fund().doubleValue()).isGreaterThan(limits.lossAtConfidence());
  }

  @Test
  void moreTimeSellsMoreAndWeighsLess() {
    CollateralLimit day = limit(limits("100000000", 1), "SOL");
    CollateralLimit week = limit(limits("100000000", 7), "SOL");
    assertThat(week.cap()).isGreaterThan(day.cap().multiply(new BigDecimal(5)));
    assertThat(week.weights().total()).isLessThan(day.weights().total());
  }

  @Test
  void thePolicyEndsExemptionsAndOwnTokensAndHoldsTheFund() {
    Limits limits = limits("100000000", 1);
    Policies rules = limits.policy(FTX).policies();
    assertThat(rules.exemptions()).isEqualTo(Policies.Exemptions.NONE);
    assertThat(rules.ownTokens()).isEqualTo(Policies.OwnTokens.EXCLUDED);
    assertThat(rules.losses().insuranceFund()).isEqualByComparingTo(limits.fund());
    assertThat(rules.caps()).containsEntry("FTT", BigDecimal.ZERO);
    assertThat(rules.custody()).isEqualTo(FTX.policies().custody());
  }

  private static Limits limits(String amount, int days) {
    return Limits.of(FTX, budget(amount, days));
  }

  private static LossBudget budget(String amount, int days) {
    return new LossBudget(new BigDecimal(amount), new BigDecimal("0.99"), days);
  }

  private static CollateralLimit limit(Limits limits, String asset) {
    return limits.collaterals().stream()
        .filter(limit -> limit.asset().equals(asset))
        .findFirst()
        .orElseThrow();
  }

  private static Book book(String name) {
    return switch (ShippedBooks.read(name)) {
      case ReadResult.ReadBook(Book book) -> book;
      case ReadResult.Refused(var problems) -> throw new AssertionError(problems);
    };
  }
}
