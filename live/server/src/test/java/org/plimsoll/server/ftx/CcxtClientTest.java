package org.plimsoll.server.ftx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.server.keys.Issued;

/// ccxt 2.1.71, as it was published, trades on the sandbox. It needs `node` and `npm`, which
/// `./check --all` asks for; run otherwise and without them, it is skipped.
@Tag("clients")
class CcxtClientTest {
  private static final Path CLIENTS = Path.of("src/test/clients");

  @TempDir private Path directory;

  @BeforeEach
  void install() throws Exception {
    assumeTrue(isThere("node") && isThere("npm"), "ccxt needs node and npm");
    for (String file :
        List.of("package.json", "package-lock.json", "session.js", "rest.js", "stream.js")) {
      Files.copy(CLIENTS.resolve(file), directory.resolve(file));
    }
    run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
  }

  @Test
  void shouldRunAWholeSessionOverRest() throws Exception {
    try (SandboxServer server =
        new SandboxServer(Files.createDirectory(directory.resolve("venue")))) {
      String said =
          run("node", "rest.js", server.base(), server.key().key(), server.key().secret());
      assertThat(said).contains("done 2.1.71").doesNotContain("not ok");
      assertThat(server.counts().failed()).isZero();
    }
  }

  @Test
  void shouldKeepOrderBooksWhoseChecksumsHold() throws Exception {
    try (SandboxServer server =
        new SandboxServer(Files.createDirectory(directory.resolve("venue")))) {
      Issued one = server.key();
      Issued other = server.otherKey();
      String said =
          run(
              "node",
              "stream.js",
              server.base(),
              one.key(),
              one.secret(),
              other.key(),
              other.secret());
      assertThat(said).contains("done 2.1.71").doesNotContain("not ok");
      assertThat(server.counts().failed()).isZero();
    }
  }

  private static boolean isThere(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /// Runs a program in the directory of the test, and returns what it says.
  private String run(String... words) throws IOException, InterruptedException {
    Path said = directory.resolve("said.txt");
    Process process =
        new ProcessBuilder(words)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    int code = process.waitFor();
    String text = Files.readString(said, UTF_8);
    String command = Stream.of(words).limit(2).toList().toString();
    assertThat(code).as(command + "\n" + text).isZero();
    return text;
  }
}
