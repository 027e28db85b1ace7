package org.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AnswerStreamTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int assessInto(String failure) {
    OutputStream refusing =
        new OutputStream() {
          @Override
          public void write(int single) throws IOException {
            throw new IOException(failure);
          }
        };
    return Plimsoll.run(new String[] {"assess", "healthy-exchange"}, refusing, err);
  }

  @Test
  void shouldNotEndSoundWhenTheAnswerCouldNotBeWritten() {
    assertThat(assessInto("No space left on device")).isEqualTo(ExitCode.USAGE.number());
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("plimsoll: cannot write the answer: ")
        .contains("No space left on device");
  }

  @Test
  void shouldKeepItsAnswerWhenTheReaderHasSeenEnough() {
    assertThat(assessInto("Broken pipe")).isEqualTo(ExitCode.SOUND.number());
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
  }
}
