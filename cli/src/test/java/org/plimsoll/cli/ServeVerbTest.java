package org.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What `serve` says before it opens, and why it does not open.
class ServeVerbTest {
  private static final String SMALL =
      """
      venue: 1
      title: A small exchange
      approval: {reason: test, granter: one, second-granter: two}
      locations: [{name: bank, kind: bank}]
      assets: [{name: USD, decimals: 6, location: bank}]
      custody: segregated
      accounts: [{name: trader, deposits: {USD: 100}}]
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir private Path directory;

  @Test
  void aGoodFileIsSummedUpAndNothingIsStarted() throws Exception {
    Path file = Files.writeString(directory.resolve("small.yaml"), SMALL);
    assertThat(serve("--check", "--venue", file.toString())).isEqualTo(ExitCode.SOUND);
    assertThat(out.toString())
        .startsWith("A small exchange\n  assets    1: USD\n")
        .contains("http://127.0.0.1:8080, for this machine only");
    assertThat(err.toString()).isEmpty();
    assertThat(directory.resolve("data")).doesNotExist();
  }

  @Test
  void aMistakeInAFileIsToldWithItsPlaceByACheckAndByAStart() throws Exception {
    Path file = directory.resolve("wrong.yaml");
    Files.writeString(file, SMALL.replace("kind: bank", "kind: cellar"));
    String place = file + ":4:32: ";
    assertThat(serve("--check", "--venue", file.toString())).isEqualTo(ExitCode.INVALID_INPUT);
    assertThat(err.toString()).startsWith(place).hasLineCount(1);
    assertThat(serve("--venue", file.toString())).isEqualTo(ExitCode.INVALID_INPUT);
    assertThat(err.toString()).startsWith(place).hasLineCount(2);
    assertThat(out.toString()).isEmpty();
    assertThat(directory.resolve("data")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "--port=70000 | --port: 70000 is none; give 0 to 65535",
        "--admin-port=-1 | --admin-port: -1 is none; give 0 to 65535",
        "--host=0.0.0.0 | --host: 0.0.0.0 is open to other machines",
        "--tls-key=key.pem | --tls-certificate and --tls-key go together",
        "--store=mysql://here | --store: it begins with neither jdbc:postgresql: nor jdbc:sqlite:",
        "--clock=soon | 'soon' is no pace",
        "--cluster=here | 'here' are no nodes; give HOST:PORT for each, with commas",
        "--client=2 | --client: only servers of a --cluster have one",
        "--cluster=a:9000 --client=0 | --client: 0 is none; give 1 to",
        "--cluster=a:9000 --clock=manual | --clock: the time of a cluster is in its log",
        "--fault=rain=1 | rain",
        "--nonsense | Unknown option: '--nonsense'"
      })
  void aWrongOptionIsNamed(String option, String sentence) {
    assertThat(serve(option.split(" ", -1))).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString().lines().findFirst().orElseThrow())
        .startsWith("plimsoll serve: ")
        .contains(sentence);
    assertThat(directory.resolve("data")).doesNotExist();
  }

  @Test
  void aHistoryHasNothingOfAVenueThatRuns() {
    assertThat(serve("--replay", "there", "--populate")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("--replay: no venue runs there");
    assertThat(serve("--replay", directory.resolve("nowhere").toString()))
        .isEqualTo(ExitCode.INVALID_INPUT);
    assertThat(err.toString()).contains("neither the data of a server nor the history of a run");
  }

  @Test
  void aPortThatIsTakenIsToldInOneLine() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      assertThat(serve("--port", "" + port)).isEqualTo(ExitCode.INVALID_INPUT);
      assertThat(err.toString())
          .isEqualTo("plimsoll serve: cannot listen at 127.0.0.1:" + port + "; is it taken?\n");
    }
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void nobodyToPopulateItWithIsToldInOneLine() throws Exception {
    Path file = Files.writeString(directory.resolve("small.yaml"), SMALL);
    assertThat(serve("--populate", "--port", "0", "--venue", file.toString()))
        .isEqualTo(ExitCode.INVALID_INPUT);
    assertThat(err.toString())
        .startsWith("plimsoll serve: --populate: no account of this venue is called")
        .hasLineCount(1);
  }

  private ExitCode serve(String... options) {
    String[] line = new String[options.length + 3];
    line[0] = "serve";
    line[1] = "--data";
    line[2] = directory.resolve("data").toString();
    System.arraycopy(options, 0, line, 3, options.length);
    return ExitCode.values()[Plimsoll.run(line, new PrintWriter(out), new PrintWriter(err))];
  }
}
