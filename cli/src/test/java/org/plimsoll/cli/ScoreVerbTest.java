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

  @Test
  void a_run_that_makes_no_sense_ends_with_four_and_a_line_that_shows_it_again()
      throws IOException {
    Path file = folder.resolve("broken market.yaml");
    Files.writeString(
        file,
        Files.readString(Path.of("docs/how-to/small-market.yaml"))
            .replace(
                "collateral: {asset: COIN, initial: 0.45}",
                "transfer: {asset: COIN, from: crowd, to: outside, amount: 0.0000001, cause: theft}"));
    StringWriter err = new StringWriter();
    int code =
        Plimsoll.run(
            new String[] {"score", file.toString(), "--seeds", "1"},
            new PrintWriter(new StringWriter()),
            new PrintWriter(err));

    assertThat(code).as(err.toString()).isEqualTo(ExitCode.INVALID_INPUT.number());
    assertThat(err.toString())
        .contains("to see it again: ./plimsoll simulate '" + file + "' --profile coarse --seed 1");
  }

  @Test
  void the_line_that_gives_the_card_again_names_the_file_as_it_was_given() {
    StringWriter out = new StringWriter();
    String file = "docs/how-to/small-market.yaml";
    Plimsoll.run(
        new String[] {"score", file, "--seeds", "1", "--json"},
        new PrintWriter(out),
        new PrintWriter(new StringWriter()));

    assertThat(out.toString()).contains("./plimsoll score " + file + " --seeds 1\"");
  }

  @Test
  void each_seed_draws_what_is_assumed_and_the_run_can_be_given_again_with_it() throws IOException {
    Path file = folder.resolve("market.yaml");
    Files.writeString(
        file,
        Files.readString(Path.of("docs/how-to/small-market.yaml"))
            .replace(
                "\nassets:",
                """

                assumptions:
                  - {what: patience, paths: [agents.maker.aversion], low: 0.001, high: 0.1, why: any}

                assets:\
                """));
    Path out = folder.resolve("scored");
    assertThat(plimsoll("score", file.toString(), "--seeds", "2", "--out", out.toString()))
        .contains("as it was");

    LoadedScenario scenario =
        ((ReadResult.Loaded) ShippedScenarios.read(file.toString())).scenario();
    String drawn = scenario.scenario().drawn(2).get("agents.maker.aversion");
    String again =
        plimsoll(
            "simulate",
            file.toString(),
            "--seed",
            "2",
            "--set",
            "agents.maker.aversion=" + drawn,
            "--json");
    String hash = again.replaceAll("(?s).*\"state_hash\" : \"(\\w+)\".*", "$1");

    assertThat(Files.readString(out.resolve("runs.csv"))).contains(",2," + hash);
    assertThat(Files.readString(out.resolve("score.md")))
        .contains("## What was assumed")
        .contains("| patience | 0.001 to 0.1 |");
    assertThat(Files.readString(out.resolve("assumptions.csv"))).contains("patience,");
  }

  @Test
  void switches_cannot_have_more_seeds_than_there_are() {
    assertThat(plimsoll("score", "mobilecoin-2021", "--seeds", "2", "--switch-seeds", "3"))
        .contains("--switch-seeds must be from 1 to 2");
  }

  private static String plimsoll(String... arguments) {
    StringWriter text = new StringWriter();
    PrintWriter writer = new PrintWriter(text);
    Plimsoll.run(arguments, writer, writer);
    return text.toString();
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
