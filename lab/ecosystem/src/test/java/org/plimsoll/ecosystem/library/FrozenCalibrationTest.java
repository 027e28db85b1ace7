package org.plimsoll.ecosystem.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.plimsoll.ecosystem.file.LoadedScenario;
import org.plimsoll.ecosystem.file.ReadResult;
import org.plimsoll.ecosystem.file.ScenarioReader;
import org.plimsoll.ecosystem.scenario.ScoreEntry.Kind;

/// The main scenario declares nothing in its calibration that is dated after 30 June 2022.
final class FrozenCalibrationTest {
  private static final LoadedScenario MAIN =
      ((ReadResult.Loaded) ShippedScenarios.read("ftx-2022")).scenario();
  private static final String LAST_DAY = "2022-06-30";

  @Test
  void the_main_scenario_says_which_day_ends_its_calibration_and_what_was_calibrated() {
    assertThat(MAIN.scenario().calibratedTo()).contains(Instant.parse("2022-06-30T00:00:00Z"));
    assertThat(MAIN.scenario().calibration()).isNotEmpty();
    assertThat(MAIN.scenario().score()).anyMatch(row -> row.kind() == Kind.FIT);
    assertThat(MAIN.scenario().score()).anyMatch(row -> row.kind() == Kind.OOS);
  }

  @Test
  void a_figure_of_the_next_day_is_refused_with_its_line_and_column() {
    assertRefused("on: " + LAST_DAY, "on: 2022-07-01", "was calibrated on figures of 2022-07-01");
  }

  @Test
  void a_row_out_of_sample_that_calls_itself_fitted_is_refused_with_its_line_and_column() {
    assertRefused("kind: oos", "kind: fit", "a row that was used in calibration is dated 2022-");
  }

  private static void assertRefused(String said, String other, String why) {
    int at = MAIN.text().indexOf(said);
    assertThat(at).as("`%s` in the scenario", said).isPositive();
    String changed =
        MAIN.text().substring(0, at) + other + MAIN.text().substring(at + said.length());
    long line = MAIN.text().substring(0, at).lines().count();
    ReadResult read =
        new ScenarioReader(AgentCatalog.kinds())
            .read(changed.getBytes(StandardCharsets.UTF_8), "main.yaml", "main");

    assertThat(read).isInstanceOf(ReadResult.Refused.class);
    assertThat(((ReadResult.Refused) read).problems())
        .singleElement()
        .asString()
        .startsWith("main.yaml:" + line + ":")
        .contains(why);
  }
}
