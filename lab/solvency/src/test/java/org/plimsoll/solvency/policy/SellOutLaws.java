package org.plimsoll.solvency.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.cascade.CascadeOutcome;
import org.plimsoll.solvency.cascade.LoanBook;
import org.plimsoll.solvency.cascade.PledgedLoan;
import org.plimsoll.solvency.cascade.ThresholdCascade;
import org.plimsoll.solvency.impact.ExponentialImpact;
import org.plimsoll.solvency.stress.Scenario;
import org.plimsoll.solvency.stress.ScenarioBook;

class SellOutLaws {
  private static final double WEIGHT = 0.8;
  private static final double MAINTENANCE = 1.03;
  private static final int CASES = 1_000;

  /// A market whose volume is not told takes at most its depth, so the depth is larger than all
  /// that is pledged; the cascade is then the same as that of its one collateral.
  @Test
  void withOneCollateralItIsTheThresholdCascade() {
    SplittableRandom random = new SplittableRandom(20221108);
    int cascades = 0;
    for (int i = 0; i < CASES; i++) {
      List<PledgedLoan> loans = new ArrayList<>();
      StringBuilder accounts = new StringBuilder();
      double pledged = 0;
      for (int k = 0; k < 1 + random.nextInt(6); k++) {
        int units = 10 + random.nextInt(1000);
        long debt = StrictMath.round(units * 20 * random.nextDouble(0.3, 0.77));
        pledged += units;
        loans.add(new PledgedLoan(units, debt, WEIGHT / MAINTENANCE));
        accounts
            .append("  - {id: a" + k + ", owner: c, balances: ")
            .append("{TOK: " + units + ", USD: " + -debt + "}}\n");
      }
      long depth = StrictMath.round(pledged * random.nextDouble(1.01, 4));
      Book book = Books.of(text(accounts, depth));
      BigDecimal fall = new BigDecimal(random.nextInt(700)).movePointLeft(3);
      SellOut sold = SellOut.of(book, ScenarioBook.of(book, Scenario.fall("TOK", fall)), 1);
      CascadeOutcome expected =
          new ThresholdCascade(LoanBook.of(loans), new ExponentialImpact(20, depth))
              .after(fall.doubleValue());
      assertThat(sold.soldOut()).as("case %s", i).isEqualTo(expected.liquidated());
      assertThat(sold.rounds()).as("case %s", i).isEqualTo(expected.rounds().size());
      assertThat(sold.badDebt()).as("case %s", i).isCloseTo(expected.badDebt(), within(1e-6));
      cascades += sold.rounds() > 1 ? 1 : 0;
    }
    assertThat(cascades).isGreaterThan(CASES / 10);
  }

  @Test
  void whoIsSparedIsNotSoldAndWhatHeLacksIsTold() {
    StringBuilder account =
        new StringBuilder(
            "  - {id: a, owner: c, exemptions: [no-liquidation], balances: {TOK: 10, USD: -150}}\n");
    Book book = Books.of(text(account, 1000));
    Book after = ScenarioBook.of(book, Scenario.fall("TOK", new BigDecimal("0.5")));
    SellOut sold = SellOut.of(book, after, 1);
    assertThat(sold.soldOut()).isZero();
    assertThat(sold.badDebt()).isZero();
    assertThat(sold.spared()).isCloseTo(50, within(1e-9));
    Policy bound = Books.policy("policies: {exemptions: none}\n", book);
    SellOut all = SellOut.of(bound.applyTo(book), after, 1);
    assertThat(all.soldOut()).isEqualTo(1);
    assertThat(all.badDebt()).isGreaterThan(50);
    assertThat(all.spared()).isZero();
  }

  private static String text(StringBuilder accounts, long depth) {
    return """
    book: 1
    title: one collateral
    as-of: 2026-01-31
    currency: USD
    subject: v
    assets:
      - {id: USD, kind: fiat, tier: liquid, price: 1}
      - {id: TOK, kind: token, tier: less-liquid, price: 20, weights: {initial: 0.8, total: 0.8, imf-factor: 0}}
    parties: [{id: v, kind: venue}, {id: c, kind: customer}]
    accounts:
    """
        + accounts
        + "markets: [{asset: TOK, depth: "
        + depth
        + "}]\n";
  }
}
