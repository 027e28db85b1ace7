package org.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.solvency.assess.Assessment;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.change.BookChange;
import org.plimsoll.solvency.outlook.Choices;
import org.plimsoll.solvency.outlook.OutlookPlan;
import org.plimsoll.solvency.outlook.OutlookRun;
import org.plimsoll.solvency.stress.Scenario;
import org.plimsoll.solvency.stress.StressTest;

/// Opens the page in a real browser, in frames as wide as a phone and as a desk. The harness page
/// measures what the frames show and writes it into its own document, which the browser prints, so
/// no driver is needed beside the browser.
@Tag("browser")
class HtmlPageBrowserTest {
  private static final String HARNESS =
      """
      <!DOCTYPE html><meta charset="utf-8"><body>
      <iframe id="w390" width="390" height="800" src="page.html"></iframe>
      <iframe id="w1280" width="1280" height="800" src="page.html"></iframe>
      <pre id="seen"></pre>
      <script>
      function isDrawn(picture) {
        const svg = picture.querySelector('svg'), box = picture.getBoundingClientRect();
        const inside = shape => {
          const at = shape.getBoundingClientRect();
          return at.left >= box.left - 1 && at.right <= box.right + 1
              && at.top >= box.top - 1 && at.bottom <= box.bottom + 1;
        };
        return svg && svg.querySelectorAll('path').length > 0
            && [...svg.querySelectorAll('text')].every(inside)
            && !svg.outerHTML.includes('NaN') && !svg.outerHTML.includes('Infinity');
      }
      addEventListener('load', () => {
        for (const frame of document.querySelectorAll('iframe')) {
          const page = frame.contentDocument, verdict = page.querySelector('h1');
          const box = verdict.getBoundingClientRect();
          const style = frame.contentWindow.getComputedStyle(verdict);
          const visible = box.width > 0 && box.height > 0 && box.top >= 0 && box.bottom <= 800
              && style.visibility === 'visible' && style.display !== 'none';
          const root = page.documentElement, over = root.scrollWidth - root.clientWidth;
          const drawn = [...page.querySelectorAll('.picture')].filter(isDrawn).length;
          document.getElementById('seen').textContent += frame.id + ' overflow '
              + Math.max(0, over) + ' verdict ' + visible + ' pictures ' + drawn + ';';
        }
      });
      </script>
      """;

  /// As wide as a book can get: ids of 64 letters, and figures with many digits.
  private static final String WIDE =
      """
      book: 1
      title: "W"
      as-of: 2026-01-31
      currency: USD
      subject: ID
      assets:
        - {id: USD, kind: fiat, tier: liquid, price: 1, source: invented}
        - {id: X, kind: token, tier: less-liquid, price: 0.000123456789, source: invented}
      parties:
        - {id: ID, kind: venue}
        - {id: O, kind: customer}
      accounts:
        - {id: O, owner: O, balances: {X: {low: -123456789012.123456, high: 987654321098.654321}, USD: -123456789012.123456}, source: invented}
      custody:
        - {location: O, kind: bank, asset: X, quantity: {low: 123456789012.123456, high: 987654321098.654321}, source: invented}
      """
          .replace("ID", "i".repeat(64))
          .replace("X", "X".repeat(64))
          .replace("O", "o".repeat(64))
          .replace("W", "w".repeat(150));

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "levine-8",
        "ftx-2022-11-02",
        "ftx-2022-11-10",
        "alameda-2022-06-30",
        "celsius-2022-07-13",
        "healthy-exchange"
      })
  void shouldFitAPhoneAndADeskWithTheVerdictInSight(String name) throws Exception {
    Assessment assessment = Pages.shipped(name);
    List<Section> sections = RiskSections.of(assessment.book());
    assertFits(assessment, sections, scripted(sections));
  }

  @Test
  void shouldFitWithAllThatAStressShows() throws Exception {
    Book book = Pages.shipped("ftx-2022-11-02").book();
    SortedMap<String, BigDecimal> falls = new TreeMap<>(Map.of("FTT", new BigDecimal("0.2")));
    StressTest test =
        StressTest.of(
            book, new Scenario(falls, new BigDecimal("0.3"), new BigDecimal("0.5"), List.of()));
    List<Section> sections = new ArrayList<>(StressSections.of(test));
    sections.addAll(RiskSections.of(test.after().book()));
    sections.add(ReverseSections.of(book, test.reverse()));
    sections.add(ContagionSections.of(test.contagion(), book.currency()));
    OutlookPlan plan = new OutlookPlan(200, 30, 1, 1);
    sections.add(
        OutlookSections.of(OutlookRun.of(test.after().book(), Choices.DEFAULT, plan, _ -> true)));
    assertThat(scripted(sections)).isGreaterThanOrEqualTo(6);
    assertFits(test.after(), sections, scripted(sections));
  }

  private static int scripted(List<Section> sections) {
    return (int)
        sections.stream()
            .flatMap(section -> section.charts().stream())
            .filter(ChartMarkup::isScripted)
            .count();
  }

  @Test
  void shouldFitHoweverLongIdsAndFiguresAre() throws Exception {
    assertFits(Pages.read(WIDE), List.of(), 0);
  }

  @Test
  void shouldDrawEveryChart() throws Exception {
    assertFits(Pages.shipped("levine-8"), EveryChart.sections(), EveryChart.scriptedCount());
  }

  @Test
  void shouldFitWhereTheSectionsComeFirst() throws Exception {
    Assessment before = Pages.shipped("levine-1");
    Assessment after = Pages.shipped("levine-6");
    ChangeSections change =
        new ChangeSections(BookChange.of(before.book(), after.book()), before, after);
    List<Section> sections = change.sections(20);
    assertFits(
        HtmlPage.ofSections(change.headline(), after, sections, Pages.PROVENANCE),
        scripted(sections));
  }

  private void assertFits(Assessment assessment, List<Section> sections, int pictures)
      throws Exception {
    assertFits(HtmlPage.of(assessment, sections, Pages.PROVENANCE), pictures);
  }

  private void assertFits(String page, int pictures) throws Exception {
    Files.writeString(folder.resolve("page.html"), page);
    Files.writeString(folder.resolve("harness.html"), HARNESS);
    Path log = folder.resolve("browser.log");
    assertThat(RealBrowser.document(folder, log))
        .contains(
            "w390 overflow 0 verdict true pictures N;w1280 overflow 0 verdict true pictures N;"
                .replace("N", Integer.toString(pictures)));
    assertThat(Files.readString(log)).doesNotContain("CONSOLE");
  }
}
