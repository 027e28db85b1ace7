package org.plimsoll.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.protocol.Request;

/// The same history gives the same states and the same bytes under every collector and compiler.
class SameHashLaws {
  private static final int HISTORIES = 100;
  private static final int SHORTER = 20;

  @TempDir private static Path folder;

  private static Path recorded = Path.of("");
  private static Path shorter = Path.of("");

  @BeforeAll
  static void recordHistories() throws IOException {
    recorded = record("recorded", HISTORIES);
    shorter = record("shorter", SHORTER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-XX:+UseSerialGC", "-XX:+UseParallelGC", "-XX:+UseG1GC", "-XX:+UseZGC"})
  void everyCollectorComesToTheSameHash(String collector) throws Exception {
    assertThat(hashUnder(collector, recorded)).isEqualTo(hashHere(recorded));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Xint", "-XX:TieredStopAtLevel=1", "-XX:-TieredCompilation"})
  void everyCompilerComesToTheSameHash(String compiler) throws Exception {
    assertThat(hashUnder(compiler, shorter)).isEqualTo(hashHere(shorter));
  }

  @Test
  void anotherHistoryHasAnotherHash() throws IOException {
    assertThat(hashHere(recorded)).isNotEqualTo(hashHere(shorter));
  }

  private static Path record(String name, int histories) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      for (long seed = 1; seed <= histories; seed++) {
        CommandGen gen = new CommandGen(new Seeds(seed), new NaiveVenue(VenueLaws.SIZES));
        List<Request> history = new ArrayList<>();
        for (int i = 0; i < Campaign.length(1); i++) {
          history.add(gen.next().request());
        }
        ReplayHash.write(history, out);
      }
    }
    return file;
  }

  private static String hashHere(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Long.toHexString(ReplayHash.of(in));
    }
  }

  /// The heap is so small that every collector has something to do.
  private static String hashUnder(String flag, Path file) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                flag,
                "-Xmx32m",
                "-cp",
                System.getProperty("java.class.path"),
                ReplayHash.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String hash = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return hash.strip();
  }
}
