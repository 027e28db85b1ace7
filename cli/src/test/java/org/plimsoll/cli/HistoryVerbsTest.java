package org.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryVerbsTest {
  private static final String SCRIPT = "golden/scripts/first-trade.script";
  private static final Pattern HASH = Pattern.compile("state hash ([0-9a-f]+)");

  @TempDir private Path folder;
  private Path history = Path.of("");
  private String scriptHash = "";

  @BeforeEach
  void writeHistory() {
    history = folder.resolve("history");
    Answer answer = run("script", SCRIPT, "--journal", history.toString());
    assertThat(answer.code()).isEqualTo(ExitCode.SOUND.number());
    scriptHash = hash(answer.out());
  }

  @Test
  void shouldReplayAJournalToTheStateThatItsScriptCameTo() {
    Answer answer = run("replay", history.toString());
    assertThat(answer.code()).isEqualTo(ExitCode.SOUND.number());
    assertThat(hash(answer.out())).isEqualTo(scriptHash);
    assertThat(answer.out()).containsPattern("commands applied after command 0 in .* a second");
  }

  @Test
  void shouldForkAHistoryAndLeaveTheOriginalAsItIs() {
    Path fork = folder.resolve("fork");
    Answer answer = run("fork", history.toString(), fork.toString(), "--at", "5");
    assertThat(answer.code()).isEqualTo(ExitCode.SOUND.number());
    assertThat(hash(run("replay", fork.toString()).out())).isEqualTo(hash(answer.out()));
    assertThat(hash(run("replay", history.toString()).out())).isEqualTo(scriptHash);
  }

  @Test
  void shouldNotForkIntoAFolderThatHasAHistory() {
    Answer answer = run("fork", history.toString(), history.toString(), "--at", "5");
    assertThat(answer.code()).isEqualTo(ExitCode.USAGE.number());
    assertThat(answer.err()).contains("there is a journal already");
  }

  @Test
  void shouldSayWhichCommandsThereAreToForkAt() {
    Answer answer = run("fork", history.toString(), folder.resolve("x").toString(), "--at", "999");
    assertThat(answer.code()).isEqualTo(ExitCode.USAGE.number());
    assertThat(answer.err()).containsPattern("--at 999: .* has the commands 1 to [0-9]+");
    assertThat(folder.resolve("x")).doesNotExist();
  }

  @Test
  void shouldShowWhatConcernsAnAccountAndWhatItDid() {
    List<String> all = run("inspect", history.toString()).out().lines().toList();
    List<String> ofOne =
        run("inspect", history.toString(), "--account", "1", "--events").out().lines().toList();
    assertThat(ofOne).hasSizeGreaterThan(2);
    assertThat(ofOne).noneMatch(line -> line.contains("DefineAsset"));
    assertThat(ofOne).anyMatch(line -> line.startsWith("  TransferPosted"));
    assertThat(all).anyMatch(line -> line.contains("DefineAsset"));
    assertThat(all.getLast()).matches(".*: ([0-9]+) of \\1 commands");
  }

  @Test
  void shouldShowWhatHappenedInATime() {
    Answer before = run("inspect", history.toString(), "--to", "1999-01-01T00:00:00Z");
    Answer after = run("inspect", history.toString(), "--from", "1999-01-01T00:00:00Z");
    assertThat(before.out().lines().count() + after.out().lines().count())
        .isEqualTo(run("inspect", history.toString()).out().lines().count() + 1);
  }

  @Test
  void shouldRefuseADamagedJournalAndNameTheFileAndThePlace() throws IOException {
    Path segment;
    try (Stream<Path> files = Files.list(history)) {
      segment =
          files.filter(file -> file.toString().endsWith(".journal")).findFirst().orElseThrow();
    }
    try (RandomAccessFile file = new RandomAccessFile(segment.toFile(), "rw")) {
      file.seek(4_200);
      int old = file.read();
      file.seek(4_200);
      file.write(old ^ 1);
    }
    Answer answer = run("replay", history.toString());
    assertThat(answer.code()).isEqualTo(ExitCode.INVALID_INPUT.number());
    assertThat(answer.err()).contains(segment.getFileName() + " at ");
  }

  @Test
  void shouldSayThatThereIsNoFolderOrNoJournal() throws IOException {
    assertThat(run("replay", folder.resolve("nowhere").toString()).err())
        .contains("there is no such folder");
    assertThat(run("inspect", Files.createDirectory(folder.resolve("empty")).toString()).err())
        .contains("there is no journal here");
  }

  private static Answer run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Plimsoll.run(arguments, new PrintWriter(out), new PrintWriter(err));
    return new Answer(code, out.toString(), err.toString());
  }

  private static String hash(String text) {
    Matcher matcher = HASH.matcher(text);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  private record Answer(int code, String out, String err) {}
}
