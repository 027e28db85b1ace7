package org.plimsoll.solvency.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Pv16RunsTest {
  @Test
  void pv16_diamondsNumbers() {
    DepositContract contract = new DepositContract(1.28, 2);
    assertThat(contract.latePayoff(0.25)).isCloseTo(1.813333, within(4e-7));
    assertThat(contract.runAbove()).isCloseTo(0.5625, within(1e-15));
  }

  @Test
  void pv16_optimalContract() {
    DepositContract best = DepositContract.optimal(2, 0.25, 2);
    assertThat(best.promise()).isCloseTo(1.281508965, within(1e-9));
    assertThat(best.latePayoff(0.25)).isCloseTo(1.812327358, within(1e-9));
  }

  @Test
  void pv16_mechanicalThresholds() {
    MechanicalRun run = new MechanicalRun(300, 760, 0.8, 1_000);
    assertThat(run.fireSaleAbove()).isCloseTo(0.3, within(1e-15));
    assertThat(run.insolventAbove()).isCloseTo(0.54, within(1e-14));
    assertThat(run.outOfCashAbove()).isCloseTo(0.908, within(1e-15));
    assertThat(run.recoveryAt(0.908)).isEqualTo(1);
    assertThat(run.recoveryAt(0.909)).isZero();
    assertThat(run.recoveryOnPause()).isEqualTo(1);
    assertThat(new MechanicalRun(300, 560, 0.8, 1_000).recoveryOnPause())
        .isCloseTo(0.86, within(1e-15));
  }

  @ParameterizedTest
  @CsvSource({
    "0.05, 0.25, 0.9375",
    "0.05, 0.75, 0.833333",
    "0.10, 0.50, 0.833333",
    "0.02, 0.90, 0.833333"
  })
  void pv16_globalGameThresholds(double yield, double recovery, double threshold) {
    assertThat(new WithdrawalGame(yield, recovery).panicBelow()).isCloseTo(threshold, within(4e-7));
  }

  @Test
  void pv16_gateTakesEightDays() {
    assertThat(new WithdrawalGate(0.05, 0).days(0.4)).isEqualTo(8);
    assertThat(new WithdrawalGate(0.05, 0).daysOfFright(0.4)).isZero();
    assertThat(new WithdrawalGate(0.05, 0.3).days(0.4)).isEqualTo(14);
    assertThat(new WithdrawalGate(0.05, 0.3).daysOfFright(0.4)).isEqualTo(6);
    assertThat(new WithdrawalGate(0.1, 0).days(0.1 + 0.2)).isEqualTo(3);
  }

  @Test
  void shouldNeverBecomeInsolventBySellingAtMark() {
    assertThat(new MechanicalRun(300, 760, 1, 1_000).insolventAbove()).isInfinite();
  }

  @Test
  void shouldRefuseWhatCannotBe() {
    assertThatThrownBy(() -> new MechanicalRun(300, 760, 0, 1_000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("discount 0.0 is out of bounds");
    assertThatThrownBy(() -> new DepositContract(1.2, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new WithdrawalGate(0, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
