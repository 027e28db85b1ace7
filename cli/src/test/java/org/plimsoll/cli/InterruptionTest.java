package org.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class InterruptionTest {
  /// More than any pipe holds: when all of it is written, the program is reading.
  static final byte[] BEGINNING_OF_A_BOOK =
      "# a book that never ends\n".repeat(8_000).getBytes(StandardCharsets.UTF_8);

  @Test
  void shouldEndWithItsOwnCodeWhenStoppedFromOutside() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Plimsoll.class.getName(),
                "assess",
                "-")
            .start();
    process.getOutputStream().write(BEGINNING_OF_A_BOOK);
    process.getOutputStream().flush();
    process.toHandle().destroy();
    assertThat(process.waitFor()).isEqualTo(ExitCode.STOPPED.number());
    assertThat(process.getErrorStream()).asString(StandardCharsets.UTF_8).contains("stopped");
    assertThat(process.getInputStream()).asString(StandardCharsets.UTF_8).isEmpty();
  }
}
