package org.plimsoll.ecosystem.agent.depositor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.plimsoll.ecosystem.SmallEconomy.HOUR_NS;
import static org.plimsoll.ecosystem.SmallEconomy.START_NS;
import static org.plimsoll.ecosystem.SmallEconomy.USD;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.ecosystem.Economy;
import org.plimsoll.ecosystem.agent.SmallSetting;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.solvency.run.DepositContract;
import org.plimsoll.solvency.run.WithdrawalGame;

final class RunGamesTest {
  private static final int ROUNDS = 20_000;

  record Round(double coverage, boolean survived) {}

  /// The coverage at which the venue fails is that of the theory, within two percent of claims,
  /// wherever depositors begin.
  @ParameterizedTest
  @CsvSource({"0.05, 0.25, 0.7", "0.05, 0.25, 1.1", "0.1, 0.5, 0.7", "0.05, 0.75, 1.1"})
  void depositors_who_know_no_theory_find_the_threshold(
      double yield, double recovery, double firstCutoff) {
    Setting setting = SmallSetting.create(11);
    SmallSetting.join(setting, new CoverageGames(), "game", game(yield, recovery, firstCutoff));
    SmallSetting.run(setting, ROUNDS / 2);
    List<Round> rounds = new ArrayList<>();
    for (int round = ROUNDS / 2; round <= ROUNDS; round++) {
      setting.economy().simulation().runUntil(START_NS + round * HOUR_NS);
      rounds.add(
          new Round(
              latest(setting.economy(), "coverage-millionths") / 1e6,
              latest(setting.economy(), "survived") == 1));
    }

    assertThat(failsBelow(rounds))
        .isCloseTo(new WithdrawalGame(yield, recovery).panicBelow(), within(0.02));
    assertThat(setting.economy().ledger().sum(USD)).isZero();
  }

  /// Returns the coverage that parts the failures of the second half from what survived, with the
  /// fewest on the wrong side.
  private static double failsBelow(List<Round> rounds) {
    int best = Integer.MAX_VALUE;
    double where = 0;
    for (double candidate = 0.5; candidate < 1.2; candidate += 0.002) {
      int wrong = 0;
      for (Round round : rounds) {
        wrong += round.survived() == round.coverage() < candidate ? 1 : 0;
      }
      if (wrong < best) {
        best = wrong;
        where = candidate;
      }
    }
    assertThat(best).isLessThan(ROUNDS / 40);
    return where;
  }

  @Test
  void nothing_but_belief_lies_between_peace_and_a_run() {
    double threshold = new DepositContract(1.28, 2).runAbove();
    assertThat(threshold).isEqualTo(0.5625);
    for (int percent = 0; percent <= 100; percent++) {
      Economy economy = run(percent / 100.0, false);
      assertThat(latest(economy, "leavers")).isEqualTo(percent / 100.0 > threshold ? 100 : 25);
    }
  }

  @Test
  void in_peace_who_waits_has_more_and_in_a_run_the_last_have_nothing() {
    Economy peace = run(0.25, false);
    assertThat(latest(peace, "paid")).isEqualTo(25);
    assertThat(latest(peace, "late-millionths")).isEqualTo(1_813_333);
    Economy panic = run(0.6, false);
    // A hundred dollars pay 78 promises of 1.28.
    assertThat(latest(panic, "paid")).isEqualTo(78);
    assertThat(latest(panic, "leavers")).isEqualTo(100);
  }

  @Test
  void suspension_at_the_known_early_share_removes_the_run() {
    Economy economy = run(1, true);
    assertThat(latest(economy, "leavers")).isEqualTo(25);
    assertThat(latest(economy, "late-millionths")).isEqualTo(1_813_333);
  }

  private static Economy run(double believed, boolean suspends) {
    Setting setting = SmallSetting.create(1);
    DepositRunTerms terms =
        new DepositRunTerms(
            "customers", 100, 1_000, 1.28, 2, 0.25, believed, suspends, 1, "bank", "affiliate");
    SmallSetting.join(setting, new DepositRuns(), "depositors", terms);
    SmallSetting.run(setting, 3);
    assertThat(setting.economy().ledger().sum(USD)).isZero();
    return setting.economy();
  }

  private static long latest(Economy economy, String topic) {
    return economy.bulletin().latest(topic, economy.simulation().nowNs()).value();
  }

  private static CoverageGameTerms game(double yield, double recovery, double firstCutoff) {
    return new CoverageGameTerms(
        "customers",
        100,
        1_000,
        yield,
        recovery,
        0.1,
        0.5,
        1.2,
        firstCutoff,
        0.05,
        1,
        "bank",
        "affiliate");
  }
}
