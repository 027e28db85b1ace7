package org.plimsoll.solvency.cascade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.impact.ExponentialImpact;

class CascadeLaws {
  private static final int BOOKS = 400;
  private static final Offset<Double> CLOSE = Offset.offset(1e-7);

  private static List<PledgedLoan> loans(Random random) {
    List<PledgedLoan> loans = new ArrayList<>();
    for (int loan = 1 + random.nextInt(25); loan > 0; loan--) {
      double quantity = 1 + random.nextInt(40);
      double ltv = .3 + .65 * random.nextDouble();
      loans.add(new PledgedLoan(quantity, quantity * 20 * ltv, .7 + .25 * random.nextDouble()));
      if (random.nextInt(4) == 0) {
        loans.add(loans.getLast());
      }
    }
    return loans;
  }

  private static ExponentialImpact market(Random random) {
    return new ExponentialImpact(20, 50 + 1_000 * random.nextDouble());
  }

  private static double fraction(int step) {
    return step / 90.0;
  }

  /// The protocol read aloud over an unsorted list.
  private static double[] plain(List<PledgedLoan> loans, ExponentialImpact market, double shock) {
    List<PledgedLoan> left = new ArrayList<>(loans);
    double price = market.price() * (1 - shock);
    double sold = 0;
    double bad = 0;
    while (true) {
      double now = price;
      List<PledgedLoan> hit = left.stream().filter(loan -> loan.trigger() >= now).toList();
      if (hit.isEmpty()) {
        return new double[] {price, bad, loans.size() - left.size()};
      }
      double quantity = hit.stream().mapToDouble(PledgedLoan::quantity).sum();
      double revenue = now * market.depth() * (1 - Math.exp(-quantity / market.depth()));
      for (PledgedLoan loan : hit) {
        bad += Math.max(0, loan.debt() - revenue * loan.quantity() / quantity);
      }
      left.removeAll(hit);
      sold += quantity;
      price = market.price() * (1 - shock) * Math.exp(-sold / market.depth());
    }
  }

  @Test
  void agreesWithTheProtocolReadAloud() {
    for (long seed = 0; seed < BOOKS; seed++) {
      Random random = new Random(seed);
      List<PledgedLoan> loans = loans(random);
      ExponentialImpact market = market(random);
      for (int step = 0; step < 90; step += 7) {
        double[] expected = plain(loans, market, fraction(step));
        CascadeOutcome outcome =
            new ThresholdCascade(LoanBook.of(loans), market).after(fraction(step));
        assertThat(outcome.finalPrice()).as("seed %s", seed).isCloseTo(expected[0], CLOSE);
        assertThat(outcome.badDebt()).as("seed %s", seed).isCloseTo(expected[1], CLOSE);
        assertThat(outcome.liquidated()).as("seed %s", seed).isEqualTo((int) expected[2]);
      }
    }
  }

  @Test
  void aLargerShockNeverEndsHigherNorSparesALoan() {
    for (long seed = 0; seed < BOOKS; seed++) {
      Random random = new Random(seed);
      ThresholdCascade cascade = new ThresholdCascade(LoanBook.of(loans(random)), market(random));
      double price = Double.POSITIVE_INFINITY;
      int liquidated = 0;
      for (int step = 0; step < 90; step++) {
        CascadeOutcome outcome = cascade.after(fraction(step));
        assertThat(outcome.finalPrice()).as("seed %s", seed).isLessThanOrEqualTo(price);
        assertThat(outcome.liquidated()).as("seed %s", seed).isGreaterThanOrEqualTo(liquidated);
        price = outcome.finalPrice();
        liquidated = outcome.liquidated();
      }
    }
  }

  @Test
  void badDebtDoesFallSomewhereWhichIsWhyItIsScanned() {
    int falls = 0;
    for (long seed = 0; seed < BOOKS; seed++) {
      Random random = new Random(seed);
      ThresholdCascade cascade = new ThresholdCascade(LoanBook.of(loans(random)), market(random));
      double before = 0;
      for (int step = 0; step < 90; step++) {
        double badDebt = cascade.after(fraction(step)).badDebt();
        falls += badDebt < before - 1e-6 ? 1 : 0;
        before = badDebt;
      }
    }
    assertThat(falls).isPositive();
  }

  @Test
  void theOrderOfLoansDoesNotMatter() {
    for (long seed = 0; seed < BOOKS; seed++) {
      Random random = new Random(seed);
      List<PledgedLoan> loans = loans(random);
      ExponentialImpact market = market(random);
      List<PledgedLoan> shuffled = new ArrayList<>(loans);
      Collections.shuffle(shuffled, random);
      double shock = random.nextDouble();
      CascadeOutcome one = new ThresholdCascade(LoanBook.of(loans), market).after(shock);
      CascadeOutcome other = new ThresholdCascade(LoanBook.of(shuffled), market).after(shock);
      assertThat(other.finalPrice()).as("seed %s", seed).isEqualTo(one.finalPrice());
      assertThat(other.badDebt()).as("seed %s", seed).isCloseTo(one.badDebt(), CLOSE);
      PartialCascade part = new PartialCascade(LoanBook.of(loans), market, .5, .05);
      PartialCascade parted = new PartialCascade(LoanBook.of(shuffled), market, .5, .05);
      assertThat(parted.after(shock).finalPrice())
          .as("seed %s", seed)
          .isCloseTo(part.after(shock).finalPrice(), CLOSE);
    }
  }

  @Test
  void theSmallestShocksAreWhereTheCascadeTurns() {
    for (long seed = 0; seed < BOOKS; seed++) {
      Random random = new Random(seed);
      ThresholdCascade cascade = new ThresholdCascade(LoanBook.of(loans(random)), market(random));
      double first = cascade.firstLiquidation();
      double gone = cascade.allGone();
      int all = cascade.book().size();
      assertThat(cascade.after(Math.max(0, first - 1e-9)).liquidated() == 0 || first == 0).isTrue();
      assertThat(cascade.after(first + 1e-9).liquidated()).isPositive();
      assertThat(cascade.after(gone + 1e-9).liquidated()).as("seed %s", seed).isEqualTo(all);
      assertThat(gone < 1e-9 || cascade.after(gone - 1e-9).liquidated() < all)
          .as("seed %s", seed)
          .isTrue();
    }
  }

  @Test
  void liquidationInPartLeavesNoSavableLoanUnderWaterAndBalances() {
    for (long seed = 0; seed < BOOKS; seed++) {
      Random random = new Random(seed);
      LoanBook book = LoanBook.of(loans(random));
      ExponentialImpact market = market(random);
      double shock = .8 * random.nextDouble();
      CascadeOutcome part = new PartialCascade(book, market, .5, .05).after(shock);
      CascadeOutcome whole = new ThresholdCascade(book, market).after(shock);
      double pledged = 0;
      for (int rank = 0; rank < book.size(); rank++) {
        pledged += book.loan(rank).quantity();
      }
      assertThat(part.sold()).isBetween(0.0, pledged + 1e-9);
      assertThat(part.finalPrice())
          .as("seed %s", seed)
          .isCloseTo(20 * (1 - shock) * Math.exp(-part.sold() / market.depth()), CLOSE);
      assertThat(part.finalPrice()).as("seed %s", seed).isGreaterThan(whole.finalPrice() - 1e-9);
      assertThat(part.badDebt()).isNotNegative();
    }
  }

  @Test
  void oneLoanInADeepMarketIsHalvedUntilItStands() {
    LoanBook book = LoanBook.of(List.of(new PledgedLoan(10, 85, .8)));
    ExponentialImpact deep = new ExponentialImpact(10, 1e15);
    CascadeOutcome outcome = new PartialCascade(book, deep, .4, .05).after(0);
    // 34 repaid for 3.57 units: 51 against 64.3 is 0.793, below 0.8.
    assertThat(outcome.rounds()).hasSize(1);
    assertThat(outcome.sold()).isCloseTo(3.57, CLOSE);
    assertThat(outcome.badDebt()).isZero();
    LoanBook toxic = LoanBook.of(List.of(new PledgedLoan(10, 97, .8)));
    CascadeOutcome spiral = new PartialCascade(toxic, deep, .4, .05).after(0);
    assertThat(spiral.sold()).isCloseTo(10, CLOSE);
    // All 100 of collateral repays 100 / 1.05.
    assertThat(spiral.badDebt()).isCloseTo(97 - 100 / 1.05, CLOSE);
    assertThatThrownBy(() -> new PartialCascade(book, deep, 0, 0))
        .hasMessageContaining("closeFactor 0");
    assertThatThrownBy(() -> new PartialCascade(book, deep, 1, -1))
        .hasMessageContaining("bonus -1");
  }
}
