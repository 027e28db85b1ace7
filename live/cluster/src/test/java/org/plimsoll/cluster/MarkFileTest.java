package org.plimsoll.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkFileTest {
  @TempDir private Path directory;

  @Test
  void shouldDeleteOneThatWasNeverWritten() throws IOException {
    Path empty = Files.createFile(directory.resolve("archive-mark.dat"));
    Path zeros = Files.write(directory.resolve("cluster-mark.dat"), new byte[8_192]);

    assertThat(MarkFile.in(directory))
        .extracting(MarkFile::state)
        .containsExactly(MarkFile.State.STRANDED, MarkFile.State.STRANDED);
    for (MarkFile mark : MarkFile.in(directory)) {
      mark.release();
    }
    assertThat(empty).doesNotExist();
    assertThat(zeros).doesNotExist();
  }

  @Test
  void shouldForgetOnlyWhenOneWasAliveLast() throws IOException {
    byte[] bytes = new byte[8_192];
    ByteBuffer.wrap(bytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(8, 1)
        .putLong(16, 1_234)
        .put(100, (byte) 7);
    Path file = Files.write(directory.resolve("cluster-mark-service-0.dat"), bytes);

    MarkFile mark = MarkFile.in(directory).getFirst();
    assertThat(mark.state()).isEqualTo(MarkFile.State.LEFT_BEHIND);
    assertThat(mark.activeMs()).isEqualTo(1_234);
    mark.release();
    assertThat(MarkFile.in(directory).getFirst().activeMs()).isZero();
    assertThat(Files.readAllBytes(file)[100]).isEqualTo((byte) 7);
  }
}
