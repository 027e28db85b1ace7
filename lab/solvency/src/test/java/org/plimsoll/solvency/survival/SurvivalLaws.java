package org.plimsoll.solvency.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.plimsoll.solvency.survival.RiskyAsset.MONEY;
import static org.plimsoll.solvency.survival.Systems.due;
import static org.plimsoll.solvency.survival.Systems.moving;
import static org.plimsoll.solvency.survival.Systems.secured;
import static org.plimsoll.solvency.survival.Systems.watched;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.linear.DefaultRealMatrixChangingVisitor;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.wrongway.BivariateNormal;

class SurvivalLaws {
  private static final double DAY = 1.0 / CreditSystem.DAYS_PER_YEAR;
  private static final CreditSystem SEVENTY = borrower(70);

  @Test
  void firstPassageWithItsCorrectionIsWhatTheEngineCounts() {
    FirstPassage passage = new FirstPassage(100, 70, 0, 0.8);
    SurvivalCurve month = insolvency(SEVENTY, new SurvivalPlan(40_000, 30, 7, 1, 2));
    for (int days : new int[] {7, 14, 30}) {
      assertWithin(month.failed(days), passage.reached(days * DAY, DAY));
    }
    SurvivalCurve year = insolvency(SEVENTY, new SurvivalPlan(4_000, 365, 8, 1, 2));
    assertWithin(year.failed(90), passage.reached(90 * DAY, DAY));
    assertWithin(year.failed(365), passage.reached(1, DAY));
  }

  @Test
  void firstPassageIsTwiceTheEndWithoutATrendAndGrowsWithTime() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 5_000; i++) {
      double volatility = random.nextDouble(0.1, 1.5);
      double barrier = random.nextDouble(20, 99);
      double years = random.nextDouble(0.01, 2);
      // With this drift the log price has no trend, and the reflection principle is exact.
      FirstPassage passage =
          new FirstPassage(100, barrier, volatility * volatility / 2, volatility);
      assertThat(passage.reached(years)).isCloseTo(2 * passage.endsBelow(years), within(1e-12));
      FirstPassage any = new FirstPassage(100, barrier, random.nextDouble(-2, 2), volatility);
      assertThat(any.reached(years)).isGreaterThanOrEqualTo(any.endsBelow(years));
      assertThat(any.reached(2 * years)).isGreaterThanOrEqualTo(any.reached(years) - 1e-12);
      assertThat(any.reached(years, DAY)).isLessThan(any.reached(years) + 1e-15);
    }
  }

  @Test
  void likeliestStressLosesTheAmountAndNoLossIsNearer() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 1_000; i++) {
      double[] exposures = random.doubles(3, -100, 100).toArray();
      RealMatrix root = MatrixUtils.createRealMatrix(3, 3);
      root.walkInOptimizedOrder(
          new DefaultRealMatrixChangingVisitor() {
            @Override
            public double visit(int row, int column, double value) {
              return random.nextDouble(-1, 1) + (row == column ? 2 : 0);
            }
          });
      LikeliestMove stress = LikeliestMove.of(exposures, root.multiplyTransposed(root).getData());
      double[] moves = stress.likeliest(30);
      assertThat(-stress.exposures().dotProduct(MatrixUtils.createRealVector(moves)))
          .isCloseTo(30, within(1e-9));
      double[] independent = random.doubles(3, -1, 1).toArray();
      double loss =
          -stress.exposures().dotProduct(root.operate(MatrixUtils.createRealVector(independent)));
      double norm = MatrixUtils.createRealVector(independent).getNorm();
      assertThat(norm * 30 / Math.abs(loss)).isGreaterThanOrEqualTo(stress.distance(30) - 1e-9);
    }
  }

  @Test
  void sameBytesOnAnyNumberOfThreads() {
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 20; i++) {
      SurvivalEngine engine = new SurvivalEngine(network(random));
      SurvivalResult one = engine.run(new SurvivalPlan(101, 20, i, 0, 1));
      assertThat(engine.run(new SurvivalPlan(101, 20, i, 0, 2))).isEqualTo(one);
      assertThat(engine.run(new SurvivalPlan(101, 20, i, 0, 3))).isEqualTo(one);
      assertThat(engine.run(new SurvivalPlan(101, 20, i + 1_000, 0, 3))).isNotEqualTo(one);
    }
  }

  @Test
  void correlatedPricesFailTogetherAsOftenAsTheBivariateNormalSays() {
    RealMatrix correlation = MatrixUtils.createRealIdentityMatrix(3);
    correlation.setEntry(1, 2, 0.6);
    correlation.setEntry(2, 1, 0.6);
    double barrier = 97;
    CreditSystem two =
        new CreditSystem(
            List.of(MONEY, moving(100, 0.8), moving(100, 0.8)),
            correlation,
            List.of(watched(0, 0, 0), watched(0, 1, 0), watched(0, 0, 1)),
            List.of(due(0, 1, barrier, 0), due(0, 2, barrier, 0)),
            MarketJump.NONE,
            0);
    SurvivalResult result = new SurvivalEngine(two).run(new SurvivalPlan(100_000, 1, 5, 1, 2));
    double spread = 0.8 * Math.sqrt(DAY);
    double lives = -(Math.log(barrier / 100) + spread * spread / 2) / spread;
    assertWithin(result.nobody(), new BivariateNormal(0.6).below(lives, lives));
  }

  @Test
  void outsideFailuresHaveTheirYearlyProbabilityAndCorrelation() {
    Counterparty frail = new Counterparty(List.of(1.0), 0.2, true);
    CreditSystem two =
        new CreditSystem(
            List.of(MONEY),
            MatrixUtils.createRealIdentityMatrix(1),
            List.of(frail, frail),
            List.of(),
            MarketJump.NONE,
            0.5);
    SurvivalResult result = new SurvivalEngine(two).run(new SurvivalPlan(20_000, 365, 6, 0, 2));
    assertWithin(result.outcomes().get(0).failed().failed(365), 0.2);
    double lives = -new NormalDistribution().inverseCumulativeProbability(0.2);
    assertWithin(result.nobody(), new BivariateNormal(0.5).below(lives, lives));
  }

  @Test
  void jumpsComeAsOftenAsTheyShould() {
    CreditSystem jumping =
        new CreditSystem(
            List.of(MONEY, Systems.still(100, Double.POSITIVE_INFINITY)),
            MatrixUtils.createRealIdentityMatrix(2),
            List.of(watched(0, 0), watched(0, 1)),
            List.of(due(0, 1, 70, 0)),
            new MarketJump(4, -1, 0),
            0);
    SurvivalCurve curve = insolvency(jumping, new SurvivalPlan(20_000, 60, 9, 1, 2));
    for (int days : new int[] {1, 7, 60}) {
      assertWithin(curve.failed(days), 1 - Math.pow(1 - 4 * DAY, days));
    }
  }

  @Test
  void pairedPolicyHasASmallerErrorThanTwoSums() {
    SurvivalPlan plan = new SurvivalPlan(5_000, 30, 10, 1, 2);
    SurvivalResult without = new SurvivalEngine(SEVENTY).run(plan);
    SurvivalResult with = new SurvivalEngine(borrower(68)).run(plan);
    assertThat(PolicyEffect.between(without, without, 30)).isEqualTo(new PolicyEffect(0, 0, 5_000));
    PolicyEffect effect = PolicyEffect.between(without, with, 30);
    assertThat(effect.caused()).isZero();
    assertThat(effect.prevented()).isPositive();
    Estimate before = without.outcomes().get(1).unableToPay().failed(30);
    Estimate after = with.outcomes().get(1).unableToPay().failed(30);
    assertThat(effect.reduction())
        .isCloseTo(before.probability() - after.probability(), within(1e-12));
    assertThat(effect.standardError())
        .isLessThan(0.7 * Math.hypot(before.standardError(), after.standardError()));
  }

  @Test
  void curvesNeverFallAndWhoCannotPayIsWoundUpThatDay() {
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < 50; i++) {
      SurvivalResult result =
          new SurvivalEngine(network(random)).run(new SurvivalPlan(50, 30, i, 0, 1));
      for (SurvivalResult.Outcome outcome : result.outcomes()) {
        for (int day = 2; day <= 30; day++) {
          assertThat(outcome.unableToPay().failed(day).hits())
              .isGreaterThanOrEqualTo(outcome.unableToPay().failed(day - 1).hits());
          assertThat(outcome.insolvent().survived(day).hits())
              .isLessThanOrEqualTo(outcome.insolvent().survived(day - 1).hits());
          assertThat(outcome.failed().failed(day).hits())
              .isGreaterThanOrEqualTo(outcome.unableToPay().failed(day).hits());
        }
        assertThat(outcome.first().hits()).isLessThanOrEqualTo(outcome.failed().failed(30).hits());
      }
    }
  }

  private static void assertWithin(Estimate estimate, double expected) {
    double error = Math.sqrt(expected * (1 - expected) / estimate.paths());
    assertThat(estimate.probability()).isCloseTo(expected, within(4 * error));
  }

  private static SurvivalCurve insolvency(CreditSystem system, SurvivalPlan plan) {
    return new SurvivalEngine(system).run(plan).outcomes().get(1).insolvent();
  }

  /// Party 1 owns one unit at 100 and 80 % volatility, and owes `debt`.
  private static CreditSystem borrower(double debt) {
    return Systems.of(
        List.of(MONEY, moving(100, 0.8)),
        List.of(watched(0, 0), watched(0, 1)),
        List.of(due(0, 1, debt, 0)));
  }

  /// Eight parties with three assets, who owe each other at random, some against collateral.
  static CreditSystem network(SplittableRandom random) {
    List<RiskyAsset> assets =
        List.of(
            MONEY,
            new RiskyAsset(10, 0, 0.9, random.nextDouble(10, 1_000), 1),
            new RiskyAsset(5, 0.1, 0.6, random.nextDouble(10, 1_000), 0.5));
    List<Counterparty> parties = new ArrayList<>();
    List<Debt> debts = new ArrayList<>();
    for (int party = 0; party < 8; party++) {
      double pledged = random.nextDouble(1, 20);
      double own = random.nextDouble(0, 20);
      double money = random.nextDouble(0, 60);
      List<Double> holdings = List.of(money, pledged + own, random.nextDouble(0, 20));
      parties.add(new Counterparty(holdings, random.nextDouble(0, 0.5), random.nextBoolean()));
      if (party > 0) {
        debts.add(secured(party, 10 * pledged * random.nextDouble(0.3, 0.7), pledged, 0.8));
      }
      int lender = (party + random.nextInt(1, 8)) % 8;
      double principal = random.nextDouble(1, 20);
      int asset = random.nextInt(3);
      double called = random.nextDouble(0, 0.2);
      debts.add(
          new Debt(
              lender, party, asset, principal, called, random.nextInt(40), Debt.Security.NONE));
    }
    RealMatrix correlation = MatrixUtils.createRealIdentityMatrix(3);
    correlation.setEntry(1, 2, 0.5);
    correlation.setEntry(2, 1, 0.5);
    return new CreditSystem(assets, correlation, parties, debts, new MarketJump(5, -0.2, 0.1), 0.3);
  }
}
