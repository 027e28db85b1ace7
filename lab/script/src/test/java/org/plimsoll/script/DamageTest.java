package org.plimsoll.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DamageTest {
  private static final Path SCRIPTS = Path.of("../../golden/scripts");
  private static final String WORLD =
      """
      party thief customer
      party saver customer
      asset USD decimals 2 max 1,000,000 kind fiat tier liquid
      asset TOK decimals 2 max 1,000,000 kind token tier illiquid
      collateral USD initial 1 total 1 factor 0
      collateral TOK initial 0.5 total 0.5 factor 0
      custody till bank
      price TOK 10
      time 2022-11-01T00:00:00Z
      rules 2
      account thief of thief
      subaccount second of thief
      account saver of saver
      deposit thief 100 TOK into till
      deposit saver 1,000 USD into till
      withdraw thief 400 USD from till
      """;

  @Test
  void shouldValueWhatWasPutInAndTakenOutAtTheMarksOfNow() {
    assertThat(row("")).isEqualTo("0 0 0 0 0 0 0");
    assertThat(row("price TOK 30\ntime 2022-11-01T00:01:00Z\n")).isEqualTo("0 0 0 0 0 0 0");
  }

  @Test
  void shouldCountWhatAnAccountLacksAsUnpaid() {
    assertThat(row("price TOK 1\ntime 2022-11-01T00:01:00Z\n")).isEqualTo("300 300 0 0 0 0 0");
  }

  @Test
  void shouldNotLetOneAccountPayForAnother() {
    assertThat(row("deposit second 50 USD into till\nprice TOK 1\ntime 2022-11-01T00:01:00Z\n"))
        .isEqualTo("300 300 0 0 0 0 0");
  }

  @Test
  void shouldShowWhoPaysOnceTheFundHasTakenTheEstate() {
    assertThat(
            row(
                """
                contribute 100 USD to insurance into till
                contribute 50 USD to capital into till
                waterfall ftx-2022 because opening by risk and compliance
                price TOK 1
                time 2022-11-01T00:01:00Z
                time 2022-11-01T00:01:02Z
                """))
        .isEqualTo("300 0 0 -100 -50 0 150");
  }

  @Test
  void shouldCountWhatIsAskedForAsStillThere() {
    assertThat(
            row(
                "withdrawals USD gated because run by operations and risk\nwithdraw saver 10 USD from till\n"))
        .isEqualTo("0 0 0 0 0 0 0");
  }

  @TestFactory
  Stream<DynamicTest> everyDamageTableThatShipsAddsUp() throws IOException {
    try (Stream<Path> scripts = Files.list(SCRIPTS)) {
      return scripts
          .sorted()
          .map(DamageTest::damageTables)
          .flatMap(List::stream)
          .map(row -> DynamicTest.dynamicTest(row.toString(), () -> assertAddsUp(row)))
          .toList()
          .stream();
    }
  }

  private static List<List<String>> damageTables(Path path) {
    ParsedScript parsed = ScriptParser.parse(path.toString(), text(path));
    return ((ParsedScript.Ready) parsed)
        .scripts().stream()
            .flatMap(script -> script.steps().stream())
            .filter(Step.ExpectTable.class::isInstance)
            .map(Step.ExpectTable.class::cast)
            .filter(table -> table.subject() instanceof Step.Subject.Damage)
            .flatMap(table -> table.rows().stream())
            .map(Step.Row::cells)
            .toList();
  }

  /// What was gained is what others, the venue and nobody have lost.
  private static void assertAddsUp(List<String> row) {
    List<BigDecimal> cells =
        row.stream().skip(1).map(cell -> new BigDecimal(cell.replace(",", ""))).toList();
    BigDecimal unpaid = cells.get(1);
    BigDecimal nobody = cells.getLast();
    BigDecimal sum = cells.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(sum.subtract(unpaid.add(nobody))).isEqualByComparingTo(unpaid.add(nobody));
  }

  private static String text(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String row(String lines) {
    String expectation = "expect damage\n| " + String.join(" | ", Damage.COLUMNS) + " |\n";
    String wrong = "| thief" + " | x".repeat(Damage.COLUMNS.size() - 1) + " |\n";
    ParsedScript parsed = ScriptParser.parse("test.script", WORLD + lines + expectation + wrong);
    assertThat(parsed).isInstanceOf(ParsedScript.Ready.class);
    ScriptRun run = ScriptRunner.run(((ParsedScript.Ready) parsed).script(), _ -> Optional.empty());
    assertThat(run.findings()).hasSize(1);
    String found = run.findings().getFirst().detail().getLast();
    return found.replace("| thief |", "").replace("|", "").strip().replaceAll(" +", " ");
  }
}
