package org.plimsoll.solvency.betting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Pv19KellyTest {
  private static final BinaryBet FAVORABLE = new BinaryBet(0.6, 1);
  private static final Percentage PRINTED = Percentage.withPercentage(1e-4);

  @ParameterizedTest
  @CsvSource({
    "0.6,  1,     0.2,    0.020135514, 0.389390683",
    "0.5,  2,     0.25,   0.058891518, 0.5",
    "0.1,  10000, 0.09991, 0.596051059, 0.621095102",
    "0.75, 1,     0.5,    0.130812036, 0.839286755"
  })
  void pv19_bestFractionItsGrowthAndWhereGrowthEnds(
      double probability, double odds, double best, double growth, double end) {
    BinaryBet bet = new BinaryBet(probability, odds);
    assertThat(bet.kellyFraction()).isCloseTo(best, within(1e-12));
    assertThat(bet.growth(best)).isCloseTo(growth, within(1e-9));
    assertThat(bet.breakEvenFraction()).isCloseTo(end, within(1e-9));
  }

  @Test
  void pv19_overbettingShrinks() {
    assertThat(new BinaryBet(0.1, 10_000).growth(0.5)).isCloseTo(0.227906855, within(1e-9));
    assertThat(new BinaryBet(0.75, 1).growth(0.9)).isCloseTo(-0.094255859, within(1e-9));
  }

  @Test
  void pv19_allInTheMeanGrowsAndAlmostNobodyIsLeft() {
    BetOutcome outcome = FAVORABLE.outcome(1, 10);
    assertThat(outcome.aliveProbability()).isCloseTo(0.006046618, within(1e-9));
    assertThat(outcome.mean()).isCloseTo(6.191736422, within(1e-9));
    assertThat(outcome.median()).isZero();
  }

  @Test
  void pv19_oneHundredRounds() {
    BetOutcome kelly = FAVORABLE.outcome(0.2, 100);
    assertThat(kelly.median()).isCloseTo(7.489869, within(1e-6));
    assertThat(kelly.mean()).isCloseTo(50.504948, within(1e-6));
    BetOutcome half = FAVORABLE.outcome(0.5, 100);
    assertThat(half.median()).isCloseTo(0.033440727, within(1e-9));
    assertThat(half.mean()).isCloseTo(13_780.6, within(0.05));
  }

  @Test
  void pv19_continuousBet() {
    ContinuousBet bet = new ContinuousBet(0.15, 0.8);
    assertThat(bet.kellyFraction()).isCloseTo(0.234375, within(1e-12));
    assertThat(bet.growth(bet.kellyFraction())).isCloseTo(0.017578125, within(1e-12));
    assertThat(bet.growth(3)).isCloseTo(-2.43, within(1e-12));
    assertThat(bet.growthAtMultiple(2)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0.125", "1, 0.5", "1.5, 0.793700526", "2, 1", "3, 1"})
  void pv19_probabilityOfEverHavingHalf(double multiple, double probability) {
    assertThat(ContinuousBet.probabilityEverAt(0.5, multiple)).isCloseTo(probability, PRINTED);
  }

  @Test
  void shouldStakeNothingWithoutAnEdge() {
    BinaryBet unfair = new BinaryBet(0.4, 1);
    assertThat(unfair.kellyFraction()).isZero();
    assertThat(unfair.breakEvenFraction()).isZero();
  }

  @Test
  void shouldStakeAllOfOtherPeoplesMoneyAtANegativeEdge() {
    BinaryBet unfair = new BinaryBet(0.4, 1);
    assertThat(unfair.ownersMean(1, 0.1)).isGreaterThan(unfair.ownersMean(0, 0.1));
    assertThat(unfair.ownersMean(1, 1)).isLessThan(unfair.ownersMean(0, 1));
  }

  @Test
  void shouldRefuseWhatIsOutOfBounds() {
    assertThatThrownBy(() -> new BinaryBet(1, 1)).hasMessageContaining("winProbability 1.0");
    assertThatThrownBy(() -> new BinaryBet(0.5, 0)).hasMessageContaining("odds 0.0");
    assertThatThrownBy(() -> FAVORABLE.growth(1.1)).hasMessageContaining("fraction 1.1");
    assertThatThrownBy(() -> FAVORABLE.outcome(0.1, 0)).hasMessageContaining("rounds 0");
    assertThatThrownBy(() -> FAVORABLE.ownersMean(0, 2)).hasMessageContaining("ownShare 2.0");
    assertThatThrownBy(() -> new ContinuousBet(0, 1)).hasMessageContaining("drift");
    assertThatThrownBy(() -> ContinuousBet.probabilityEverAt(0, 1)).hasMessageContaining("part");
  }
}
