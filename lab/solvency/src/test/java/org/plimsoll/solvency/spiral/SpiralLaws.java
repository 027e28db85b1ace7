package org.plimsoll.solvency.spiral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.impact.ExponentialImpact;
import org.plimsoll.solvency.spiral.LeverageTargeting.End;
import org.plimsoll.solvency.spiral.LeverageTargeting.Outcome;
import org.plimsoll.solvency.spiral.LeverageTargeting.Position;
import org.plimsoll.solvency.spiral.Portfolios.Institution;
import org.plimsoll.solvency.spiral.SpiralGain.Part;

class SpiralLaws {
  private static final int CASES = 1_000;
  private final SplittableRandom random = new SplittableRandom(11);

  @Test
  void shouldEndWhereTheClosedFormFirstHolds() {
    for (int i = 0; i < CASES; i++) {
      LeverageTargeting borrower = borrower();
      double shock = random.nextDouble(0.001, 0.5);
      double sold = borrower.after(shock).sold();
      double debt = borrower.market().price() * borrower.pledged() * ratio(borrower);
      if (sold < borrower.pledged() * (1 - 1e-12)) {
        assertThat(excess(borrower, shock, sold)).isCloseTo(0, within(1e-8 * debt));
      }
      for (int k = 0; k < 50; k++) {
        assertThat(excess(borrower, shock, sold * k / 50)).isPositive();
      }
    }
  }

  /// Returns the debt above the target once `sold` units are gone.
  private static double excess(LeverageTargeting borrower, double shock, double sold) {
    double depth = borrower.market().depth();
    double start = borrower.market().price() * (1 - shock);
    double left = StrictMath.exp(-sold / depth);
    double debt = ratio(borrower) * borrower.market().price() * borrower.pledged();
    double owed = debt - start * depth * (1 - left);
    return owed - ratio(borrower) * start * left * (borrower.pledged() - sold);
  }

  @Test
  void shouldNotDependOnTheUnitsOfMoneyOrTokens() {
    for (int i = 0; i < CASES; i++) {
      LeverageTargeting borrower = borrower();
      double shock = random.nextDouble(0.001, 0.3);
      double money = random.nextDouble(0.01, 100);
      double tokens = random.nextDouble(0.01, 100);
      LeverageTargeting scaled =
          new LeverageTargeting(
              new ExponentialImpact(
                  borrower.market().price() * money, borrower.market().depth() * tokens),
              borrower.pledged() * tokens,
              ratio(borrower));
      assertThat(scaled.gain().total())
          .isCloseTo(borrower.gain().total(), within(1e-12 * borrower.gain().total()));
      Outcome one = borrower.after(shock);
      assertThat(scaled.after(shock).price() / money)
          .isCloseTo(one.price(), within(1e-6 * one.price()));
    }
  }

  @Test
  void shouldEndNoHigherAfterALargerShock() {
    for (int i = 0; i < CASES; i++) {
      LeverageTargeting borrower = borrower();
      PriceMap map = wall(random.nextDouble(0.4));
      double shock = random.nextDouble(0.001, 0.4);
      double larger = shock + random.nextDouble(0.001, 0.1);
      assertThat(borrower.after(larger).price()).isLessThanOrEqualTo(borrower.after(shock).price());
      PriceMap more = new PriceMap(map.market(), map.shock() + 0.05, map.forced());
      assertThat(more.finalPrice()).isLessThanOrEqualTo(map.finalPrice());
    }
  }

  @Test
  void shouldBringEveryBorrowerBackToItsRatioOrToNothing() {
    for (int i = 0; i < CASES; i++) {
      LeverageTargeting several = several();
      double shock = random.nextDouble(0.001, 0.3);
      Outcome end = several.after(shock);
      double price = several.market().price();
      double repaid = 0;
      for (int k = 0; k < several.positions().size(); k++) {
        Position position = several.positions().get(k);
        End one = end.ends().get(k);
        double debt = position.loanToValue() * price * position.quantity();
        double left = position.quantity() - one.sold();
        double allowed = position.loanToValue() * end.price() * left;
        assertThat(one.debtLeft())
            .as("case %s", i)
            .isGreaterThanOrEqualTo(allowed * (1 - 1e-8) - 1e-8 * debt);
        if (left > 1e-9 * position.quantity()) {
          assertThat(one.debtLeft()).as("case %s", i).isCloseTo(allowed, within(1e-8 * debt));
        }
        repaid += debt - one.debtLeft();
      }
      double paid =
          new ExponentialImpact(price * (1 - shock), several.market().depth()).proceeds(end.sold());
      assertThat(repaid).as("case %s", i).isCloseTo(paid, within(1e-8 * (1 + paid)));
    }
  }

  @Test
  void shouldNotDependOnTheOrderOfBorrowersNorOnTheirNumber() {
    for (int i = 0; i < CASES; i++) {
      LeverageTargeting several = several();
      double shock = random.nextDouble(0.001, 0.3);
      double price = several.after(shock).price();
      LeverageTargeting reversed =
          new LeverageTargeting(several.market(), several.positions().reversed());
      assertThat(reversed.after(shock).price()).isCloseTo(price, within(1e-9 * price));
      List<Position> halves = new ArrayList<>();
      for (Position each : several.positions()) {
        Position half = new Position(each.quantity() / 2, each.loanToValue());
        halves.addAll(List.of(half, half));
      }
      assertThat(new LeverageTargeting(several.market(), halves).after(shock).price())
          .isCloseTo(price, within(1e-9 * price));
    }
  }

  private LeverageTargeting several() {
    LeverageTargeting one = borrower();
    List<Position> positions = new ArrayList<>(one.positions());
    for (int k = random.nextInt(4); k > 0; k--) {
      positions.addAll(borrower().positions());
    }
    return new LeverageTargeting(one.market(), positions);
  }

  @Test
  void shouldEndAtTheGreatestFixedPoint() {
    for (int i = 0; i < 200; i++) {
      PriceMap map = wall(random.nextDouble(0.4));
      double end = map.finalPrice();
      assertThat(map.value(end)).isCloseTo(end, within(1e-9));
      assertThat(map.fixedPoints(500).stream().mapToDouble(PriceMap.FixedPoint::price).max())
          .hasValueCloseTo(end, within(0.1));
    }
  }

  private PriceMap wall(double shock) {
    double center = random.nextDouble(8, 19);
    double width = random.nextDouble(0.5, 3);
    double most = random.nextDouble(10, 200);
    return new PriceMap(
        new ExponentialImpact(20, 100),
        shock,
        price -> most / (1 + StrictMath.exp((price - center) / width)));
  }

  @Test
  void shouldHalveTheGainWhenDepthDoubles() {
    for (int i = 0; i < CASES; i++) {
      Portfolios portfolios = portfolios();
      List<Double> depths = List.of(depth(), depth(), depth());
      double gain = new AssetSpiral(portfolios, depths).radius();
      double halved =
          new AssetSpiral(portfolios, depths.stream().map(depth -> 2 * depth).toList()).radius();
      assertThat(halved).isCloseTo(gain / 2, within(1e-9 * gain));
      double one = Part.borrower("one", 10, 0.6, depths.getFirst()).gain();
      assertThat(Part.borrower("one", 10, 0.6, 2 * depths.getFirst()).gain()).isEqualTo(one / 2);
    }
  }

  @Test
  void shouldNotDependOnTheOrderOfAccounts() {
    for (int i = 0; i < CASES; i++) {
      Portfolios portfolios = portfolios();
      List<Double> depths = List.of(depth(), depth(), depth());
      List<Institution> shuffled = new ArrayList<>(portfolios.institutions());
      Collections.shuffle(shuffled, new Random(i));
      double gain = new AssetSpiral(portfolios, depths).radius();
      assertThat(new AssetSpiral(new Portfolios(shuffled), depths).radius())
          .isCloseTo(gain, within(1e-9 * gain));
      List<Part> parts = new ArrayList<>();
      for (int k = 0; k < 5; k++) {
        parts.add(Part.borrower("account " + k, depth(), random.nextDouble(0.9), depth()));
      }
      double total = new SpiralGain(parts).total();
      assertThat(new SpiralGain(parts.reversed()).total()).isCloseTo(total, within(1e-12 * total));
    }
  }

  @Test
  void shouldAddUpTheRoundsOfAMatrixThatDiesOut() {
    for (int i = 0; i < CASES; i++) {
      Portfolios portfolios = portfolios();
      double wanted = random.nextDouble(0.1, 0.9);
      double raw = new AssetSpiral(portfolios, List.of(1.0, 1.0, 1.0)).radius();
      double depth = raw / wanted;
      AssetSpiral spiral = new AssetSpiral(portfolios, List.of(depth, depth, depth));
      double[] drops = {0.01, 0, 0.02};
      double[] sum = drops.clone();
      for (int round = 0; round < 400; round++) {
        drops = spiral.nextRound(drops);
        for (int asset = 0; asset < sum.length; asset++) {
          sum[asset] += drops[asset];
        }
      }
      assertThat(spiral.totalLoss(0.01, 0, 0.02)).containsExactly(sum, within(1e-9));
      assertThat(Arrays.stream(spiral.fallingTogether()).min().orElseThrow()).isNotNegative();
    }
  }

  private LeverageTargeting borrower() {
    return new LeverageTargeting(
        new ExponentialImpact(random.nextDouble(0.1, 100), depth()),
        depth(),
        random.nextDouble(0.05, 0.8));
  }

  private static double ratio(LeverageTargeting borrower) {
    return borrower.positions().getFirst().loanToValue();
  }

  private Portfolios portfolios() {
    List<Institution> institutions = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      List<Double> values = List.of(depth(), depth(), depth());
      double assets = values.stream().mapToDouble(Double::doubleValue).sum();
      institutions.add(new Institution(values, assets * random.nextDouble(0.05, 0.9)));
    }
    return new Portfolios(institutions);
  }

  private double depth() {
    return random.nextDouble(10, 1_000);
  }
}
