package org.plimsoll.bench.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelineContestTest {
  @Test
  void shouldReadAStreamAsItWasWritten(@TempDir Path folder) throws Exception {
    OrderStream stream =
        StreamRecorder.record(
            Regime.SWING_25, OrderDraw.UNIFORM, 50, 2_000, new AccountDraw(10, false), 1);
    Path file = folder.resolve("stream");
    StreamFile.write(new StreamFile.Recorded(stream, 10), file);
    StreamFile.Recorded read = StreamFile.read(file);
    assertThat(read.accounts()).isEqualTo(10);
    assertThat(read.stream()).usingRecursiveComparison().isEqualTo(stream);
  }

  @Test
  void shouldRunTheHostAloneWhereThereIsNoJdk17(@TempDir Path folder) throws Exception {
    Choice few = Choice.of("commands=2000", "rounds=2", "warmups=0");
    List<RatesInTurn.Score> scores = new PipelineContest(few, folder).run();
    assertThat(scores).singleElement().matches(score -> score.lowest() > 0);
  }

  @Test
  void shouldSayWhyAProcessEndedEarly(@TempDir Path folder) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    try (PassProcess none =
        new PassProcess(List.of(java, "NoSuchProgram"), folder.resolve("errors.txt"))) {
      assertThatThrownBy(() -> none.pass(folder)).hasMessageContaining("NoSuchProgram");
    }
  }
}
