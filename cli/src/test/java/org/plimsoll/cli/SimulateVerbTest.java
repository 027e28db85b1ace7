package org.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.ecosystem.library.ShippedScenarios;

class SimulateVerbTest {
  private static final String MARKET = "docs/how-to/small-market.yaml";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return Plimsoll.run(arguments, new PrintWriter(out), new PrintWriter(err));
  }

  private String hash() {
    return out.toString().replaceFirst("(?s).*State at the end ([0-9a-f]+)\\..*", "$1");
  }

  @Test
  void shouldEndWithZeroAndTheSameState() {
    assertThat(run("simulate", MARKET)).isZero();
    String first = hash();
    assertThat(run("simulate", MARKET, "--profile", "coarse", "--seed", "0")).isZero();
    assertThat(hash()).isEqualTo(first).matches("[0-9a-f]+");
    assertThat(run("simulate", MARKET, "--seed", "2")).isZero();
    assertThat(hash()).isNotEqualTo(first);
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void shouldTakeSwitchesSettingsAndBranches() {
    assertThat(run("simulate", MARKET, "--switch", "thin")).isZero();
    String switched = hash();
    assertThat(run("simulate", MARKET, "--set", "agents.maker.depth-dollars=2m")).isZero();
    assertThat(hash()).isEqualTo(switched);
    assertThat(run("simulate", MARKET, "--switch", "thin", "--branch-at", "2026-02-01")).isZero();
    assertThat(hash()).isNotEqualTo(switched);
    assertThat(run("simulate", MARKET, "--switch", "thin", "--branch-at", "2026-01-31")).isZero();
  }

  @Test
  void shouldPrintJson() {
    assertThat(run("simulate", MARKET, "--json", "--until", "2026-02-01")).isZero();
    assertThat(out.toString())
        .contains("\"scenario\" : \"small-market\"")
        .contains(
            "\"command\" : \"./plimsoll simulate docs/how-to/small-market.yaml --until 2026-02-01\"");
  }

  @Test
  void shouldWriteTheReport(@TempDir Path folder) {
    assertThat(run("simulate", MARKET, "--out", folder.toString())).isZero();
    assertThat(folder.resolve("report.html")).exists();
    assertThat(folder.resolve("manifest.json")).exists();
  }

  @Test
  void shouldWriteTheHistoryOfTheVenue(@TempDir Path folder) {
    String history = folder.resolve("history").toString();
    assertThat(run("simulate", MARKET, "--until", "2026-02-01", "--journal", history)).isZero();
    String commands = out.toString().replaceFirst("(?s).* ([0-9,]+) commands,.*", "$1");
    assertThat(out.toString())
        .contains("./plimsoll simulate docs/how-to/small-market.yaml --until 2026-02-01\n");
    assertThat(run("replay", history)).isZero();
    assertThat(out.toString()).contains(": " + commands + " commands applied");
    assertThat(folder.resolve("history").resolve("facts.json")).exists();
    assertThat(run("simulate", MARKET, "--until", "2026-02-01", "--journal=" + history))
        .as("a history is not written over")
        .isEqualTo(2);
  }

  @Test
  void shouldEndWithTwoForWrongUsage() {
    assertThat(run("simulate", MARKET, "--profile", "fine")).isEqualTo(2);
    assertThat(run("simulate", MARKET, "--until", "tomorrow")).isEqualTo(2);
    assertThat(err.toString()).contains("`tomorrow` is no date");
    assertThat(run("simulate", MARKET, "--set", "seed")).isEqualTo(2);
  }

  @Test
  void shouldEndWithFourForWhatMakesNoScenario() {
    assertThat(run("simulate", "first-markt")).isEqualTo(4);
    assertThat(err.toString()).contains("did you mean `first-market`?");
    assertThat(run("simulate", MARKET, "--switch", "thick")).isEqualTo(4);
    assertThat(err.toString())
        .isEqualTo("--switch: there is no switch `thick` in this scenario; did you mean `thin`?\n");
    assertThat(run("simulate", MARKET, "--set", "venue.rule=cash")).isEqualTo(4);
    assertThat(err.toString())
        .contains("the key `rule` is not known in a venue; did you mean `rules`?");
    assertThat(run("simulate", MARKET, "--until", "2027-01-01")).isEqualTo(4);
    assertThat(err.toString()).contains("--until 2027-01-01T00:00:00Z is outside the scenario");
    assertThat(run("simulate", MARKET, "--prices", "docs")).isEqualTo(4);
    assertThat(err.toString()).contains("no price of this scenario names a `history`");
    assertThat(
            run(
                "simulate",
                MARKET,
                "--set",
                "agents.trader-#.count=3",
                "--branch-at",
                "2026-02-01"))
        .isEqualTo(4);
    assertThat(err.toString()).contains("a branch has the parties, accounts and agents");
  }

  @Test
  void shouldBranchOffToALineThatIsArrangedAnew() {
    String[] early = {"simulate", "withdrawal-desk-run", "--until", "2022-10-05"};
    assertThat(run(early)).isZero();
    String specialists = hash();
    assertThat(
            run(
                "simulate",
                "withdrawal-desk-run",
                "--until",
                "2022-10-05",
                "--switch",
                "generalists",
                "--branch-at",
                "2022-10-03"))
        .as(err.toString())
        .isZero();
    assertThat(hash()).isNotEqualTo(specialists);
  }

  @Test
  void shouldNameTheAgentWhoseMemoryFitsNoBranch() {
    assertThat(
            run(
                "simulate",
                "ftx-2022",
                "--until",
                "2019-07-05",
                "--set",
                "agents.insiders.uses=[]",
                "--branch-at",
                "2019-07-03"))
        .isEqualTo(4);
    assertThat(err.toString())
        .contains("what the switches and settings change needs a run of its own")
        .contains("agent `insiders`")
        .contains("as many payments are planned");
  }

  @Test
  void shouldTakePricesFromAFolder(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("coin.csv"),
        """
        time_utc,open,close,symbol
        2026-01-31T00:00:00Z,1,90,COINUSD
        2026-01-31T01:00:00Z,1,91,COINUSD
        2026-01-31T01:00:00Z,1,7,OTHER
        2026-02-01T00:00:00Z,1,60,COINUSD
        """);
    String history = "prices.COIN.history={files: [coin.csv], symbol: COINUSD}";
    assertThat(run("simulate", MARKET, "--set", history, "--prices", folder.toString())).isZero();
    assertThat(out.toString()).contains("Last price of COIN/USD: from ").contains(" to 59.");
  }

  @Test
  void shouldListAndDescribeScenarios() {
    assertThat(run("scenarios")).isZero();
    assertThat(out.toString().lines()).hasSameSizeAs(ShippedScenarios.names());
    assertThat(run("schema", "scenario")).isZero();
    assertThat(out.toString()).isEqualTo(ShippedScenarios.schema()).contains("agent-noise-trader");
  }
}
