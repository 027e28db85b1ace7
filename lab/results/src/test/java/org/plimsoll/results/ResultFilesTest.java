package org.plimsoll.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFilesTest {
  @TempDir private Path folder;

  private static ResultFiles files() {
    ResultFiles files = new ResultFiles();
    files.add("b.txt", "abc");
    files.add("a.txt", "å");
    return files;
  }

  @Test
  void shouldHashTheBytesOfEachFile() {
    assertThat(files().entries())
        .containsExactly(
            new Manifest.Entry(
                "b.txt", 3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            new Manifest.Entry(
                "a.txt", 2, "e83979df9d36090142f23051f8e8d7ad48e5c20dff5c9e7b92ca3454f67469f9"));
  }

  @Test
  void shouldWriteInUtf8AndMakeTheFolder() throws IOException {
    Path made = folder.resolve("deep/er");
    files().writeTo(made);
    assertThat(Files.readAllBytes(made.resolve("a.txt"))).hasSize(2);
    assertThat(Files.readString(made.resolve("b.txt"))).isEqualTo("abc");
  }

  @Test
  void shouldSayWhatTheFilesCameFrom() {
    String json =
        new Manifest("0.1", "levine-8", "ff00", "plimsoll assess levine-8", files().entries())
            .json();
    assertThat(json)
        .startsWith("{\n  \"plimsoll_version\" : \"0.1\",\n  \"book\" : \"levine-8\",\n")
        .contains("\"command\" : \"plimsoll assess levine-8\"")
        .contains("\"name\" : \"b.txt\",\n      \"bytes\" : 3,\n      \"sha256\" : \"ba7816bf");
  }

  @Test
  void shouldReplaceItsOwnFilesAndLeaveOthersAlone() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "old");
    Files.writeString(folder.resolve("mine.txt"), "kept");
    files().writeTo(folder);
    assertThat(names(folder)).containsExactly("a.txt", "b.txt", "mine.txt");
    assertThat(Files.readString(folder.resolve("a.txt"))).isEqualTo("å");
    assertThat(Files.readString(folder.resolve("mine.txt"))).isEqualTo("kept");
  }

  @Test
  void shouldChangeNothingWhenOneFileCannotBeReplaced() throws IOException {
    Files.writeString(folder.resolve("b.txt"), "old");
    Files.createDirectory(folder.resolve("a.txt"));
    assertThatThrownBy(() -> files().writeTo(folder))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(Files.readString(folder.resolve("b.txt"))).isEqualTo("old");
    assertThat(names(folder)).containsExactly("a.txt", "b.txt");
  }

  @Test
  void shouldTakeNoTwoFilesOfOneName() {
    ResultFiles files = files();
    assertThatThrownBy(() -> files.add("b.txt", "again"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("b.txt");
  }

  @Test
  void shouldLeaveWholeFilesBehindWhenItIsKilled() throws IOException, InterruptedException {
    for (int kill = 0; kill < 4; kill++) {
      Path out = folder.resolve("out-" + kill);
      Process writer = EndlessWriter.start(out);
      try (var said = writer.inputReader()) {
        for (int set = 0; set <= kill; set++) {
          assertThat(said.readLine()).isEqualTo("written");
        }
      }
      writer.destroyForcibly().waitFor();
      for (String name : EndlessWriter.NAMES) {
        assertThat(Files.readString(out.resolve(name)))
            .isIn(EndlessWriter.text('a'), EndlessWriter.text('b'));
      }
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
