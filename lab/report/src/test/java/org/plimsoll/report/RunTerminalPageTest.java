package org.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunTerminalPageTest {
  private static final String PAGE = RunTerminalPage.of(InventedRun.outcome(200), "0.1");

  @Test
  void shouldSayFirstWhatCameOfIt() {
    assertThat(PAGE).startsWith("Harbor stops paying 43 hours after the letter");
  }

  @Test
  void shouldFitATerminal() {
    assertThat(PAGE.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
  }

  @Test
  void shouldShowOneEventOfAKindThatComesAgainAndAgain() {
    assertThat(PAGE)
        .contains("2020-11-20 00:00   Keel buys HBR")
        .doesNotContain("2020-12-05 06:00   Keel buys HBR")
        .contains("2022-05-09 14:00 * LUNA falls.")
        .contains("and 39 events more of the same kinds");
  }

  @Test
  void shouldShowTheScoreAndTheSwitches() {
    assertThat(PAGE)
        .contains("Out of sample: 4 of 5 rows are met; of 4 with a baseline, 2 are nearer")
        .containsPattern("Hole at filing +out +8.7 bn to 8.9 bn USD +8.4 bn USD +hit\n")
        .containsPattern("segregated-custody +0 +100% +never +never +never\n");
  }

  @Test
  void shouldEndWithTheLineThatGivesItAgain() {
    assertThat(PAGE).contains("  ./plimsoll simulate harbor --profile coarse --seed 42");
  }
}
