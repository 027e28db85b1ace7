package org.plimsoll.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SoakOptionsTest {
  @Test
  void shouldReadWhatATallyTells() {
    SoakOptions options =
        SoakOptions.of(
            List.of(
                "--first-seed",
                "7",
                "--seeds",
                "9",
                "--threads",
                "3",
                "--pairs",
                "0",
                "--date",
                "2026-11-21",
                "--commit",
                "abc",
                "--tally",
                "t.csv"));
    assertThat(options)
        .isEqualTo(new SoakOptions(7, 9, 0, 3, 0, "2026-11-21", "abc", Optional.of("t.csv")));
  }

  @Test
  void shouldPlaceAHundredMillionOrdersUnlessTold() {
    assertThat(SoakOptions.of(List.of("--minutes", "5")).pairs()).isEqualTo(100_000_000);
  }

  @Test
  void shouldSayWhatMakesNoSense() {
    assertWrong("neither --seeds nor --minutes");
    assertWrong("--seeds says nothing", "--seeds");
    assertWrong("x is not a number", "--seeds", "x");
    assertWrong("unknown option --all", "--all", "1");
  }

  private static void assertWrong(String sentence, String... args) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SoakOptions.of(List.of(args)))
        .withMessage(sentence);
  }
}
