package org.plimsoll.solvency.clearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.impact.ExponentialImpact;

class FireSaleTest {
  private static final Offset<Double> CLOSE = Offset.offset(1e-9);

  private static FireSale.Outcome sale(LiabilityNetwork network, double depth, Double... held) {
    return new FireSale(network, List.of(held), new ExponentialImpact(1, depth), DefaultCosts.NONE)
        .run();
  }

  @Test
  void shouldSellNothingWhereCashPaysAll() {
    LiabilityNetwork network = new NetworkBuilder(1, 1).asset(0, 5).external(0, 0, 5).build();
    FireSale.Outcome outcome = sale(network, 100, 50.0);
    assertThat(outcome.price()).isEqualTo(1);
    assertThat(outcome.sold()).isZero();
  }

  @Test
  void shouldSellUntilTheFallenPriceCoversWhatIsMissing() {
    LiabilityNetwork network = new NetworkBuilder(1, 1).asset(0, 5).external(0, 0, 15).build();
    FireSale.Outcome outcome = sale(network, 100, 50.0);
    // 10 are missing: s p = 10 and p = e^(-s / 100).
    assertThat(outcome.price() * outcome.sold()).isCloseTo(10, CLOSE);
    assertThat(outcome.price()).isCloseTo(StrictMath.exp(-outcome.sold() / 100), CLOSE);
    assertThat(outcome.clearing().defaults()).isZero();
    assertThat(outcome.isSettled()).isTrue();
  }

  @Test
  void shouldCarryOneNodesSaleIntoTheOthersBook() {
    NetworkBuilder builder = new NetworkBuilder(2, 1);
    builder.external(0, 0, 60).external(1, 0, 45);
    LiabilityNetwork network = builder.build();
    // Node 1 is covered at the first price (50 units at 1) and not once node 0 has sold its 40.
    FireSale.Outcome outcome = sale(network, 200, 40.0, 50.0);
    assertThat(outcome.clearing().isDefault(0)).isTrue();
    assertThat(outcome.clearing().isDefault(1)).isTrue();
    assertThat(outcome.sold()).isEqualTo(90);
    assertThat(outcome.price()).isCloseTo(StrictMath.exp(-90.0 / 200), CLOSE);
    assertThat(sale(network, 1e9, 40.0, 50.0).clearing().isDefault(1)).isFalse();
  }

  @Test
  void deeperMarketsAndMoreCashNeverLowerThePrice() {
    for (long seed = 0; seed < 500; seed++) {
      UniformRandomProvider random = Networks.random(seed);
      Networks drawn = Networks.draw(random, 1);
      List<Double> held = new ArrayList<>();
      for (int node = 0; node < drawn.nodes(); node++) {
        held.add(10 * random.nextDouble());
      }
      double depth = 10 + 200 * random.nextDouble();
      FireSale.Outcome before = outcome(drawn.build(), held, depth);
      double[] richer = drawn.assets().clone();
      richer[0] += 3;
      LiabilityNetwork rich = drawn.build().withExternalAssets(richer);
      assertThat(outcome(rich, held, depth).price())
          .as("seed %s", seed)
          .isGreaterThanOrEqualTo(before.price() - 1e-9);
      assertThat(outcome(drawn.build(), held, 2 * depth).price())
          .as("seed %s", seed)
          .isGreaterThanOrEqualTo(before.price() - 1e-9);
      assertThat(before.price())
          .as("seed %s", seed)
          .isCloseTo(StrictMath.exp(-before.sold() / depth), CLOSE);
      assertThat(before.clearing().isCertified()).as("seed %s", seed).isTrue();
    }
  }

  private static FireSale.Outcome outcome(
      LiabilityNetwork network, List<Double> held, double depth) {
    return new FireSale(network, held, new ExponentialImpact(1, depth), new DefaultCosts(.8, .9))
        .run();
  }

  @Test
  void shouldRefuseHoldingsThatDoNotFit() {
    LiabilityNetwork network = new NetworkBuilder(1, 1).build();
    assertThatThrownBy(() -> sale(network, 1, 1.0, 2.0)).hasMessageContaining("2 entries");
    assertThatThrownBy(() -> sale(network, 1, -1.0)).hasMessageContaining("holding -1");
  }
}
