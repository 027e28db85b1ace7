package org.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plimsoll.results.Cell;
import org.plimsoll.results.Table;

/// What a page says of prices that act on themselves.
class FeedbackSectionsTest {
  private String yaml = "";

  @BeforeEach
  void readTheBookOfTheDocumentation() throws IOException {
    yaml = Files.readString(Path.of("../../docs/how-to/own-token-venue.yaml"));
  }

  private static Optional<Section> found(String yaml, String id) {
    return RiskSections.of(Pages.read(yaml).book()).stream()
        .filter(section -> section.id().equals(id))
        .findFirst();
  }

  private static Section section(String yaml, String id) {
    return found(yaml, id).orElseThrow();
  }

  private static Table table(Section section, String name) {
    return section.tables().stream()
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /// Returns a model's figure in the row that has `name` in its second column.
  private static double figure(Table table, String name, int column) {
    List<Cell> row =
        table.rows().stream()
            .filter(cells -> cells.get(1).equals(new Cell.Text(name)))
            .findFirst()
            .orElseThrow();
    return row.get(column) instanceof Cell.Model(double value) ? value : Double.NaN;
  }

  @Test
  void pv09_pv22_theTippingPriceAndTheAttackStandOnThePage() {
    Table table = table(section(yaml, "own-token"), "own_token");
    for (int end = 3; end <= 4; end++) {
      assertThat(figure(table, "price that equity justifies", end)).isCloseTo(1.7, within(1e-12));
      assertThat(figure(table, "tipping price", end)).isCloseTo(1.24, within(1e-12));
      assertThat(figure(table, "gain at the tipping price", end)).isCloseTo(2.25, within(1e-12));
      assertThat(figure(table, "fall until it tips", end)).isCloseTo(0.270588, within(5e-7));
      assertThat(figure(table, "tokens that a seller needs", end))
          .isCloseTo(15_775_843.572261, within(5e-6));
      assertThat(figure(table, "what he earns", end)).isCloseTo(19_844_831.285548, within(5e-6));
    }
  }

  @Test
  void rIsTheSumOfTheChannelsThatAreTold() {
    Table table = table(section(yaml, "spiral"), "spiral_channels");
    assertThat(figure(table, "withdrawals", 4)).isCloseTo(163.0 * 0.4 * 0.1 / 85, within(1e-12));
    assertThat(figure(table, "leveraged tokens", 4)).isCloseTo((12.0 + 4) / 85, within(1e-12));
    double sum = 0;
    for (String channel :
        List.of("liquidations", "its issuer's equity", "withdrawals", "leveraged tokens")) {
      sum += figure(table, channel, 4);
    }
    assertThat(figure(table, "sum", 4)).isCloseTo(sum, within(1e-12));
  }

  @Test
  void theSentenceSaysWhichChannelsAreInAndWhichAreNot() {
    String some = yaml.replaceAll("(?m)^    run: .*\n", "");
    assertThat(section(some, "spiral").sentences().getFirst())
        .contains("0.188235 by leveraged tokens; the book tells nothing of withdrawals)");
  }

  @Test
  void aRunWithoutALimitIsNotComputed() {
    String open = yaml.replace("sensitivity: 0.4", "sensitivity: unknown");
    assertThat(section(open, "spiral").sentences().getFirst())
        .contains("the book tells nothing of withdrawals)");
  }

  @Test
  void aBookThatTellsNothingOfItHasNoSectionsForIt() {
    String plain =
        yaml.replaceAll("(?m)^    (own-token|emission|run|leveraged-tokens): ?.*\n", "")
            .replaceAll("(?m)^      - \\{name: VEN.*\n", "");
    assertThat(found(plain, "own-token")).isEmpty();
    assertThat(found(plain, "emission")).isEmpty();
    assertThat(section(plain, "spiral").tables()).extracting(Table::name).containsExactly("spiral");
  }

  @Test
  void anotherIssuersTokenIsNotComputed() {
    String foreign = yaml.replace("issuer: venue", "issuer: C");
    assertThat(section(foreign, "own-token").sentences().getFirst())
        .isEqualTo(
            "VEN follows the equity of C, of which the book of venue does not tell enough: nothing is"
                + " computed.");
  }

  @Test
  void withoutADepthTheAttackIsUnknownAndThePricesAreNot() {
    String shallow = yaml.replace("depth: 50m", "adv: 50m");
    Section section = section(shallow, "own-token");
    assertThat(section.sentences())
        .contains(
            "What it takes to bring it there is not known: the book tells no depth for the next unit"
                + " sold.");
    assertThat(figure(table(section, "own_token"), "tipping price", 3))
        .isCloseTo(1.24, within(1e-12));
  }

  @Test
  void aPriceBelowTheTippingPriceNeedsNobody() {
    assertThat(section(yaml.replace("price: 1.70", "price: 1.20"), "own-token").sentences())
        .contains("It may stand there already: nobody has to bring it down.");
  }

  @Test
  void anUnknownMultipleLeavesOnlyThatFromWhichAFallFeedsOnItself() {
    String held =
        yaml.replace(", per-equity: 2.5", "")
            .replace("asset: VEN, quantity: 90m", "asset: VEN, quantity: 140m");
    Section section = section(held, "own-token");
    assertThat(section.sentences().get(1))
        .startsWith("How much of its market value follows equity is not told. From 2 units");
    assertThat(section.charts()).isEmpty();
  }

  @Test
  void theSupporterIsTheIssuerOrWhomTheBookNames() {
    Section own = section(yaml, "emission");
    assertThat(own.sentences().getFirst()).contains("the cash lasts 100 days");
    String other = yaml.replace("inflow: 1m}", "inflow: 1m, supporter: customers}");
    assertThat(section(other, "emission").sentences().getFirst())
        .startsWith(
            "VEN: customers holds up 1.7 with up to 700,000 USD a day; the cash lasts 200 days");
  }

  @Test
  void rangesShowBothEnds() {
    String open = yaml.replace("per-equity: 2.5", "per-equity: {low: 2.4, high: 2.5}");
    Section section = section(open, "own-token");
    Table table = table(section, "own_token");
    assertThat(figure(table, "price that equity justifies", 3)).isCloseTo(1.64, within(1e-12));
    assertThat(figure(table, "price that equity justifies", 4)).isCloseTo(1.7, within(1e-12));
    assertThat(((Chart.Lines) section.charts().getFirst()).lines()).hasSize(3);
  }
}
