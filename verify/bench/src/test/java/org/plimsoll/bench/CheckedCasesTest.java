package org.plimsoll.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.cascade.CascadeOutcome;
import org.plimsoll.solvency.cascade.PledgedLoan;
import org.plimsoll.solvency.cascade.ThresholdCascade;
import org.plimsoll.solvency.clearing.ClearingSolver;
import org.plimsoll.solvency.clearing.LiabilityNetwork;
import org.plimsoll.solvency.survival.SurvivalEngine;
import org.plimsoll.solvency.survival.SurvivalPlan;
import org.plimsoll.solvency.survival.SurvivalResult;

class CheckedCasesTest {
  @Test
  void shouldPassTheClearingThatIsTimed() {
    LiabilityNetwork network = RandomCases.network(200, 4_000);
    CheckedCases.check(network, ClearingSolver.clear(network));
    assertThat(network.links()).isEqualTo(4_000);
  }

  @Test
  void shouldCatchTheClearingOfAnotherNetwork() {
    LiabilityNetwork network = RandomCases.network(200, 4_000);
    LiabilityNetwork other = RandomCases.network(200, 6_000);
    assertThatThrownBy(() -> CheckedCases.check(network, ClearingSolver.clear(other)))
        .hasMessageContaining("made or lost");
  }

  @Test
  void shouldPassTheCascadeThatIsTimedAndCatchAnother() {
    List<PledgedLoan> loans = RandomCases.loans(5_000);
    ThresholdCascade cascade = CascadeBenchmark.cascade(loans);
    CascadeOutcome outcome = cascade.after(CascadeBenchmark.SHOCK);
    CheckedCases.check(loans, cascade, CascadeBenchmark.SHOCK, outcome);
    assertThat(outcome.liquidated()).isGreaterThan(2_500);
    assertThatThrownBy(
            () -> CheckedCases.check(loans, cascade, CascadeBenchmark.SHOCK, cascade.after(.3)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void shouldPassThePathsThatAreTimedOnAnyNumberOfThreads() {
    SurvivalEngine engine =
        new SurvivalEngine(
            RandomSystem.of(MonteCarloBenchmark.PARTIES, MonteCarloBenchmark.ASSETS));
    SurvivalPlan plan = MonteCarloBenchmark.plan(MonteCarloBenchmark.PATHS, 3);
    CheckedCases.check(engine.run(plan), CheckedCases.MONTE_CARLO);
    SurvivalResult fewer = engine.run(MonteCarloBenchmark.plan(100, 1));
    assertThat(CheckedCases.fingerprint(engine.run(MonteCarloBenchmark.plan(100, 2))))
        .isEqualTo(CheckedCases.fingerprint(fewer));
    assertThatThrownBy(() -> CheckedCases.check(fewer, CheckedCases.MONTE_CARLO))
        .hasMessageContaining("other counts");
  }

  @Test
  void shouldDrawTheSameFromTheSameSeed() {
    assertThat(RandomCases.loans(10)).isEqualTo(RandomCases.loans(10));
    assertThat(RandomCases.network(50, 200).totalObligations())
        .isEqualTo(RandomCases.network(50, 200).totalObligations());
  }
}
