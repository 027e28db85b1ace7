package org.plimsoll.solvency.cascade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.impact.ExponentialImpact;

class LendingPositionTest {
  private static final Offset<Double> SIX = Offset.offset(5.1e-7);

  @Test
  void pv17_repayingHealsBelowTheFrontierAndHarmsAboveIt() {
    LendingPosition sound = new LendingPosition(100, 85, .8);
    assertThat(sound.healthFactor()).isCloseTo(.941176, SIX);
    assertThat(sound.afterRepaying(40, .05).healthFactor()).isCloseTo(1.031111, SIX);
    LendingPosition toxic = new LendingPosition(100, 97, .8);
    assertThat(toxic.healthFactor()).isCloseTo(.824742, SIX);
    assertThat(toxic.afterRepaying(40, .05).healthFactor()).isCloseTo(.814035, SIX);
    assertThat(sound.isToxic(.05)).isFalse();
    assertThat(toxic.isToxic(.05)).isTrue();
  }

  @Test
  void pv17_theFrontierIsOneOverOnePlusTheBonus() {
    assertThat(new LendingPosition(1, .952380, .8).isToxic(.05)).isFalse();
    assertThat(new LendingPosition(1, .952382, .8).isToxic(.05)).isTrue();
  }

  @Test
  void pv17_repaymentToATargetLoanToValue() {
    LendingPosition position = new LendingPosition(100, 85, .8);
    double repaid = position.repaymentTo(.75, .05);
    assertThat(repaid).isCloseTo(47.058824, SIX);
    assertThat(position.afterRepaying(repaid, .05).loanToValue()).isCloseTo(.75, SIX);
    assertThat(position.repaymentTo(.9, .05)).isZero();
  }

  @Test
  void pv04_theLargestBlockThatAKeeperTakes() {
    // The vector prints its digits cut off, not rounded.
    Offset<Double> nine = Offset.offset(1e-9);
    ExponentialImpact market = new ExponentialImpact(7, 1);
    assertThat(new Keeper(market, .05, 0).largestBlock()).isCloseTo(.098386929, nine);
    assertThat(new Keeper(market, .10, 0).largestBlock()).isCloseTo(.193747557, nine);
    assertThat(new Keeper(market, 0, 0).largestBlock()).isZero();
  }

  @Test
  void shouldEarnNothingOnTheLargestBlock() {
    Keeper keeper = new Keeper(new ExponentialImpact(7, 1_000), .05, 0);
    double repaid = keeper.largestBlock() * 7 / 1.05;
    assertThat(keeper.profit(repaid)).isCloseTo(0, SIX);
    assertThat(keeper.profit(repaid / 2)).isPositive();
    assertThat(keeper.profit(repaid * 2)).isNegative();
    assertThat(new Keeper(new ExponentialImpact(7, 1_000), .05, 20).profit(10)).isNegative();
  }

  @Test
  void shouldRefuseWhatCannotBe() {
    assertThatThrownBy(() -> new LendingPosition(0, 1, 1)).hasMessageContaining("collateral 0");
    assertThatThrownBy(() -> new LendingPosition(100, 97, .8).repaymentTo(.75, .05))
        .hasMessageContaining("out of reach");
    assertThatThrownBy(() -> new LendingPosition(100, 97, .8).afterRepaying(-1, .05))
        .hasMessageContaining("repaid -1");
    assertThatThrownBy(() -> new Keeper(new ExponentialImpact(1, 1), -1, 0))
        .hasMessageContaining("bonus -1");
  }
}
