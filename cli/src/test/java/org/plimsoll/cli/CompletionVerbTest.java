package org.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionVerbTest {
  @TempDir private Path folder;

  private static String script(String shell) {
    StringWriter out = new StringWriter();
    int exitCode =
        Plimsoll.run(
            new String[] {"completion", shell}, new PrintWriter(out), new PrintWriter(out));
    assertThat(exitCode).isZero();
    return out.toString();
  }

  private String bash(String... arguments) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("completion"), script("bash"));
    ProcessBuilder builder = new ProcessBuilder("bash", "--norc");
    builder.command().addAll(List.of(arguments));
    builder.environment().put("SCRIPT", file.toString());
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said.strip();
  }

  private String completed(String words, int index) throws IOException, InterruptedException {
    return bash(
        "-c",
        "source \"$SCRIPT\"; COMP_WORDS=("
            + words
            + "); COMP_CWORD="
            + index
            + "; _complete_plimsoll 2>/dev/null; echo ${COMPREPLY[@]}");
  }

  @Test
  void shouldBeAScriptThatBashUnderstands() throws Exception {
    assertThat(bash("-n", folder.resolve("completion").toString())).isEmpty();
  }

  @Test
  void shouldCompleteVerbsOptionsAndKinds() throws Exception {
    assertThat(completed("plimsoll asse", 1)).isEqualTo("assess");
    assertThat(completed("plimsoll assess --fai", 2)).isEqualTo("--fail-on");
    assertThat(completed("plimsoll", 1)).contains("assess", "doctor", "explain");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh"})
  void shouldBeTheSameScriptEachTime(String shell) {
    assertThat(script(shell)).isEqualTo(script(shell)).contains("bashcompinit");
  }
}
