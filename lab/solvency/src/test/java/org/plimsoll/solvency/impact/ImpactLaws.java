package org.plimsoll.solvency.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ImpactLaws {
  private static final int CASES = 300;
  private final SplittableRandom random = new SplittableRandom(20221102);

  @Test
  void shouldBringTheAreaUnderThePrice() {
    for (int i = 0; i < CASES; i++) {
      for (ImpactModel market : smoothMarkets()) {
        double quantity = random.nextDouble(0.01, 1) * 1_000;
        int slices = 400;
        double area = 0;
        for (int k = 0; k < slices; k++) {
          area += market.priceAfter(quantity * (k + 0.5) / slices) * quantity / slices;
        }
        assertThat(market.proceeds(quantity)).as("%s", market).isCloseTo(area, within(area * 1e-4));
      }
    }
  }

  @Test
  void shouldFindTheQuantityForTheCash() {
    for (int i = 0; i < CASES; i++) {
      for (ImpactModel market : smoothMarkets()) {
        double quantity = random.nextDouble(0.01, 1) * 1_000;
        assertThat(market.tokensFor(market.proceeds(quantity)))
            .as("%s", market)
            .isCloseTo(quantity, within(quantity * 1e-7));
        assertThat(market.tokensFor(0)).isZero();
      }
    }
  }

  @Test
  void shouldHaveTheDepthOfItsSlope() {
    for (int i = 0; i < CASES; i++) {
      for (ImpactModel market : smoothMarkets()) {
        double quantity = random.nextDouble(0.1, 1) * 1_000;
        double step = quantity * 1e-5;
        double slope =
            (market.priceAfter(quantity - step) - market.priceAfter(quantity + step)) / (2 * step);
        double depth = market.priceAfter(quantity) / slope;
        assertThat(market.localDepth(quantity))
            .as("%s", market)
            .isCloseTo(depth, within(depth * 1e-4));
      }
    }
  }

  @Test
  void shouldBringTheSameForAnExponentialBlockHoweverItIsSplit() {
    for (int i = 0; i < 1_000; i++) {
      ExponentialImpact market = new ExponentialImpact(price(), depth());
      double left = random.nextDouble(0, 5_000);
      double whole = market.proceeds(left);
      double brought = 0;
      ExponentialImpact now = market;
      while (left > 1) {
        double part = random.nextDouble(0.1, 1) * left;
        brought += now.proceeds(part);
        now = new ExponentialImpact(now.priceAfter(part), now.depth());
        left -= part;
      }
      brought += now.proceeds(left);
      assertThat(brought).isCloseTo(whole, within(whole * 1e-11));
    }
  }

  /// Markets that stand 1,000 units without running out.
  private List<ImpactModel> smoothMarkets() {
    double price = price();
    double depth = depth();
    return List.of(
        new LinearImpact(price, depth),
        new ExponentialImpact(price, depth),
        new SquareRootImpact(price, depth, 0.5, random.nextDouble(0.5, 1)),
        new OxfordImpact(price, depth),
        new ContSchaanningImpact(price, price * random.nextDouble(0.9), depth),
        new ConstantProductPool(depth, depth * price));
  }

  private double price() {
    return random.nextDouble(0.1, 100);
  }

  private double depth() {
    return random.nextDouble(1_100, 50_000);
  }
}
