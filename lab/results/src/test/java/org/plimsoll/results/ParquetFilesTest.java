package org.plimsoll.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetFilesTest {
  private static final Cell EMPTY = new Cell.Empty();

  @TempDir private Path folder;

  private static Cell decimal(String value) {
    return new Cell.Decimal(new BigDecimal(value));
  }

  private static Cell ratio(long numerator, long denominator) {
    return new Cell.Fraction(
        new Ratio(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator)));
  }

  private static Table table(Column.Kind kind, Cell... cells) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Cell cell : cells) {
      rows.add(List.of(cell));
    }
    return new Table("sample", List.of(new Column("it\"s 'x'", kind)), rows);
  }

  private static byte[] written(Table table) throws IOException {
    try (ParquetFiles files = ParquetFiles.open()) {
      return files.bytes(table);
    }
  }

  /// Returns the types of the columns, and then every value, row by row.
  private List<String> read(Table table) throws IOException, SQLException {
    Path file = Files.write(folder.resolve("read.parquet"), written(table));
    List<String> said = new ArrayList<>();
    try (Connection database = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
        Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery("select * from '" + file + "'")) {
      int columns = rows.getMetaData().getColumnCount();
      for (int i = 1; i <= columns; i++) {
        said.add(
            rows.getMetaData().getColumnTypeName(i) + " " + rows.getMetaData().getColumnName(i));
      }
      while (rows.next()) {
        for (int i = 1; i <= columns; i++) {
          said.add(rows.getString(i));
        }
      }
    }
    return said;
  }

  @Test
  void shouldGiveAColumnOfDecimalsTheScaleThatHoldsAllOfThem() throws Exception {
    assertThat(read(table(Column.Kind.DECIMAL, decimal("1E+3"), EMPTY, decimal("-0.12500"))))
        .containsExactly("DECIMAL(7,3) it\"s 'x'", "1000.000", null, "-0.125");
  }

  @Test
  void shouldHoldThirtyEightDigitsExactly() throws Exception {
    String digits = "1234567890123456789012345678.0123456789";
    assertThat(read(table(Column.Kind.DECIMAL, decimal(digits))))
        .containsExactly("DECIMAL(38,10) it\"s 'x'", digits);
  }

  @Test
  void shouldWriteDecimalsAsTextWhereOneColumnCannotHoldThem() throws Exception {
    assertThat(read(table(Column.Kind.DECIMAL, decimal("1E+30"), decimal("0.000000001"))))
        .containsExactly("VARCHAR it\"s 'x'", "1000000000000000000000000000000", "0.000000001");
  }

  @Test
  void shouldKeepTheFractionBesideItsDecimals() throws Exception {
    assertThat(read(table(Column.Kind.RATIO, ratio(2, 3), EMPTY)))
        .containsExactly(
            "DECIMAL(7,6) it\"s 'x'", "VARCHAR it\"s 'x'_fraction", "0.666666", "2/3", null, null);
  }

  @Test
  void shouldWriteTextAndModelFiguresAsTheyAre() throws Exception {
    assertThat(read(table(Column.Kind.TEXT, new Cell.Text("å, \"b\"\n"), EMPTY)))
        .containsExactly("VARCHAR it\"s 'x'", "å, \"b\"\n", null);
    assertThat(read(table(Column.Kind.MODEL, new Cell.Model(0.1), EMPTY)))
        .containsExactly("DOUBLE it\"s 'x'", "0.1", null);
  }

  @Test
  void shouldWriteATableWithoutRows() throws Exception {
    assertThat(read(table(Column.Kind.DECIMAL))).containsExactly("DECIMAL(1,0) it\"s 'x'");
  }

  @Test
  void shouldGiveTheSameBytesAndTheSameOrderEachTime() throws Exception {
    Cell[] cells = new Cell[20_000];
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < cells.length; i++) {
      texts.add("row " + (i * 7919L % 10_007));
      cells[i] = new Cell.Text(texts.get(i));
    }
    Table table = table(Column.Kind.TEXT, cells);
    assertThat(written(table)).isEqualTo(written(table));
    List<String> read = read(table);
    assertThat(read.subList(1, read.size())).isEqualTo(texts);
  }
}
