package org.plimsoll.solvency.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Pv14LeverageCycleTest {
  private static final double PRINTED = 6e-16;
  private static final double PRINTED_WEALTH = 6e-7;

  @Test
  void pv14_firstClearing() {
    LeverageCycle cycle = quiet(20);
    cycle.step(950);
    assertThat(cycle.price()).isCloseTo(30.0 / 31, within(PRINTED));
    for (int fund = 0; fund < 10; fund++) {
      assertThat(cycle.shares(fund)).isCloseTo((fund + 1) / 3.0, within(1e-12));
    }
  }

  @Test
  void pv14_secondClearing() {
    LeverageCycle cycle = quiet(20);
    cycle.step(950);
    cycle.step(900);
    assertThat(cycle.price()).isCloseTo(0.934586008956846, within(PRINTED));
    assertThat(cycle.wealth(0)).isCloseTo(1.988948, within(PRINTED_WEALTH));
    assertThat(cycle.wealth(9)).isCloseTo(1.889480, within(PRINTED_WEALTH));
  }

  @Test
  void pv14_clearingAtTheCap() {
    LeverageCycle cycle = quiet(5);
    cycle.step(850);
    assertThat(cycle.price()).isCloseTo(0.903225806451613, within(PRINTED));
  }

  private static LeverageCycle quiet(double cap) {
    return new LeverageCycle(CycleParameters.published(cap).withoutFlows());
  }

  @Test
  void pv14_noiseAlone() {
    LongRun run = new LongRun(CycleParameters.published(1).withoutFunds());
    assertThat(run.mean(CycleStatistics::deviation)).isCloseTo(.0351, within(.0003));
    assertThat(run.mean(CycleStatistics::skew)).isCloseTo(0, within(.01));
    assertThat(run.mean(CycleStatistics::excessKurtosis)).isCloseTo(0, within(.03));
    assertThat(run.mean(CycleStatistics::clustering)).isCloseTo(0, within(.005));
    assertThat(run.mean(CycleStatistics::tailIndex)).isGreaterThan(10);
    assertThat(run.mean(CycleStatistics::defaultsPerThousand)).isZero();
    assertThat(run.mean(CycleStatistics::marginCallsPerThousand)).isZero();
  }

  /// Where the vector gives the least and the largest of its eight seeds, the mean must lie between
  /// them. Where it gives a mean alone, the bounds are chosen here: 0.0004 for the deviation, 0.02
  /// for the skew at a cap of 2, the skew's bounds of cap 20 for caps 10 and 15 (a little wider for
  /// 10), and a tenth and the rounding of what is printed for defaults.
  @ParameterizedTest
  @CsvSource({
    "1,   .0318, .0326, -.015, .016,  .19,  .26, .017, .030, 9.0, 10.3, .03",
    "2,   .0292, .0300, -.020, .020,  .76,  .96, .084, .107, 7.1,  8.0, .11",
    "3,   .0288, .0296, -.040, .000,  .97, 1.24, .107, .131, 5.7,  6.5, .52",
    "5,   .0287, .0295, -.280, -.190, 3.1,  4.3, .121, .142, 2.8,  3.4, 3.8",
    "7.5, .0285, .0293, -.670, -.500, 8.2, 11.4, .138, .167, 1.9,  2.1, 5.7",
    "10,  .0284, .0292, -.760, -.500, 9.1, 12.8, .145, .174, 1.8,  2.0, 5.7",
    "15,  .0283, .0291, -.760, -.530, 10.3, 14., .149, .176, 1.7,  2.0, 5.6",
    "20,  .0283, .0291, -.760, -.530, 9.9, 14.2, .146, .180, 1.7,  2.0, 5.5"
  })
  void pv14_moments(
      double cap,
      double deviationMin,
      double deviationMax,
      double skewMin,
      double skewMax,
      double kurtosisMin,
      double kurtosisMax,
      double clusteringMin,
      double clusteringMax,
      double tailMin,
      double tailMax,
      double defaults) {
    LongRun run = new LongRun(CycleParameters.published(cap));
    assertThat(run.mean(CycleStatistics::deviation)).isBetween(deviationMin, deviationMax);
    assertThat(run.mean(CycleStatistics::skew)).isBetween(skewMin, skewMax);
    assertThat(run.mean(CycleStatistics::excessKurtosis)).isBetween(kurtosisMin, kurtosisMax);
    assertThat(run.mean(CycleStatistics::clustering)).isBetween(clusteringMin, clusteringMax);
    assertThat(run.mean(CycleStatistics::tailIndex)).isBetween(tailMin, tailMax);
    assertThat(run.mean(CycleStatistics::defaultsPerThousand))
        .isCloseTo(defaults, within(.005 + .1 * defaults));
  }

  /// The mean over eight seeds.
  private record LongRun(List<CycleStatistics> seeds) {
    LongRun(CycleParameters parameters) {
      this(
          LongStream.rangeClosed(1, 8)
              .mapToObj(seed -> new CyclePlan(5_000, 200_000, seed))
              .map(plan -> CycleStatistics.of(LeverageCycle.run(parameters, plan)))
              .toList());
    }

    double mean(ToDoubleFunction<CycleStatistics> figure) {
      return seeds.stream().mapToDouble(figure).sum() / seeds.size();
    }
  }
}
