package org.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plimsoll.results.CsvTable;
import org.plimsoll.results.Table;

class AssessmentTablesTest {
  private static String csv(String book, String name) {
    return AssessmentTables.of(Pages.shipped(book)).stream()
        .filter(table -> table.name().equals(name))
        .map(CsvTable::of)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void shouldNameItsTables() {
    assertThat(AssessmentTables.of(Pages.shipped("levine-8")))
        .extracting(Table::name)
        .containsExactly("questions", "assets", "locations", "commingling", "assumptions");
  }

  @Test
  void shouldGiveBothEndsOfARange() {
    assertThat(csv("ftx-2022-11-10", "questions"))
        .contains("\nmark,unknown,-7259000000,741000000,");
  }

  @Test
  void shouldKeepTheFractionOfEachTransfer() {
    assertThat(csv("levine-8", "commingling"))
        .isEqualTo(
            """
            claimants,segregated,segregated_fraction,commingled,commingled_fraction,gain,gain_fraction
            USD,0.000000,0,857142.857142,6000000/7,857142.857142,6000000/7
            BTC,0.000000,0,857142.857142,6000000/7,857142.857142,6000000/7
            FTT,3000000.000000,3000000,1285714.285714,9000000/7,-1714285.714286,-12000000/7
            """);
  }

  @Test
  void shouldListEveryLocation() {
    assertThat(csv("levine-8", "locations"))
        .contains("\nsettlement-bank,bank,USD,0,0,0,0\n")
        .contains("\nomnibus,wallet,FTT,150000,150000,0,0\n");
  }
}
