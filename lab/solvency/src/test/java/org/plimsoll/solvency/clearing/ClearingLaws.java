package org.plimsoll.solvency.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.rng.UniformRandomProvider;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ClearingLaws {
  private static final int CASES = 3_000;
  private static final Offset<Double> CLOSE = Offset.offset(1e-9);

  private interface Law {
    void holds(UniformRandomProvider random, Networks drawn, DefaultCosts costs, Clearing clearing);
  }

  private static void forAll(Law law) {
    for (long seed = 0; seed < CASES; seed++) {
      UniformRandomProvider random = Networks.random(seed);
      Networks drawn = Networks.draw(random, 1 + random.nextInt(3));
      DefaultCosts costs =
          random.nextBoolean()
              ? DefaultCosts.NONE
              : new DefaultCosts(random.nextDouble(), random.nextDouble());
      try {
        law.holds(random, drawn, costs, ClearingSolver.clear(drawn.build(), costs));
      } catch (AssertionError e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
  }

  @Test
  void everySolutionIsCertified() {
    forAll((random, drawn, costs, clearing) -> {
      assertThat(clearing.residual()).isLessThanOrEqualTo(1e-12);
      assertThat(clearing.isCertified()).isTrue();
    });
  }

  @Test
  void agreesWithThePlainSolver() {
    forAll((random, drawn, costs, clearing) -> {
      double[][] plain = PlainClearing.solve(drawn, costs);
      for (int node = 0; node < drawn.nodes(); node++) {
        double paid = 0;
        for (double[] inClass : plain) {
          paid += inClass[node];
        }
        assertThat(clearing.payment(node)).isCloseTo(paid, CLOSE);
      }
    });
  }

  @Test
  void withoutCostsWhatIsThereGoesToOwnersAndOutsideCreditors() {
    forAll((random, drawn, costs, clearing) -> {
      double there = 0;
      double gone = 0;
      for (int node = 0; node < drawn.nodes(); node++) {
        there += drawn.assets()[node];
        gone += clearing.equity(node) + clearing.paymentOutside(node);
      }
      if (costs.equals(DefaultCosts.NONE)) {
        assertThat(gone).isCloseTo(there, CLOSE);
      } else {
        assertThat(gone).isLessThanOrEqualTo(there + 1e-9);
      }
    });
  }

  @Test
  void nobodyPaysMoreThanHeHasOrOwes() {
    forAll((random, drawn, costs, clearing) -> {
      for (int node = 0; node < drawn.nodes(); node++) {
        assertThat(clearing.payment(node))
            .isLessThanOrEqualTo(drawn.assets()[node] + clearing.inflow(node) + 1e-9);
        assertThat(clearing.recovery(node)).isBetween(0.0, 1.0);
        assertThat(clearing.equity(node)).isNotNegative();
      }
    });
  }

  @Test
  void nothingGoesToALowerClassWhileAHigherOneIsOwed() {
    forAll((random, drawn, costs, clearing) -> {
      LiabilityNetwork network = drawn.build();
      for (int node = 0; node < drawn.nodes(); node++) {
        for (int rank = 1; rank < drawn.classes(); rank++) {
          boolean paysLower =
              network.owed[node * drawn.classes() + rank] > 0
                  && clearing.recovery(node, rank) > 1e-12;
          if (paysLower) {
            assertThat(clearing.recovery(node, rank - 1)).isCloseTo(1, CLOSE);
          }
        }
        if (clearing.equity(node) > 1e-9) {
          assertThat(clearing.recovery(node)).isCloseTo(1, CLOSE);
        }
      }
    });
  }

  @Test
  void moreAssetsOrSmallerCostsNeverLowerAPayment() {
    forAll((random, drawn, costs, clearing) -> {
      double[] richer = drawn.assets().clone();
      richer[random.nextInt(richer.length)] += 5 * random.nextDouble();
      DefaultCosts milder =
          new DefaultCosts(
              costs.ownAssets() + (1 - costs.ownAssets()) * random.nextDouble(),
              costs.claims() + (1 - costs.claims()) * random.nextDouble());
      Clearing after = ClearingSolver.clear(drawn.build().withExternalAssets(richer), milder);
      for (int node = 0; node < drawn.nodes(); node++) {
        assertThat(after.payment(node)).isGreaterThanOrEqualTo(clearing.payment(node) - 1e-9);
        assertThat(after.isDefault(node) && !clearing.isDefault(node)).isFalse();
      }
    });
  }

  @Test
  void namesOfNodesDoNotMatter() {
    forAll((random, drawn, costs, clearing) -> {
      int[] names = drawn.shuffled(random);
      Clearing other = ClearingSolver.clear(drawn.relabeled(names).build(), costs);
      for (int node = 0; node < names.length; node++) {
        assertThat(other.payment(names[node])).isCloseTo(clearing.payment(node), CLOSE);
        assertThat(other.roundOfDefault(names[node])).isEqualTo(clearing.roundOfDefault(node));
      }
      assertThat(other.isUnique()).isEqualTo(clearing.isUnique());
    });
  }

  @Test
  void theUnitOfMoneyDoesNotMatter() {
    forAll((random, drawn, costs, clearing) -> {
      double factor = Math.pow(10, random.nextInt(19) - 9);
      Clearing other = ClearingSolver.clear(drawn.times(factor).build(), costs);
      for (int node = 0; node < drawn.nodes(); node++) {
        assertThat(other.payment(node) / factor).isCloseTo(clearing.payment(node), CLOSE);
        assertThat(other.isDefault(node)).isEqualTo(clearing.isDefault(node));
      }
    });
  }

  @Test
  void eachRoundOfDefaultIsFedByTheRoundBefore() {
    forAll((random, drawn, costs, clearing) -> {
      for (int node = 0; node < drawn.nodes(); node++) {
        int round = clearing.roundOfDefault(node);
        boolean isFed = round < 2;
        for (int from = 0; from < drawn.nodes() && !isFed; from++) {
          isFed = clearing.roundOfDefault(from) == round - 1;
        }
        assertThat(isFed).isTrue();
      }
      assertThat(clearing.rounds()).isLessThanOrEqualTo(drawn.nodes());
    });
  }

  @Test
  void proofOfUniquenessAgreesWithTheLeastSolution() {
    forAll((random, drawn, costs, clearing) -> {
      LiabilityNetwork network = drawn.build();
      double[] least = LeastClearing.solve(network, costs);
      boolean differs = false;
      for (int slot = 0; slot < least.length; slot++) {
        double greatest = clearing.recovery(slot / drawn.classes(), slot % drawn.classes());
        assertThat(1 - least[slot]).isLessThanOrEqualTo(greatest + 1e-9);
        differs |= network.owed[slot] > 0 && 1 - least[slot] < greatest - 1e-6;
      }
      assertThat(clearing.isUnique() && differs).isFalse();
    });
  }
}
