package org.plimsoll.solvency.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LeverageCycleTest {
  private static final double EXACT = 1e-14;
  private static final CycleParameters CASE = CycleParameters.published(20);

  @Test
  void shouldPriceTheNoiseAloneWhereThereAreNoFunds() {
    LeverageCycle cycle = new LeverageCycle(CASE.withoutFunds());
    for (double demand : List.of(800.0, 1_300.0, 950.0)) {
      cycle.step(demand);
      assertThat(cycle.price()).isCloseTo(demand / 1_000, within(EXACT));
    }
  }

  @Test
  void shouldHoldNothingAboveWorth() {
    LeverageCycle cycle = new LeverageCycle(CASE);
    cycle.step(900);
    assertThat(cycle.shares(3)).isPositive();
    cycle.step(1_100);
    assertThat(cycle.price()).isCloseTo(1.1, within(EXACT));
    assertThat(cycle.shares(3)).isZero();
  }

  @Test
  void shouldMoveAPartOfWealthForPerformanceBeyondTheBenchmark() {
    LeverageCycle still = new LeverageCycle(CASE.withoutFlows());
    LeverageCycle moving = new LeverageCycle(CASE);
    still.step(950);
    moving.step(950);
    // Nobody has earned anything yet: all lose sensitivity times benchmark of their wealth of 2.
    assertThat(moving.cash(0)).isCloseTo(still.cash(0) - .15 * .005 * 2, within(EXACT));
    double price = moving.price();
    double held = moving.shares(9);
    double before = moving.wealth(9);
    double cash = moving.cash(9);
    moving.step(980);
    double profit = held * (moving.price() - price) / before;
    double wealth = cash + held * moving.price();
    assertThat(moving.performance(9)).isCloseTo(.1 * profit, within(EXACT));
    assertThat(moving.wealth(9))
        .isCloseTo(wealth * (1 + .15 * (.1 * profit - .005)), within(EXACT));
  }

  @Test
  void shouldNeverTakeOutMoreThanAll() {
    InvestorFlows flows = new InvestorFlows(1, 10, 0);
    assertThat(flows.partOfWealth(-.05)).isEqualTo(-.5);
    assertThat(flows.partOfWealth(-.2)).isEqualTo(-1);
  }

  @Test
  void shouldLeaveAtATenthOfTheStartAndReturnWithTheStartAfterAHundredSteps() {
    LeverageCycle cycle = new LeverageCycle(CASE.withoutFlows());
    for (double demand : List.of(900.0, 800.0, 600.0)) {
      cycle.step(demand);
    }
    assertThat(cycle.defaults()).isPositive();
    assertThat(cycle.shares(9)).isZero();
    assertThat(cycle.wealth(9)).isZero();
    // The least aggressive had little at stake.
    assertThat(cycle.wealth(0)).isGreaterThan(.2);
    for (int step = 1; step < 100; step++) {
      cycle.step(950);
      assertThat(cycle.wealth(9)).isZero();
    }
    cycle.step(950);
    assertThat(cycle.wealth(9)).isEqualTo(2);
    assertThat(cycle.shares(9)).isPositive();
  }

  @Test
  void shouldCallForMarginWhereTheCapMakesFundsSellIntoAFall() {
    CyclePlan plan = new CyclePlan(100, 2_000, 3);
    assertThat(LeverageCycle.run(CycleParameters.published(3), plan).marginCalls()).isPositive();
    assertThat(LeverageCycle.run(CycleParameters.published(1_000), plan).marginCalls()).isZero();
  }

  @Test
  void shouldRepeatItselfForTheSameSeedOnly() {
    CycleHistory once = LeverageCycle.run(CASE, new CyclePlan(10, 2_000, 5));
    CycleHistory again = LeverageCycle.run(CASE, new CyclePlan(10, 2_000, 5));
    CycleHistory other = LeverageCycle.run(CASE, new CyclePlan(10, 2_000, 6));
    assertThat(CycleStatistics.of(again)).isEqualTo(CycleStatistics.of(once));
    assertThat(again.price(2_000)).isEqualTo(once.price(2_000));
    assertThat(other.price(2_000)).isNotEqualTo(once.price(2_000));
    // The burn-in is the start of the same path.
    CycleHistory whole = LeverageCycle.run(CASE, new CyclePlan(0, 2_010, 5));
    assertThat(whole.price(2_010)).isEqualTo(once.price(2_000));
    assertThat(whole.price(10)).isEqualTo(once.price(0));
  }

  @Test
  void shouldRefuseWhatCannotBe() {
    assertThatThrownBy(() -> CycleParameters.published(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("leverageCap 0.0");
    assertThatThrownBy(() -> new NoiseTraders(1, .1)).hasMessageContaining("persistence 1.0");
    assertThatThrownBy(() -> new InvestorFlows(2, .1, 0)).hasMessageContaining("smoothing 2.0");
    assertThatThrownBy(() -> new CyclePlan(0, 0, 1)).hasMessageContaining("steps 0");
    CycleHistory brief = LeverageCycle.run(CASE, new CyclePlan(0, 1_000, 1));
    assertThatThrownBy(() -> CycleStatistics.of(brief)).hasMessageContaining("steps 1000");
  }
}
