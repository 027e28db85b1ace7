package org.plimsoll.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFilesTest {
  @TempDir private Path folder;

  private static ResultFiles files() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("b.txt", "abc");
    texts.put("a.txt", "å");
    return new ResultFiles(texts);
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
}
