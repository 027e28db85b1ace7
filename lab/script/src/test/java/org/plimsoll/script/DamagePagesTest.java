package org.plimsoll.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The pages show the damage that the scripts expect, and [GoldenScriptsTest] holds the scripts to
/// what the venue does.
class DamagePagesTest {
  private static final Path SCRIPTS = Path.of("../../golden/scripts");
  private static final Path GALLERY = Path.of("../../docs/explanation/attack-gallery.md");
  private static final Path PRIVILEGES = Path.of("../../docs/reference/privileges.md");

  @Test
  void thePageOfPrivilegesShowsWhatEachIsWorth() throws IOException {
    check(SCRIPTS.resolve("s7-affiliate.script"), Files.readAllLines(PRIVILEGES));
  }

  @TestFactory
  List<DynamicTest> everyAttackHasItsSectionAndItsNumbers() throws IOException {
    List<String> page = Files.readAllLines(GALLERY);
    try (Stream<Path> scripts = Files.list(SCRIPTS)) {
      List<DynamicTest> tests =
          scripts
              .filter(path -> path.getFileName().toString().startsWith("attack-"))
              .sorted()
              .map(path ->
                  DynamicTest.dynamicTest(path.getFileName().toString(), () -> check(path, page)))
              .toList();
      assertThat(tests).isNotEmpty();
      return tests;
    }
  }

  private static void check(Path script, List<String> page) throws IOException {
    String command = "$ ./plimsoll script golden/scripts/" + script.getFileName();
    assertThat(page).contains(command);
    List<String> section =
        page.subList(page.indexOf(command), page.size()).stream()
            .takeWhile(line -> !line.startsWith("## "))
            .toList();
    List<String> lines = Files.readAllLines(script);
    List<List<String>> expected = tableBelow(lines, lines.indexOf("expect damage") + 1);
    List<List<String>> shown = tableBelow(section, indexOfHead(section, expected.getFirst()));
    assertThat(shown.stream().filter(row -> !row.getFirst().startsWith("---")).toList())
        .isEqualTo(expected);
  }

  private static int indexOfHead(List<String> lines, List<String> head) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("|") && ScriptParser.cells(lines.get(i)).equals(head)) {
        return i;
      }
    }
    throw new AssertionError("there is no table with the head " + head);
  }

  private static List<List<String>> tableBelow(List<String> lines, int first) {
    return lines.stream()
        .skip(first)
        .takeWhile(line -> line.startsWith("|"))
        .map(ScriptParser::cells)
        .toList();
  }
}
