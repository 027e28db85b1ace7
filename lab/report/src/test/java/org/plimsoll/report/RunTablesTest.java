package org.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.plimsoll.ecosystem.outcome.Outcome;
import org.plimsoll.results.CsvTable;
import org.plimsoll.results.Manifest;
import org.plimsoll.results.Table;

class RunTablesTest {
  private static final Outcome OUTCOME = InventedRun.outcome(200);

  private static String csv(String name) {
    return RunTables.of(OUTCOME).stream()
        .filter(table -> table.name().equals(name))
        .map(CsvTable::of)
        .collect(Collectors.joining());
  }

  @Test
  void shouldHaveARowForEachInstantAndAColumnForEachSeries() {
    List<String> lines = csv("series").lines().toList();
    assertThat(lines).hasSize(201);
    assertThat(lines.getFirst())
        .startsWith("time,price_btc,price_eth,")
        .endsWith(",queue_age,depth");
    assertThat(lines.get(1)).startsWith("2018-11-01T00:00:00Z,").endsWith(",");
  }

  @Test
  void shouldKeepMoneyExact() {
    assertThat(csv("wealth")).contains("harbor,rounding,-0.03\n");
  }

  @Test
  void shouldSayWhetherAScoreIsMet() {
    assertThat(csv("scores"))
        .contains(",\"Price of HBR, 9 November 2022\",USD,out_of_sample,".substring(1))
        .contains(",hit,24.1,22.9,nearer,\"invented record, page 3\"\n")
        .contains(",no_value,0.0,0.0,not_nearer,");
  }

  @Test
  void shouldLeaveEmptyWhatNeverHappened() {
    assertThat(csv("switches")).contains("segregated-custody,0.0,1.0,,,\n");
  }

  @Test
  void shouldWriteEveryTableTwiceAndTheManifestLast() throws Exception {
    List<String> names =
        RunFiles.of(OUTCOME, "0.1").entries().stream().map(Manifest.Entry::name).toList();
    assertThat(names).startsWith("report.html", "outcome.json").endsWith("manifest.json");
    for (Table table : RunTables.of(OUTCOME)) {
      assertThat(names).contains(table.name() + ".csv", table.name() + ".parquet");
    }
  }

  @Test
  void shouldTellTheSameTwice() {
    assertThat(RunJson.of(OUTCOME, "0.1"))
        .isEqualTo(RunJson.of(InventedRun.outcome(200), "0.1"))
        .contains("\"seed\" : \"42\"")
        .contains("\"samples\" : 200");
  }
}
