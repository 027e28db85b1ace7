package org.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The same book and seed give the same bytes, whichever collector, compiler, locale, time zone and
/// number of processors the machine has.
class SameBytesLaws {
  private static String expected = "";

  @BeforeAll
  static void runOnce() throws IOException, InterruptedException {
    expected = answer("-XX:+UseSerialGC");
  }

  @Test
  void theAnswerHasEveryKindOfModelInIt() {
    assertThat(expected)
        .contains("load_lines", "breaking_insolvent_at_mark", "likely_insolvent", "defaults");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-XX:+UseParallelGC",
        "-XX:+UseG1GC",
        "-XX:+UseZGC",
        "-XX:ActiveProcessorCount=1",
        "-XX:ActiveProcessorCount=5",
        "-XX:TieredStopAtLevel=1",
        "-Duser.language=tr",
        "-Duser.timezone=Pacific/Kiritimati"
      })
  void theSameBytesComeOutOnAnyMachine(String flag) throws IOException, InterruptedException {
    assertThat(answer(flag)).isEqualTo(expected);
  }

  private static String answer(String flag) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                flag,
                "-cp",
                System.getProperty("java.class.path"),
                Plimsoll.class.getName(),
                "stress",
                "ftx-2022-11-02",
                "--shock",
                "FTT=-20%",
                "--depth",
                "0.5",
                "--reverse",
                "--horizon",
                "10d",
                "--paths",
                "1200",
                "--json")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isEqualTo(ExitCode.INSOLVENT.number());
    return answer;
  }
}
