package org.plimsoll.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.file.BookHash;
import org.plimsoll.solvency.file.BookReader;
import org.plimsoll.solvency.file.ReadResult;

class LevineScriptTest {
  private static final Path SCRIPT = Path.of("../../golden/scripts/levine.script");

  @Test
  void pv01_everyStateOfTheTellingFollowsFromItsCommands() throws IOException {
    ScriptRun run = run(Files.readString(SCRIPT));
    assertThat(run.findings()).allMatch(Finding::holds);
    assertThat(run.findings().stream().map(Finding::title).filter(t -> t.startsWith("book ")))
        .containsExactly(
            "book levine-1",
            "book levine-2",
            "book levine-3",
            "book levine-4",
            "book levine-5",
            "book levine-6",
            "book levine-7",
            "book levine-8");
  }

  @Test
  void pv01_theExportedBookIsTheShippedOne() throws IOException {
    Book exported = run(Files.readString(SCRIPT)).book();
    assertThat(BookHash.of(exported)).isEqualTo(BookHash.of(shipped("levine-8").orElseThrow()));
  }

  @Test
  void aBookWithOneOtherFigureIsNotTakenForTheSame() throws IOException {
    String oneMore =
        Files.readString(SCRIPT).replace("deposit C 150,000 FTT", "deposit C 150,001 FTT");
    List<Finding> broken = run(oneMore).findings().stream().filter(f -> !f.holds()).toList();
    assertThat(broken).extracting(Finding::title).contains("book levine-4", "book levine-8");
    assertThat(broken.stream().filter(f -> f.title().equals("book levine-4")).findFirst())
        .hasValueSatisfying(finding ->
            assertThat(finding.detail())
                .hasSize(4)
                .anyMatch(line -> line.startsWith("- ") && line.contains("FTT: 150000"))
                .anyMatch(line -> line.startsWith("+ ") && line.contains("FTT: 150001")));
  }

  @Test
  void runningItTwiceGivesTheSameState() throws IOException {
    String text = Files.readString(SCRIPT);
    assertThat(run(text)).isEqualTo(run(text));
  }

  private static ScriptRun run(String text) {
    ParsedScript parsed = ScriptParser.parse("levine.script", text);
    assertThat(parsed).isInstanceOf(ParsedScript.Ready.class);
    return ScriptRunner.run(((ParsedScript.Ready) parsed).script(), LevineScriptTest::shipped);
  }

  private static Optional<Book> shipped(String name) {
    return BookReader.read(name) instanceof ReadResult.ReadBook read
        ? Optional.of(read.book())
        : Optional.empty();
  }
}
