package org.plimsoll.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir private Path folder;

  @Test
  void shouldReplaceAFileAndLeaveNothingElseBehind() throws IOException {
    Path file = Files.writeString(folder.resolve("book.yaml"), "old and longer");
    WholeFile.write(file, "å");
    assertThat(Files.readString(file)).isEqualTo("å");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void shouldWriteThroughASymbolicLink() throws IOException {
    Path file = Files.writeString(folder.resolve("target"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    WholeFile.write(link, "new");
    assertThat(link).isSymbolicLink();
    assertThat(Files.readString(file)).isEqualTo("new");
  }

  @Test
  void shouldLeaveADeviceADevice() throws IOException {
    Path device = Path.of("/dev/null");
    WholeFile.write(device, "gone");
    assertThat(Files.isRegularFile(device)).isFalse();
  }

  @Test
  void shouldSayThatThereIsNoFolderForIt() {
    assertThatThrownBy(() -> WholeFile.write(folder.resolve("none/book.yaml"), "text"))
        .isInstanceOf(NoSuchFileException.class);
  }
}
