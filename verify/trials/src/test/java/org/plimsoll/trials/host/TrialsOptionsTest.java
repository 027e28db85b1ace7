package org.plimsoll.trials.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrialsOptionsTest {
  @Test
  void shouldReadEveryOption() {
    TrialsOptions options =
        TrialsOptions.of(
            List.of(
                "--first-seed",
                "7",
                "--seeds",
                "8",
                "--minutes",
                "9",
                "--threads",
                "3",
                "--date",
                "2026-11-21",
                "--commit",
                "abc",
                "--tally",
                "file.csv"));
    assertThat(options.firstSeed()).isEqualTo(7);
    assertThat(options.seeds()).isEqualTo(8);
    assertThat(options.minutes()).isEqualTo(9);
    assertThat(options.threads()).isEqualTo(3);
    assertThat(options.date()).isEqualTo("2026-11-21");
    assertThat(options.commit()).isEqualTo("abc");
    assertThat(options.tally()).contains("file.csv");
    assertThat(TrialsOptions.of(List.of("--trial", "5")).trial()).contains(5L);
    assertThat(TrialsOptions.of(List.of("--script", "x")).script()).contains("x");
  }

  @Test
  void shouldSayWhatMakesNoSense() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TrialsOptions.of(List.of("--seeds")))
        .withMessage("--seeds says nothing");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TrialsOptions.of(List.of("--seeds", "many")))
        .withMessage("many is not a number");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TrialsOptions.of(List.of("--colour", "red")))
        .withMessage("unknown option --colour");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TrialsOptions.of(List.of("--first-seed", "1")))
        .withMessage("neither a trial nor --seeds nor --minutes");
  }
}
