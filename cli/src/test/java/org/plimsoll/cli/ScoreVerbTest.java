package org.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.ecosystem.file.LoadedScenario;
import org.plimsoll.ecosystem.file.ReadResult;
import org.plimsoll.ecosystem.library.ShippedScenarios;

final class ScoreVerbTest {
  private static final Path PAGE = Path.of("docs/explanation/ftx-2022-score.md");

  @TempDir private Path folder;

  @Test
  void the_committed_page_is_of_the_scenario_that_ships_and_says_first_what_it_cannot_explain()
      throws IOException {
    LoadedScenario main = ((ReadResult.Loaded) ShippedScenarios.read("ftx-2022")).scenario();
    String page = Files.readString(PAGE);

    assertThat(page)
        .as("give it again with the command that it names")
        .contains("Scenario hash: `" + main.hash() + "`");
    assertThat(page.indexOf("## What the model cannot explain"))
        .isPositive()
        .isLessThan(page.indexOf("## Beside the record"));
    main.scenario().notExplained().forEach(each -> assertThat(page).contains("- " + each));
    main.scenario().score().forEach(row -> assertThat(page).contains("| " + row.quantity() + " |"));
    main.scenario()
        .switches()
        .keySet()
        .forEach(name -> assertThat(page).contains("| " + name + " |"));
    main.scenario().events().forEach(event -> assertThat(page).contains(event.says()));
  }

  @Test
  void the_number_of_threads_changes_no_byte_of_the_page_and_the_tables() throws IOException {
    String one = score("1", folder.resolve("one"));
    String three = score("3", folder.resolve("three"));

    assertThat(one).isEqualTo(three).contains("cap\n").contains("as it was\n");
    for (String name : new String[] {"score.md", "scores.csv", "switches.csv", "runs.csv"}) {
      assertThat(Files.readString(folder.resolve("one").resolve(name)))
          .isEqualTo(Files.readString(folder.resolve("three").resolve(name)));
    }
  }

  private static String score(String threads, Path out) {
    StringWriter text = new StringWriter();
    PrintWriter writer = new PrintWriter(text);
    int code =
        Plimsoll.run(
            new String[] {
              "score",
              "mobilecoin-2021",
              "--seeds",
              "2",
              "--switch-table",
              "--threads",
              threads,
              "--out",
              out.toString()
            },
            writer,
            writer);
    assertThat(code).isZero();
    return text.toString();
  }
}
