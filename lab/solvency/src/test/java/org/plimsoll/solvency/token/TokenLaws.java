package org.plimsoll.solvency.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TokenLaws {
  @Test
  void rebalancingRestoresTheTarget() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 5_000; i++) {
      LeveragedToken token = new LeveragedToken(random.nextDouble(-5, 5));
      double netAssets = random.nextDouble(1, 1e9);
      double daily = random.nextDouble(-0.15, 0.15);
      double exposure =
          token.leverage() * netAssets * (1 + daily) + token.rebalance(daily, netAssets);
      double after = netAssets * token.after(daily);
      assertThat(exposure).isCloseTo(token.leverage() * after, within(1e-9 * netAssets));
    }
  }

  @Test
  void emergencyReturnMultipliesTheLeverage() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 5_000; i++) {
      double leverage = (random.nextBoolean() ? 1 : -1) * random.nextDouble(1.5, 5);
      double excess = random.nextDouble(1.01, 2);
      double move = new LeveragedToken(leverage).emergencyReturn(excess);
      double reached = leverage * (1 + move) / (1 + leverage * move);
      assertThat(reached).isCloseTo(excess * leverage, within(1e-9));
    }
  }

  @Test
  void fineRebalancingApproachesTheContinuousForm() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 1_000; i++) {
      LeveragedToken token = new LeveragedToken(random.nextInt(-3, 4));
      double volatility = random.nextDouble(0.2, 1);
      int steps = 2_000;
      double step = volatility * Math.sqrt(1.0 / steps);
      double[] returns = new double[steps];
      double ratio = 1;
      for (int k = 0; k < steps; k++) {
        // Two-valued steps have exactly the quadratic variation of the formula.
        returns[k] = random.nextBoolean() ? step : -step;
        ratio *= 1 + returns[k];
      }
      assertThat(token.after(returns) / token.continuous(ratio, volatility, 1))
          .as(token + " " + volatility)
          .isCloseTo(1, within(0.05));
    }
  }

  @Test
  void sumOfFundingIsZero() {
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 2_000; i++) {
      double[] quantities = new double[random.nextInt(2, 50)];
      long total = 0;
      for (int p = 1; p < quantities.length; p++) {
        long quantity = random.nextLong(-1_000_000, 1_000_000);
        quantities[p] = quantity;
        total -= quantity;
      }
      quantities[0] = total;
      double premium = random.nextDouble(-0.05, 0.05);
      double index = random.nextDouble(0.01, 50_000);
      double[] payments = PerpetualFunding.ofPremia(premium).payments(quantities, index);
      double sum = 0;
      double paid = 0;
      for (int p = 0; p < payments.length; p++) {
        sum += payments[p];
        paid += Math.abs(payments[p]);
        assertThat(payments[p] * quantities[p] * premium).isLessThanOrEqualTo(0);
      }
      assertThat(sum).isCloseTo(0, within(1e-13 * paid));
    }
  }
}
