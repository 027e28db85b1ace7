package org.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.results.Cell;
import org.plimsoll.results.Table;
import org.plimsoll.solvency.outlook.Choices;
import org.plimsoll.solvency.outlook.OutlookPlan;
import org.plimsoll.solvency.outlook.OutlookRun;

class OutlookSectionsTest {
  @Test
  void aBrokenBookIsSaidToBeBrokenAlready() {
    Section section = section("celsius-2022-07-13", 40, 1_000, 1_000);
    assertThat(section.sentences().getFirst())
        .isEqualTo("celsius is insolvent at mark already, before a day has passed.");
    Table insolvent = table(section, "likely_insolvent");
    assertThat(insolvent.rows()).hasSize(3);
    assertThat(insolvent.rows().getFirst())
        .startsWith(new Cell.Text("celsius"))
        .contains(new Cell.Model(1));
    assertThat(lines(section, 0))
        .allSatisfy(line -> assertThat(line.at()).allSatisfy(at -> assertThat(at.y()).isZero()));
  }

  @Test
  void whoOwesNothingCannotFail() {
    assertThat(section("lender-2022-11-01", 10, 500, 500).sentences())
        .contains("The book names nothing that lender owes, so in it lender cannot fail.");
  }

  @Test
  void whatNeverHappenedIsBounded() {
    assertThat(section("healthy-exchange", 10, 500, 500).sentences())
        .contains(
            "It is unable to pay something within 10 days with a probability of 0% (at most"
                + " 0.762%).");
  }

  @Test
  void bothEndsAndTheExemptionsAreToldApart() {
    Section section = section("ftx-2022-11-02", 90, 1_000, 1_000);
    assertThat(section.sentences().getFirst())
        .startsWith("ftx becomes insolvent at mark within 90 days, before or when it stops paying,")
        .contains("at the favorable end to")
        .endsWith("at the careful end.");
    assertThat(section.sentences())
        .anyMatch(sentence -> sentence.startsWith("Without exemptions, at the careful end:"));
    assertThat(section.tables())
        .extracting(Table::name)
        .containsExactly(
            "likely_insolvent",
            "likely_unable_to_pay",
            "without_exemptions",
            "first_to_fail",
            "premises");
    assertThat(table(section, "likely_insolvent").rows())
        .as("three parties, with and without, after 7, 30 and 90 days")
        .hasSize(18);
    assertThat(lines(section, 1))
        .extracting(Chart.Line::name)
        .containsExactly(
            "careful end",
            "favorable end",
            "careful end, none exempt",
            "favorable end, none exempt");
    for (int chart = 0; chart < 2; chart++) {
      assertThat(lines(section, chart))
          .allSatisfy(line -> {
            assertThat(line.isStepped()).isTrue();
            assertThat(line.at()).hasSize(91);
            assertThat(line.at())
                .allSatisfy(
                    at -> assertThat(at.y()).isBetween(at.low() - 1e-12, at.high() + 1e-12));
          });
    }
  }

  @Test
  void everyPremiseStandsOnThePage() {
    List<List<Cell>> rows = table(section("ftx-2022-11-02", 7, 500, 500), "premises").rows();
    assertThat(rows)
        .contains(
            List.of(new Cell.Text("Any two prices have a correlation of 0.5. (--correlation)")),
            List.of(
                new Cell.Text(
                    "The book tells no volatility of LIQUID, TOKENS-REST and EQUITY: 80% a year."
                        + " (--vol)")));
    assertThat(rows.toString())
        .contains("1% of what is left is asked for")
        .contains("(FTT and SRM) does not fall when its issuer fails")
        .contains("The book tells no chance that ftx, alameda and insiders fail");
  }

  @Test
  void anAnswerThatWasStoppedSaysHowFarItCame() {
    Section section = section("healthy-exchange", 10, 5_000, 500);
    assertThat(section.sentences().getLast())
        .startsWith("STOPPED EARLY: counted over the first 500 of 5,000 paths of 10 days, seed 1.");
  }

  private static Section section(String book, int days, int paths, int stopAt) {
    return OutlookSections.of(
        OutlookRun.of(
            Pages.shipped(book).book(),
            Choices.DEFAULT,
            new OutlookPlan(paths, days, 1, 2),
            finished -> finished < stopAt));
  }

  private static Table table(Section section, String name) {
    return section.tables().stream()
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<Chart.Line> lines(Section section, int chart) {
    return ((Chart.Lines) section.charts().get(chart)).lines();
  }
}
