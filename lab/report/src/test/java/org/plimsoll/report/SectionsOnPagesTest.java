package org.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.results.Cell;
import org.plimsoll.results.Column;
import org.plimsoll.results.Table;
import org.plimsoll.solvency.assess.Assessment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SectionsOnPagesTest {
  private static final Assessment ASSESSMENT = Pages.shipped("levine-8");

  private static Section section(String id, String tableName) {
    Table table =
        new Table(
            tableName,
            List.of(
                new Column("asset", Column.Kind.TEXT),
                new Column("load_share_low", Column.Kind.MODEL),
                new Column("load_share_high", Column.Kind.MODEL),
                new Column("debt", Column.Kind.DECIMAL)),
            List.of(
                List.of(
                    new Cell.Text("F<T>\u001bT"),
                    new Cell.Model(0.5),
                    new Cell.Model(23),
                    new Cell.Decimal(new BigDecimal("9000.50")))));
    return new Section(
        id,
        "How deep it is loaded",
        List.of("FTT is loaded up to 23 times its line."),
        List.of(table, new Table(tableName + "-quiet", table.columns(), List.of())),
        List.of());
  }

  @Test
  void shouldStandInTheTerminalBeforeTheGrounds() {
    String page =
        TerminalPage.of(
            ASSESSMENT, List.of(section("load", "load-lines")), Pages.PROVENANCE, false);
    assertThat(page)
        .contains(
            """

            How deep it is loaded
            FTT is loaded up to 23 times its line.

            Load lines
            Asset      Load share     Debt
            F<T> T  50% to 2,300%  9,000.5

            Load lines quiet: none
            """);
    assertThat(page.indexOf("How deep it is loaded"))
        .isLessThan(page.indexOf("What this rests on"));
  }

  @Test
  void shouldStandOnTheHtmlPageBeforeTheGrounds() {
    String page = HtmlPage.of(ASSESSMENT, List.of(section("load", "load-lines")), Pages.PROVENANCE);
    assertThat(page)
        .contains(">How deep it is loaded</h2>")
        .contains("<p>FTT is loaded up to 23 times its line.</p>")
        .contains("<td data-label=\"Load share\">50% to 2,300%</td>")
        .contains("F&lt;T&gt; T")
        .contains("Load lines quiet: none");
    assertThat(page.indexOf("How deep it is loaded</h2>"))
        .isLessThan(page.indexOf("What this rests on</h2>"));
  }

  @Test
  void shouldComeFirstOnTheHtmlPageWhereTheyAreWhatWasAskedFor() {
    List<Section> sections = List.of(section("load", "load-lines"));
    String page = HtmlPage.ofSections("Loads differ.", ASSESSMENT, sections, Pages.PROVENANCE);
    assertThat(page.replaceAll("(?s)<style>.*</style>", ""))
        .containsSubsequence(
            "<h1>Loads differ.</h1>",
            ">How deep it is loaded</h2>",
            "<p>The books balance",
            "The three questions",
            ">Marked against realizable</h2>",
            ">Per asset</h2>",
            ">What this rests on</h2>");
  }

  @Test
  void shouldBeFoundByTheirIdsInJson() {
    JsonNode page =
        JsonMapper.shared()
            .readTree(
                JsonPage.of(ASSESSMENT, List.of(section("load", "load-lines")), Pages.PROVENANCE));
    JsonNode load = page.get("sections").get("load");
    assertThat(load.get("title").stringValue()).isEqualTo("How deep it is loaded");
    assertThat(load.get("sentences").get(0).stringValue()).startsWith("FTT is loaded");
    JsonNode row = load.get("tables").get("load-lines").get(0);
    assertThat(row.get("load_share_high").doubleValue()).isEqualTo(23);
    assertThat(row.get("debt").stringValue()).isEqualTo("9000.5");
    assertThat(load.get("tables").get("load-lines-quiet").size()).isZero();
  }

  @Test
  void shouldGiveTheirTablesAfterThoseOfTheAssessment() {
    assertThat(AssessmentTables.of(ASSESSMENT, List.of(section("load", "load-lines"))))
        .extracting(Table::name)
        .endsWith("assumptions", "load-lines", "load-lines-quiet");
  }

  @Test
  void shouldRefuseNamesThatAreThereTwice() {
    assertThatThrownBy(() -> AssessmentTables.of(ASSESSMENT, List.of(section("load", "assets"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("table assets is there twice");
    List<Section> twins = List.of(section("load", "a"), section("load", "b"));
    assertThatThrownBy(() -> JsonPage.of(ASSESSMENT, twins, Pages.PROVENANCE))
        .hasMessage("section load is there twice");
  }
}
