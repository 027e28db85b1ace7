package org.plimsoll.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/// Does what the tutorial says, in one shell, with what its reader writes into it.
@Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class FirstExchangeTest {
  private static final Path PAGE = Path.of("docs/tutorial/first-exchange.md");
  private static final Pattern COMMANDS = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path directory;

  @Test
  void everyCommandOfTheTutorialWorks() throws Exception {
    for (String program : List.of("bash", "curl", "openssl", "python3")) {
      assumeTrue(isThere(program), "the tutorial needs " + program);
    }
    assertThat(Files.readString(PAGE)).contains("./plimsoll serve --populate --admin-port 8081");
    try (Serving serving =
        new Serving(directory.resolve("venue"), "--populate", "--admin-port", "0")) {
      awaitQuotes(serving);
      String said = run(script(serving));
      assertThat(said)
          .contains("\"name\":\"BTC-PERP\"")
          .contains("\"netSize\":0.1")
          .contains("round 10: mark ")
          .containsPattern("done: [0-9]+ fills, position ")
          .contains("10,000 USD have become a position of ")
          .containsPattern("Liquidated in [0-9]+ steps: stage, ")
          .contains("(venue) is sound")
          .endsWith("[]");
      assertThat(serving.terminate()).isEqualTo(ExitCode.SOUND.number());
    }
  }

  private static String script(Serving serving) throws Exception {
    String commands =
        COMMANDS
            .matcher(Files.readString(PAGE))
            .results()
            .map((MatchResult block) -> block.group(1))
            .reduce("set -e\n", String::concat);
    return commands
        .replace("http://127.0.0.1:8080", serving.url())
        .replace("http://127.0.0.1:8081", serving.adminUrl())
        .replace("the-key-that-was-printed", serving.key().text())
        .replace("the-secret-that-was-printed", serving.key().secret())
        .replace("the-operators-key", serving.operator(1).text())
        .replace("the-operators-secret", serving.operator(1).secret());
  }

  private String run(String script) throws Exception {
    Path said = directory.resolve("said.txt");
    Process shell =
        new ProcessBuilder("bash", "-c", script)
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    int exitCode = shell.waitFor();
    String text = Files.readString(said, UTF_8);
    assertThat(exitCode).as(text).isZero();
    return text;
  }

  /// Waits until both sides of the market can be taken, as whoever reads the page has by then.
  private static void awaitQuotes(Serving serving) throws Exception {
    Pattern quoted = Pattern.compile("\"bids\":\\[\\[.*\"asks\":\\[\\[");
    String book = serving.url() + "/api/markets/BTC-PERP/orderbook?depth=1";
    while (!quoted.matcher(serving.get(book).body()).find()) {
      Thread.sleep(100);
    }
    // The signature is of a whole second, which must be one after the start.
    Thread.sleep(2_000);
  }

  private static boolean isThere(String program) {
    return Stream.of(System.getenv("PATH").split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
