package org.plimsoll.ecosystem.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plimsoll.ecosystem.exchange.CommandListener;
import org.plimsoll.ecosystem.outcome.Outcome;
import org.plimsoll.ecosystem.outcome.ScoreRow;
import org.plimsoll.ecosystem.outcome.Series;
import org.plimsoll.ecosystem.run.Histories;
import org.plimsoll.ecosystem.run.RunOptions;
import org.plimsoll.ecosystem.scenario.TickPlan.Profile;

/// Runs of the sample scenario: what is recorded, and what settings and switches change.
class LoadedScenarioTest {
  private static final LoadedScenario SCENARIO = SampleScenario.good();

  private static Outcome run(
      List<String> switches, Map<String, String> settings, Optional<Instant> branchAt) {
    RunOptions options =
        new RunOptions(
            3,
            Profile.COARSE,
            Optional.empty(),
            branchAt,
            Histories.NONE,
            CommandListener.NOBODY,
            (_, _, _, _) -> {});
    return SCENARIO.run(options, new LoadedScenario.Changes(switches, settings, "x"));
  }

  private static Outcome run() {
    return run(List.of(), Map.of(), Optional.empty());
  }

  private static Series series(Outcome outcome, String name) {
    return outcome.series().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void shouldGiveTheSameBytesForTheSameSeed() {
    assertThat(run().stateHash()).isEqualTo(run().stateHash());
    assertThat(SCENARIO.run(3, Map.of()).stateHash()).isEqualTo(run().stateHash());
    assertThat(SCENARIO.run(4, Map.of()).stateHash()).isNotEqualTo(run().stateHash());
  }

  @Test
  void shouldMeetRecordedPricesAndBridgeThemInBetween() {
    Series index = series(run(), "index-BTC");
    assertThat(index.values()[0]).isEqualTo(46_000);
    assertThat(index.values()[12]).isEqualTo(44_000);
    assertThat(index.values()[6]).isNotCloseTo(45_000, org.assertj.core.api.Assertions.within(1.0));
    assertThat(index.values()[16]).isEqualTo(44_000);
  }

  @Test
  void shouldLetEventsHappen() {
    Outcome outcome = run();
    assertThat(outcome.flags()).extracting(flag -> flag.kind()).containsExactly("news", "gate");
    Series holdings = series(outcome, "holdings-maker");
    assertThat(holdings.values()[9]).isEqualTo(10_000_700);
    assertThat(holdings.values()[10]).isEqualTo(10_000_400);
    assertThat(outcome.commands()).isGreaterThan(500);
  }

  @Test
  void shouldExplainEverybodysWealthAndScoreWhatItSays() {
    Outcome outcome = run();
    assertThat(outcome.wealth()).isNotEmpty();
    assertThat(outcome.scores())
        .singleElement()
        .satisfies(row -> {
          assertThat(row.isFit()).isTrue();
          assertThat(row.simulated()).isEqualTo(44_000);
          assertThat(row.verdict()).isEqualTo(ScoreRow.Verdict.OPEN);
        });
  }

  @Test
  void shouldChangeWithASettingOrASwitch() {
    assertThat(run(List.of("calm"), Map.of(), Optional.empty()).stateHash())
        .isEqualTo(
            run(List.of(), Map.of("agents.maker.latency-ms", "1000"), Optional.empty()).stateHash())
        .isNotEqualTo(run().stateHash());
    Outcome flat = run(List.of(), Map.of("prices.BTC", "{constant: 50000}"), Optional.empty());
    assertThat(series(flat, "index-BTC").values()).containsOnly(50_000.0);
  }

  @Test
  void shouldBranchOffWithoutAChangeAsIfItHadNot() {
    Instant at = Instant.parse("2022-01-02T06:00:00Z");
    assertThat(run(List.of(), Map.of(), Optional.of(at)).stateHash()).isEqualTo(run().stateHash());
  }

  @Test
  void shouldLetASwitchActFromTheBranchOn() {
    Instant at = Instant.parse("2022-01-02T06:00:00Z");
    Outcome late = run(List.of("calm"), Map.of(), Optional.of(at));
    assertThat(late.stateHash())
        .isNotEqualTo(run().stateHash())
        .isNotEqualTo(run(List.of("calm"), Map.of(), Optional.empty()).stateHash());
    assertThat(series(late, "index-BTC").timesNs()).isEqualTo(series(run(), "index-BTC").timesNs());
    assertThat(late.flags()).hasSize(2);
    assertThat(run(List.of("apart"), Map.of(), Optional.of(at)).switches())
        .containsExactly("apart");
  }

  @Test
  void shouldRefuseABranchWithOtherPeople() {
    assertThatThrownBy(() ->
            run(
                List.of(),
                Map.of("agents.noise-#.count", "4"),
                Optional.of(Instant.parse("2022-01-02T00:00:00Z"))))
        .hasMessageContaining("a branch has the parties, accounts and agents of the scenario");
  }

  @Test
  void shouldNameTheSettingThatMakesNoSense() {
    assertThatThrownBy(() -> SCENARIO.run(1, Map.of("agents.makr.aversion", "1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--set agents.makr.aversion")
        .hasMessageContaining("did you mean `maker`?");
    assertThatThrownBy(() -> SCENARIO.run(1, Map.of("agents.maker.aversion", "lots")))
        .hasMessageContaining(
            "--set agents.maker.aversion:1:1: `aversion` is `lots`, which is not a number");
  }
}
