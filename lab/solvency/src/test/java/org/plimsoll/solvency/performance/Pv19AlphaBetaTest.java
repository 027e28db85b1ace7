package org.plimsoll.solvency.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class Pv19AlphaBetaTest {
  private static final double[] MARKET = {
    .10, -.05, .12, .08, -.15, .20, .05, -.02, .18, -.10, .07, .15
  };
  private static final double[] FUND = {
    .17, -.06, .20, .11, -.20, .31, .06, -.05, .29, -.17, .13, .20
  };
  private static final Returns RETURNS = new Returns(FUND, MARKET);

  @Test
  void pv19_alphaAndBeta() {
    AlphaBeta result = RETURNS.alphaBeta();
    assertThat(result.alpha().value()).isCloseTo(.002979509, within(1e-9));
    assertThat(result.alpha().t()).isCloseTo(.444823, within(1e-6));
    assertThat(result.beta().value()).isCloseTo(1.514676020, within(1e-9));
    assertThat(result.beta().t()).isCloseTo(26.796, within(5e-4));
    assertThat(result.rSquared()).isCloseTo(.986264, within(1e-6));
  }

  @Test
  void pv19_totalReturnIsBullMarketBeta() {
    AlphaBeta result = RETURNS.alphaBeta();
    assertThat(result.fundReturn()).isCloseTo(.99, within(1e-12));
    assertThat(result.betaShare()).isCloseTo(.954245893, within(1e-9));
    assertThat(result.alphaShare()).isCloseTo(.035754107, within(1e-9));
    assertThat(result.residualShare()).isCloseTo(0, within(1e-12));
    assertThat(result.reading()).isEqualTo(AlphaBeta.Reading.BULL_MARKET_BETA);
  }

  @Test
  void shouldSayHowLongItTakesToSeeAnAlpha() {
    AlphaBeta result = RETURNS.alphaBeta();
    double periods = StrictMath.pow(2 * result.residualDeviation() / result.alpha().value(), 2);
    assertThat(result.yearsToSeeAlpha(12)).isCloseTo(periods / 12, within(1e-9));
    assertThat(result.alphaPValue()).isBetween(0.6, 0.7);
  }

  @Test
  void shouldGiveWhitesErrorsWithoutLags() {
    AlphaBeta result = RETURNS.neweyWest(0);
    double mean = .63 / 12;
    double squares = 0;
    double scores = 0;
    for (int i = 0; i < 12; i++) {
      double deviation = MARKET[i] - mean;
      double residual = FUND[i] - result.alpha().value() - result.beta().value() * MARKET[i];
      squares += deviation * deviation;
      scores += deviation * deviation * residual * residual;
    }
    assertThat(result.beta().standardError())
        .isCloseTo(StrictMath.sqrt(scores) / squares, within(1e-12));
    assertThat(result.beta().value()).isEqualTo(RETURNS.alphaBeta().beta().value());
  }

  @Test
  void shouldWidenTheErrorOfAnAlphaWhoseNoiseLasts() {
    SplittableRandom random = new SplittableRandom(5);
    double[] market = random.doubles(400, -0.1, 0.1).toArray();
    double[] fund = new double[400];
    double noise = 0;
    for (int i = 0; i < fund.length; i++) {
      noise = 0.8 * noise + random.nextDouble() - 0.5;
      fund[i] = market[i] + 0.01 * noise;
    }
    Returns returns = new Returns(fund, market);
    assertThat(returns.neweyWest(20).alpha().standardError())
        .isGreaterThan(2 * returns.alphaBeta().alpha().standardError());
  }

  @Test
  void shouldFindAPerfectTimer() {
    double[] fund = new double[MARKET.length];
    for (int i = 0; i < fund.length; i++) {
      fund[i] = 0.01 + 0.5 * MARKET[i] + 3 * MARKET[i] * MARKET[i];
    }
    Returns.Timing timing = new Returns(fund, MARKET).timing().orElseThrow();
    assertThat(timing.alpha().value()).isCloseTo(0.01, within(1e-12));
    assertThat(timing.beta().value()).isCloseTo(0.5, within(1e-12));
    assertThat(timing.gamma().value()).isCloseTo(3, within(1e-12));
    assertThat(RETURNS.timing().orElseThrow().gamma().t()).isBetween(-2.0, 2.0);
  }

  @Test
  void shouldLookAtFallingMarketsAlone() {
    AlphaBeta falls = RETURNS.downMarket().orElseThrow().alphaBeta();
    assertThat(falls.periods()).isEqualTo(4);
    assertThat(falls.marketReturn()).isCloseTo(-.32, within(1e-12));
    assertThat(new Returns(new double[] {1, 2, 3}, new double[] {1, 2, 4}).downMarket()).isEmpty();
    assertThat(new Returns(new double[] {1, 2, 3}, new double[] {1, 2, 4}).timing()).isEmpty();
  }

  @Test
  void shouldCallAnAlphaSkillOnlyWhenItIsSeen() {
    double[] good = FUND.clone();
    double[] poor = FUND.clone();
    for (int i = 0; i < good.length; i++) {
      good[i] += 0.05;
      poor[i] -= 0.1;
    }
    assertThat(new Returns(good, MARKET).alphaBeta().reading()).isEqualTo(AlphaBeta.Reading.SKILL);
    assertThat(new Returns(poor, MARKET).alphaBeta().reading())
        .isEqualTo(AlphaBeta.Reading.NEITHER);
  }

  @Test
  void shouldRefuseSeriesThatSayNothing() {
    assertThatThrownBy(() -> new Returns(new double[2], new double[2]))
        .hasMessageContaining("at least 3");
    assertThatThrownBy(() -> new Returns(new double[3], new double[3]))
        .hasMessageContaining("never moves");
    assertThatThrownBy(() -> new Returns(new double[] {1, 2, Double.NaN}, new double[] {1, 2, 3}))
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> RETURNS.neweyWest(12)).hasMessageContaining("lags 12");
    assertThatThrownBy(() -> RETURNS.alphaBeta().yearsToSeeAlpha(0))
        .hasMessageContaining("periodsPerYear 0.0");
  }
}
