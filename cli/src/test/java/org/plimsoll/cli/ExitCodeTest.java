package org.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ExitCodeTest {
  @Test
  void shouldKeepItsNumbersForEver() {
    assertThat(Arrays.stream(ExitCode.values()).map(code -> code.number() + " " + code))
        .containsExactly(
            "0 SOUND",
            "1 INTERNAL_ERROR",
            "2 USAGE",
            "3 INSOLVENT",
            "4 INVALID_INPUT",
            "5 STOPPED");
  }
}
