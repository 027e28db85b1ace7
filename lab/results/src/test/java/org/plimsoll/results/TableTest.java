package org.plimsoll.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
  private static final List<Column> COLUMNS =
      List.of(
          new Column("asset", Column.Kind.TEXT),
          new Column("held", Column.Kind.DECIMAL),
          new Column("recovery", Column.Kind.RATIO));

  private static Table table(Cell... row) {
    return new Table("assets", COLUMNS, List.of(List.of(row)));
  }

  private static Cell text(String value) {
    return new Cell.Text(value);
  }

  private static Cell decimal(String value) {
    return new Cell.Decimal(new BigDecimal(value));
  }

  private static Cell twoThirds() {
    return new Cell.Fraction(Ratio.of(new BigDecimal("2"), new BigDecimal("3")));
  }

  @Test
  void shouldWriteCsvWithTheFractionKept() {
    assertThat(CsvTable.of(table(text("BTC"), decimal("1E+3"), twoThirds())))
        .isEqualTo("asset,held,recovery,recovery_fraction\nBTC,1000,0.666666,2/3\n");
  }

  @Test
  void shouldQuoteOnlyWhereCsvNeedsIt() {
    String lines = CsvTable.of(table(text("a,\"b\"\nc\r"), decimal("-0.50"), new Cell.Empty()));
    assertThat(lines).endsWith("\n\"a,\"\"b\"\"\nc\r\",-0.5,,\n");
  }

  @Test
  void shouldWriteDecimalsAsStringsInJson() {
    assertThat(JsonTable.of(table(text("BT\"C"), decimal("0.00"), twoThirds())))
        .isEqualTo(
            """
            {
              "table" : "assets",
              "rows" : [
                {
                  "asset" : "BT\\"C",
                  "held" : "0",
                  "recovery" : {
                    "fraction" : "2/3",
                    "rounded" : "0.666666"
                  }
                }
              ]
            }
            """);
  }

  @Test
  void shouldLeaveOutInJsonWhatIsEmpty() {
    assertThat(JsonTable.rows(table(text("X"), new Cell.Empty(), new Cell.Empty())).getFirst())
        .containsOnlyKeys("asset");
  }

  @Test
  void shouldRefuseARowThatDoesNotFit() {
    assertThatThrownBy(() -> table(text("BTC")))
        .hasMessage("table assets has 3 columns, a row has 1");
    assertThatThrownBy(() -> table(text("BTC"), text("1"), twoThirds()))
        .hasMessageContaining("held")
        .hasMessageContaining("cannot hold");
  }
}
