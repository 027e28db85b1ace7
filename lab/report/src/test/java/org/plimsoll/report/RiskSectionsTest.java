package org.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RiskSectionsTest {
  private static final String SPIRAL =
      """
      book: 1
      title: "a loan and a market"
      as-of: 2022-11-01
      currency: USD
      subject: venue
      assets:
        - {id: USD, kind: fiat, tier: liquid, price: 1, source: invented}
        - {id: FTT, kind: token, tier: less-liquid, issuer: venue, price: 20, source: invented}
      parties:
        - {id: venue, kind: venue}
        - {id: fund, kind: fund}
      accounts:
        - {id: fund, owner: fund, EXEMPT balances: {USD: -6000000, FTT: 600000}, source: invented}
      custody:
        - {location: wallet, kind: wallet, asset: FTT, quantity: 600000, source: invented}
      markets:
        - {asset: FTT, depth: 400000, source: invented}
      """;

  private static Section section(String yaml, String id) {
    return RiskSections.of(Pages.read(yaml).book()).stream()
        .filter(section -> section.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void pv06_aGainOfOneAndAHalfEndsFarBelow() {
    Section spiral = section(SPIRAL.replace("EXEMPT ", ""), "spiral");
    assertThat(spiral.sentences().getFirst())
        .startsWith("FTT: R is up to 1.5. A fall of 10% ends at ");
    Chart.Lines map = (Chart.Lines) spiral.charts().getFirst();
    assertThat(map.shaded()).isNotEmpty();
    assertThat(map.points()).isNotEmpty();
  }

  @Test
  void anExemptBorrowerIsSaidToHoldTheSpiralOff() {
    Section spiral = section(SPIRAL.replace("EXEMPT", "exemptions: [no-liquidation],"), "spiral");
    assertThat(spiral.sentences().getFirst())
        .startsWith(
            "FTT: R is up to 1.5, and up to 0 as long as fund is exempt from being sold out. A fall of"
                + " 10% ends at 10%, without exemptions at ");
  }

  @Test
  void everyBookSaysHowLongItsCashLasts() {
    List<Section> sections = RiskSections.of(Pages.shipped("healthy-exchange").book());
    assertThat(sections.getFirst().sentences().getFirst())
        .isEqualTo("Cash covers everything that can be demanded within 90 days.");
  }

  @Test
  void aRungOnWhichNothingIsDueSaysSo() {
    String term =
        """
        loans:
          - {id: a, lender: fund, borrower: venue, asset: USD, principal: 5, due: term, maturity: 2022-11-20, source: invented}
        markets:
        """;
    String book =
        SPIRAL.replaceAll("(?s)accounts:.*custody:", "custody:").replace("markets:\n", term);
    ReaderTable ladder = ReaderTable.of(section(book, "liquidity").tables().getFirst());
    assertThat(ladder.headings())
        .containsExactly("Within", "Obtainable", "Demandable", "Cover ratio");
    assertThat(ladder.rows())
        .extracting(List::getLast)
        .containsExactly("nothing due", "nothing due", "nothing due", "0%", "0%");
  }

  @Test
  void theModelThatDecidesIsNamedWithTheRangeOverModels() {
    Section loads = section(SPIRAL.replace("EXEMPT ", ""), "load-lines");
    assertThat(loads.sentences())
        .containsExactly(
            "6,000,000 USD of debt leans on FTT, of which at most 4,000,000 is safe: the log-depth,"
                + " beyond which sales feed on themselves, decides, and the models give"
                + " 4,000,000.");
  }
}
