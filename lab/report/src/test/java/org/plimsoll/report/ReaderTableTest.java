package org.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.results.Cell;
import org.plimsoll.results.Column;
import org.plimsoll.results.Ratio;
import org.plimsoll.results.Table;

class ReaderTableTest {
  private static final Cell NOTHING = new Cell.Empty();

  private static Cell decimal(String value) {
    return new Cell.Decimal(new BigDecimal(value));
  }

  private static List<String> ranges(Cell low, Cell high) {
    Table table =
        new Table(
            "gaps",
            List.of(
                new Column("gap_low", Column.Kind.DECIMAL),
                new Column("gap_high", Column.Kind.DECIMAL)),
            List.of(List.of(low, high)));
    return ReaderTable.of(table).rows().getFirst();
  }

  @Test
  void shouldShowAPairOfColumnsAsOneRange() {
    assertThat(ranges(decimal("-1000"), decimal("2.50"))).containsExactly("-1,000 to 2.5");
    assertThat(ranges(decimal("3"), decimal("3.0"))).containsExactly("3");
    assertThat(ranges(decimal("3"), NOTHING)).containsExactly("at least 3");
    assertThat(ranges(NOTHING, decimal("3"))).containsExactly("at most 3");
    assertThat(ranges(NOTHING, NOTHING)).containsExactly("unknown");
  }

  @Test
  void shouldMakeWordsOfNames() {
    Table table =
        new Table(
            "load-lines",
            List.of(
                new Column("asset", Column.Kind.TEXT),
                new Column("line_low", Column.Kind.MODEL),
                new Column("line_high", Column.Kind.MODEL),
                new Column("last_safe_debt", Column.Kind.DECIMAL)),
            List.of());
    ReaderTable read = ReaderTable.of(table);
    assertThat(read.caption()).isEqualTo("Load lines");
    assertThat(read.headings()).containsExactly("Asset", "Line", "Last safe debt");
  }

  @Test
  void shouldKeepColumnsApartThatAreNoRange() {
    Table table =
        new Table(
            "words",
            List.of(
                new Column("name_low", Column.Kind.TEXT),
                new Column("name_high", Column.Kind.TEXT),
                new Column("gap_low", Column.Kind.DECIMAL),
                new Column("gain_high", Column.Kind.DECIMAL)),
            List.of());
    assertThat(ReaderTable.of(table).headings())
        .containsExactly("Name low", "Name high", "Gap low", "Gain high");
  }

  @Test
  void shouldShowPartsInPercentWhereTheNameSaysSo() {
    Table table =
        new Table(
            "parts",
            List.of(
                new Column("recovery", Column.Kind.RATIO),
                new Column("spiral", Column.Kind.RATIO),
                new Column("failure_probability_low", Column.Kind.MODEL),
                new Column("failure_probability_high", Column.Kind.MODEL),
                new Column("collateral_ltv", Column.Kind.DECIMAL)),
            List.of(
                List.of(
                    new Cell.Fraction(Ratio.of(BigDecimal.TWO, new BigDecimal(3))),
                    new Cell.Fraction(Ratio.of(BigDecimal.TWO, new BigDecimal(3))),
                    new Cell.Model(0.1),
                    new Cell.Model(1.0 / 3),
                    decimal("0.855"))));
    assertThat(ReaderTable.of(table).rows().getFirst())
        .containsExactly("66.6666%", "0.666666", "10% to 33.3333%", "85.5%");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0",
        "-0.0|0",
        "1234567.89|1,234,570",
        "-0.0001234567|-0.000123457",
        "2.5e-9|2.5e-9",
        "1e-9|1e-9",
        "1.23456789e18|1.23457e18",
        "999999999|1,000,000,000"
      })
  void shouldShowModelsWithSixDigitsAtMost(double value, String words) {
    assertThat(CellWords.model(value)).isEqualTo(words);
  }
}
