package org.plimsoll.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.file.BookReader;
import org.plimsoll.solvency.file.ReadResult;

/// Every script that ships holds.
class GoldenScriptsTest {
  private static final Path SCRIPTS = Path.of("../../golden/scripts");

  @TestFactory
  List<DynamicTest> everyExpectationHolds() throws IOException {
    try (Stream<Path> scripts = Files.list(SCRIPTS)) {
      return scripts
          .sorted()
          .map(path -> DynamicTest.dynamicTest(path.getFileName().toString(), () -> check(path)))
          .toList();
    }
  }

  private static void check(Path path) throws IOException {
    ParsedScript parsed = ScriptParser.parse(path.toString(), Files.readString(path));
    assertThat(parsed).isInstanceOf(ParsedScript.Ready.class);
    for (Script script : ((ParsedScript.Ready) parsed).scripts()) {
      ScriptRun run = ScriptRunner.run(script, GoldenScriptsTest::shipped);
      assertThat(run.findings().stream().filter(f -> !f.holds())).as(script.variant()).isEmpty();
      assertThat(run.findings()).isNotEmpty();
    }
  }

  private static Optional<Book> shipped(String name) {
    return BookReader.read(name) instanceof ReadResult.ReadBook read
        ? Optional.of(read.book())
        : Optional.empty();
  }
}
