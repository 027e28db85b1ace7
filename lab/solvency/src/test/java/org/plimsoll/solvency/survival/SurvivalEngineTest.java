package org.plimsoll.solvency.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.plimsoll.solvency.survival.RiskyAsset.MONEY;
import static org.plimsoll.solvency.survival.Systems.day;
import static org.plimsoll.solvency.survival.Systems.due;
import static org.plimsoll.solvency.survival.Systems.onePath;
import static org.plimsoll.solvency.survival.Systems.opaque;
import static org.plimsoll.solvency.survival.Systems.secured;
import static org.plimsoll.solvency.survival.Systems.still;
import static org.plimsoll.solvency.survival.Systems.watched;

import java.util.List;
import org.hipparchus.linear.MatrixUtils;
import org.junit.jupiter.api.Test;

class SurvivalEngineTest {
  private static final double DEEP = Double.POSITIVE_INFINITY;

  @Test
  void shouldPassAFailureOnToWhoCountedOnThePayment() {
    CreditSystem dominoes =
        Systems.of(
            List.of(MONEY),
            List.of(watched(0), opaque(10), opaque(40)),
            List.of(due(0, 1, 80, 6), due(1, 2, 100, 5)));
    SurvivalResult result = onePath(dominoes, 10);
    assertThat(day(result.outcomes().get(2).insolvent())).isEqualTo(1);
    assertThat(day(result.outcomes().get(2).unableToPay())).isEqualTo(5);
    assertThat(day(result.outcomes().get(1).insolvent())).isEqualTo(5);
    assertThat(day(result.outcomes().get(1).unableToPay())).isEqualTo(6);
    assertThat(day(result.outcomes().get(0).insolvent())).isZero();
    assertThat(result.outcomes().get(2).first().hits()).isEqualTo(1);
    assertThat(result.outcomes().get(1).first().hits()).isZero();
    assertThat(result.nobody().hits()).isZero();
  }

  @Test
  void shouldLetTheOpaqueGoOnWhereTheWatchedIsClosed() {
    for (boolean isClosed : new boolean[] {false, true}) {
      CreditSystem system =
          Systems.of(
              List.of(MONEY),
              List.of(watched(0), isClosed ? watched(40) : opaque(40)),
              List.of(due(0, 1, 100, 30)));
      SurvivalResult.Outcome outcome = onePath(system, 40).outcomes().get(1);
      assertThat(day(outcome.insolvent())).isEqualTo(1);
      assertThat(day(outcome.unableToPay())).isEqualTo(isClosed ? 1 : 30);
    }
  }

  @Test
  void shouldBeUnableToPayThoughSolventWhereNothingCanBeSoldInTime() {
    // 100 units at 1, but selling all of them into a depth of 10 brings less than 10.
    CreditSystem system =
        Systems.of(
            List.of(MONEY, still(1, 10)),
            List.of(watched(0, 0), opaque(0, 100)),
            List.of(due(0, 1, 50, 3)));
    SurvivalResult result = onePath(system, 5);
    assertThat(day(result.outcomes().get(1).unableToPay())).isEqualTo(3);
    assertThat(day(result.outcomes().get(1).insolvent())).isEqualTo(3);
  }

  @Test
  void shouldSellTheLoanThatAnotherSaleHasBroughtOverItsTrigger() {
    // Party 1 is over its trigger; its sale of 30 takes the price to e^-0.3, which breaks party 2.
    CreditSystem spiral =
        Systems.of(
            List.of(MONEY, still(1, 100)),
            List.of(watched(200, 0), watched(0, 30), watched(0, 100)),
            List.of(secured(1, 25, 30, 0.8), secured(2, 70, 100, 0.8)));
    SurvivalResult result = onePath(spiral, 2);
    assertThat(day(result.outcomes().get(1).insolvent())).isZero();
    assertThat(day(result.outcomes().get(2).unableToPay())).isEqualTo(1);
    CreditSystem deeper = spiral.withAssets(List.of(MONEY, still(1, 1_000)));
    assertThat(onePath(deeper, 2).nobody().hits()).isEqualTo(1);
  }

  @Test
  void shouldOweNothingBeyondTheCollateralWithoutRecourse() {
    for (double recourse : new double[] {0, 1}) {
      Debt.Security security = new Debt.Security(1, 50, 0.9, recourse);
      CreditSystem system =
          Systems.of(
              List.of(MONEY, still(1, DEEP)),
              List.of(watched(200, 0), opaque(0, 50)),
              List.of(new Debt(0, 1, 0, 80, 0, 0, security)));
      assertThat(day(onePath(system, 1).outcomes().get(1).unableToPay()))
          .isEqualTo(recourse == 0 ? 0 : 1);
    }
  }

  @Test
  void shouldPayWithdrawalsInKindAsLongAsTheCoinsAreThere() {
    // Customers are owed 100 coins and take a tenth of the rest each day; 40 are there, and no
    // money.
    Debt deposits = new Debt(0, 1, 1, 100, 0.1, 0, Debt.Security.NONE);
    CreditSystem fractional =
        Systems.of(
            List.of(MONEY, still(7, 10)), List.of(watched(0, 0), opaque(0, 40)), List.of(deposits));
    // 100 (1 - 0.9^4) = 34.4 are paid in four days, 40.95 would be in five.
    assertThat(day(onePath(fractional, 9).outcomes().get(1).unableToPay())).isEqualTo(5);
    CreditSystem matched =
        Systems.of(
            List.of(MONEY, still(7, 10)),
            List.of(watched(0, 0), opaque(0, 100)),
            List.of(deposits));
    SurvivalResult.Outcome custodian = onePath(matched, 90).outcomes().get(1);
    assertThat(day(custodian.unableToPay())).isZero();
    assertThat(day(custodian.insolvent())).isZero();
  }

  @Test
  void shouldHandOverInKindWithoutASaleWhenACustodianFailsFromOutside() {
    Debt deposits = new Debt(0, 1, 1, 100, 0, 0, Debt.Security.NONE);
    Counterparty custodian = new Counterparty(List.of(0.0, 100.0), 1 - 1e-12, true);
    CreditSystem system =
        Systems.of(
            List.of(MONEY, still(7, 10)), List.of(watched(0, 0), custodian), List.of(deposits));
    SurvivalResult result = onePath(system, 365);
    assertThat(result.outcomes().get(1).first().hits()).isEqualTo(1);
    assertThat(day(result.outcomes().get(1).unableToPay())).isZero();
    assertThat(day(result.outcomes().get(0).insolvent())).isZero();
  }

  @Test
  void shouldCountWhoFailsTogetherAsFirstTogether() {
    CreditSystem system =
        Systems.of(
            List.of(MONEY),
            List.of(watched(0), opaque(1), opaque(1), opaque(1)),
            List.of(due(0, 1, 9, 2), due(0, 2, 9, 2), due(0, 3, 9, 3)));
    SurvivalResult result = onePath(system, 3);
    assertThat(result.outcomes())
        .extracting(outcome -> outcome.first().hits())
        .containsExactly(0L, 1L, 1L, 0L);
  }

  @Test
  void shouldReportBandsThatHoldTheShare() {
    Estimate none = new Estimate(0, 100);
    assertThat(none.standardError()).isZero();
    assertThat(none.low()).isZero();
    assertThat(none.high()).isCloseTo(0.0369935, within(1e-6));
    Estimate some = new Estimate(20, 100);
    assertThat(some.standardError()).isCloseTo(0.04, within(1e-15));
    assertThat(some.low()).isCloseTo(0.1333669, within(1e-6));
    assertThat(some.high()).isCloseTo(0.2888292, within(1e-6));
  }

  @Test
  void shouldRefuseWhatDoesNotFitTogether() {
    List<Counterparty> parties = List.of(watched(0, 0), watched(0, 10));
    assertThatThrownBy(
            () -> Systems.of(List.of(MONEY, still(1, 1)), parties, List.of(secured(1, 5, 11, 0.8))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("pledged 11.0 is out of bounds");
    assertThatThrownBy(() -> Systems.of(List.of(still(1, 1)), List.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the first asset must be money");
    CreditSystem singular =
        new CreditSystem(
            List.of(MONEY, still(1, 1), still(1, 1)),
            MatrixUtils.createRealMatrix(new double[][] {{1, 0, 0}, {0, 1, 1}, {0, 1, 1}}),
            List.of(watched(0, 0, 0)),
            List.of(),
            MarketJump.NONE,
            0);
    assertThatThrownBy(() -> new SurvivalEngine(singular))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("correlation must be positive definite");
  }
}
