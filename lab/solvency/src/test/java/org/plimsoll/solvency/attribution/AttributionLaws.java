package org.plimsoll.solvency.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AttributionLaws {
  @Test
  void nothingIsLeftUnexplained() {
    SplittableRandom random = new SplittableRandom(19);
    Explanation all = Explanation.NONE;
    for (int i = 0; i < 5_000; i++) {
      AssetPeriod period = anyPeriod(random);
      Explanation one = Explanation.of(period);
      assertThat(one.residual()).as("case %s: %s", i, period).isZero();
      all = all.plus(one);
    }
    assertThat(all.residual()).isZero();
    assertThat(all.change()).isNotZero();
  }

  @Test
  void sharesSumToTheWholeInWhateverOrderTheMechanismsAreNamed() {
    SplittableRandom random = new SplittableRandom(20);
    for (int i = 0; i < 2_000; i++) {
      int mechanisms = 1 + random.nextInt(Shapley.MECHANISMS_MAX);
      double[] losses = random.doubles(1 << mechanisms, -1, 1).toArray();
      double[] shares = Shapley.shares(mechanisms, on -> losses[on]);
      assertThat(Arrays.stream(shares).sum())
          .as("case %s", i)
          .isCloseTo(losses[losses.length - 1] - losses[0], within(1e-12));
      double[] mirrored = Shapley.shares(mechanisms, on -> losses[mirror(on, mechanisms)]);
      for (int k = 0; k < mechanisms; k++) {
        assertThat(mirrored[mechanisms - 1 - k])
            .as("case %s", i)
            .isCloseTo(shares[k], within(1e-12));
      }
    }
  }

  @Test
  void shareIsTheAverageOverAllOrders() {
    SplittableRandom random = new SplittableRandom(21);
    double[] losses = random.doubles(1 << 4, 0, 1).toArray();
    double[] sums = new double[4];
    int orders = walk(0, losses, sums);
    double[] shares = Shapley.shares(4, on -> losses[on]);
    for (int k = 0; k < 4; k++) {
      assertThat(shares[k]).isCloseTo(sums[k] / orders, within(1e-12));
    }
  }

  /// Walks every order from here on, adds each mechanism's marginal loss once per order, and
  /// returns the number of orders walked.
  private static int walk(int on, double[] losses, double[] sums) {
    if (on == losses.length - 1) {
      return 1;
    }
    int orders = 0;
    for (int k = 0; k < sums.length; k++) {
      int next = on | 1 << k;
      if (next != on) {
        int below = walk(next, losses, sums);
        sums[k] += below * (losses[next] - losses[on]);
        orders += below;
      }
    }
    return orders;
  }

  private static int mirror(int on, int mechanisms) {
    return Integer.reverse(on) >>> (Integer.SIZE - mechanisms);
  }

  private static AssetPeriod anyPeriod(SplittableRandom random) {
    List<Movement> movements = new ArrayList<>();
    FlowCause[] causes = FlowCause.values();
    for (int i = random.nextInt(12); i > 0; i--) {
      FlowCause cause = causes[random.nextInt(causes.length)];
      movements.add(
          switch (random.nextInt(3)) {
            case 0 -> new Movement.Trade(signed(random), price(random));
            case 1 -> new Movement.Payment(cause, signed(random));
            default -> new Movement.Delivery(cause, signed(random), price(random));
          });
    }
    return new AssetPeriod(signed(random), price(random), price(random), movements);
  }

  private static BigDecimal signed(SplittableRandom random) {
    return BigDecimal.valueOf(random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L), 8);
  }

  private static BigDecimal price(SplittableRandom random) {
    return BigDecimal.valueOf(random.nextLong(1_000_000_000_000L), random.nextInt(12));
  }
}
