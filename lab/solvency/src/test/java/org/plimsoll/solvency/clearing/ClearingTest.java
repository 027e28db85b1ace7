package org.plimsoll.solvency.clearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ClearingTest {
  /// Half a unit of the last digit that the vectors print.
  private static final Offset<Double> SIX = Offset.offset(5.1e-7);

  private static final Offset<Double> SEVEN = Offset.offset(5.1e-8);
  private static final Offset<Double> NINE = Offset.offset(5.1e-10);

  private static LiabilityNetwork network(double[][] debts, double[] assets, double... outside) {
    double[][] claims = new double[assets.length][1];
    for (int node = 0; node < outside.length; node++) {
      claims[node][0] = outside[node];
    }
    return new Networks(new double[][][] {debts}, claims, assets).build();
  }

  private static void assertPayments(Clearing clearing, Offset<Double> offset, double... paid) {
    for (int node = 0; node < paid.length; node++) {
      assertThat(clearing.payment(node)).as("payment of %s", node).isCloseTo(paid[node], offset);
    }
    assertThat(clearing.isCertified()).isTrue();
  }

  private static void assertEquity(Clearing clearing, Offset<Double> offset, double... equity) {
    for (int node = 0; node < equity.length; node++) {
      assertThat(clearing.equity(node)).as("equity of %s", node).isCloseTo(equity[node], offset);
    }
  }

  private static void assertDefaults(Clearing clearing, boolean... defaults) {
    for (int node = 0; node < defaults.length; node++) {
      assertThat(clearing.isDefault(node)).as("default of %s", node).isEqualTo(defaults[node]);
    }
  }

  private static final double[][] TRIANGLE = {{0, .5, .5}, {.5, 0, .5}, {.5, .5, 0}};
  private static final double[][] RING = {{0, 4, 0}, {0, 0, 3}, {2, 0, 0}};
  private static final double[][] FOUR = {{0, 10, 0, 5}, {0, 0, 12, 0}, {8, 0, 0, 6}, {0, 4, 0, 0}};

  @Test
  void pv11_aTheTriangleClearsAsPublished() {
    LiabilityNetwork triangle = network(TRIANGLE, new double[] {.5, .625, .75}, 1.5, .5, .5);
    Clearing free = ClearingSolver.clear(triangle);
    assertPayments(free, SIX, 1.473214, 1.419643, 1.5);
    assertDefaults(free, true, true, false);
    assertThat(free.isUnique()).isTrue();
    Clearing costly = ClearingSolver.clear(triangle, new DefaultCosts(.5, .7));
    assertPayments(costly, SEVEN, .5020200, .5147049, .5653806);
    assertDefaults(costly, true, true, true);
  }

  @Test
  void pv11_bTheRingWithoutShockIsSolvent() {
    Clearing clearing = ClearingSolver.clear(network(RING, new double[] {20, 20, 10}, 17, 18, 8));
    assertEquity(clearing, NINE, 1, 3, 3);
    assertDefaults(clearing, false, false, false);
  }

  @Test
  void pv11_bTheRingPaysSeniorCustomersFirst() {
    Clearing mild = ClearingSolver.clear(seniorRing(18, 18, 9));
    assertPayments(mild, NINE, 17 + 3, 18 + 3, 8 + 2);
    assertEquity(mild, NINE, 0, 0, 2);
    assertDefaults(mild, true, false, false);
    Clearing hard = ClearingSolver.clear(seniorRing(17, 17, 8.5));
    assertPayments(hard, NINE, 17 + 0.5, 17.5, 8 + 0.5);
    assertThat(hard.paymentOutside(1)).isCloseTo(17.5, NINE);
    assertThat(hard.recovery(1, 1)).isZero();
    assertDefaults(hard, true, true, true);
  }

  private static LiabilityNetwork seniorRing(double... assets) {
    NetworkBuilder ring = new NetworkBuilder(3, 2);
    ring.debt(0, 1, 1, 4).debt(1, 2, 1, 3).debt(2, 0, 1, 2);
    ring.external(0, 0, 17).external(1, 0, 18).external(2, 0, 8);
    return ring.build().withExternalAssets(assets);
  }

  @Test
  void pv11_bTheRingPaysAllAlike() {
    Clearing mild = ClearingSolver.clear(network(RING, new double[] {18, 18, 9}, 17, 18, 8));
    assertPayments(mild, NINE, 20, 21, 10);
    assertEquity(mild, NINE, 0, .809523810, 2);
    Clearing hard = ClearingSolver.clear(network(RING, new double[] {17, 17, 8.5}, 17, 18, 8));
    assertPayments(hard, NINE, 19, 20.619047619, 10);
    assertEquity(hard, NINE, 0, 0, 1.445578231);
  }

  @Test
  void pv11_cThreeBanksWithoutOutsideCreditors() {
    double[][] debts = {{0, 6, 4}, {3, 0, 7}, {5, 2, 0}};
    Clearing clearing = ClearingSolver.clear(network(debts, new double[] {1, 2, .5}));
    assertPayments(clearing, NINE, 8.780487805, 9.268292683, 7);
    assertThat(clearing.recovery(0)).isCloseTo(.878049, SIX);
    assertThat(clearing.recovery(1)).isCloseTo(.926829, SIX);
    assertThat(clearing.recovery(2)).isEqualTo(1);
    assertEquity(clearing, NINE, 0, 0, 3.5);
    assertThat(clearing.isUnique()).isTrue();
  }

  @Test
  void pv12_twoBanksWithoutCashOweEachOther() {
    double[][] mutual = {{0, 1}, {1, 0}};
    Clearing clearing = ClearingSolver.clear(network(mutual, new double[] {0, 0}));
    assertPayments(clearing, NINE, 1, 1);
    assertThat(clearing.isUnique()).isFalse();
    double[] least = LeastClearing.solve(network(mutual, new double[2]), DefaultCosts.NONE);
    assertThat(least).containsExactly(1, 1);
  }

  @Test
  void pv12_costsOfDefaultMakeASecondSolution() {
    LiabilityNetwork mutual = network(new double[][] {{0, 1}, {1, 0}}, new double[] {.3, .3});
    DefaultCosts half = new DefaultCosts(.5, .5);
    Clearing clearing = ClearingSolver.clear(mutual, half);
    assertPayments(clearing, NINE, 1, 1);
    assertThat(clearing.isUnique()).isFalse();
    for (double unpaid : LeastClearing.solve(mutual, half)) {
      assertThat(1 - unpaid).isCloseTo(.3, NINE);
    }
    assertThat(ClearingSolver.clear(mutual).isUnique()).isTrue();
  }

  @Test
  void pv12_fourBanksWithAndWithoutCosts() {
    LiabilityNetwork four = network(FOUR, new double[] {4, 3, 2, 5});
    Clearing free = ClearingSolver.clear(four);
    assertPayments(free, NINE, 12, 12, 14, 4);
    assertEquity(free, NINE, 0, 3, 0, 11);
    Clearing costly = ClearingSolver.clear(four, new DefaultCosts(.8, .6));
    assertPayments(costly, NINE, 8, 12, 14, 4);
    assertEquity(costly, NINE, 0, .333333333, 0, 9.666666667);
  }

  @Test
  void shouldNumberDefaultsByTheirDepthOfContagion() {
    double[][] chain = {{0, 5, 0, 0}, {0, 0, 5, 0}, {0, 0, 0, 5}, {0, 0, 0, 0}};
    Clearing clearing = ClearingSolver.clear(network(chain, new double[] {3, 1, 1, 1}, 0, 0, 0, 1));
    assertThat(clearing.roundOfDefault(0)).isEqualTo(1);
    assertThat(clearing.roundOfDefault(1)).isEqualTo(2);
    assertThat(clearing.rounds()).isEqualTo(2);
    assertThat(clearing.defaults()).isEqualTo(2);
    assertThat(clearing.isDefault(2)).isFalse();
    assertPayments(clearing, NINE, 3, 4, 5, 1);
  }

  @Test
  void shouldGiveTheCollateralToTheSecuredCreditorFirst() {
    NetworkBuilder builder = new NetworkBuilder(3, 1);
    builder.asset(0, 2).securedDebt(0, 1, 0, 10, 6).debt(0, 2, 0, 4);
    Clearing clearing = ClearingSolver.clear(builder.build());
    // 2 of cash stand against the uncovered 4 and the other 4.
    assertPayments(clearing, NINE, 2);
    assertEquity(clearing, NINE, 0, 6 + 1, 1);
    Clearing covered =
        ClearingSolver.clear(new NetworkBuilder(2, 1).securedDebt(0, 1, 0, 10, 15).build());
    assertEquity(covered, NINE, 5, 10);
    assertThat(covered.defaults()).isZero();
  }

  @Test
  void shouldSettleARingThatHardlyLeaks() {
    double[][] ring = {{0, 1_000, 0}, {0, 0, 1_000}, {1_000, 0, 0}};
    Clearing clearing = ClearingSolver.clear(network(ring, new double[] {1, 0, 0}, 10, 0, 0));
    assertThat(clearing.isCertified()).isTrue();
    // What leaks to outside is what comes in: p * 10 / 1010 = 1 for the one that leaks. The error
    // may exceed the residual by the inverse of the leak.
    assertPayments(clearing, SIX, 101, 100, 100);
  }

  @Test
  void shouldRefuseWhatIsNoNetwork() {
    NetworkBuilder builder = new NetworkBuilder(2, 1);
    assertThatThrownBy(() -> builder.debt(0, 0, 0, 1)).hasMessageContaining("to 0");
    assertThatThrownBy(() -> builder.debt(0, 2, 0, 1)).hasMessageContaining("to 2");
    assertThatThrownBy(() -> builder.debt(0, 1, 1, 1)).hasMessageContaining("rank 1");
    assertThatThrownBy(() -> builder.debt(0, 1, 0, -1)).hasMessageContaining("due -1");
    assertThatThrownBy(() -> builder.asset(-1, 1)).hasMessageContaining("node -1");
    assertThatThrownBy(() -> new NetworkBuilder(0, 1)).hasMessageContaining("nodes 0");
    assertThatThrownBy(() -> new DefaultCosts(1.1, 1)).hasMessageContaining("ownAssets 1.1");
    LiabilityNetwork network = builder.build();
    assertThatThrownBy(() -> network.withExternalAssets(1)).hasMessageContaining("1 entries");
    assertThatThrownBy(() -> network.withExternalAssets(1, Double.NaN)).hasMessageContaining("NaN");
  }
}
