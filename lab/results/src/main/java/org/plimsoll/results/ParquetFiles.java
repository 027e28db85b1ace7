package org.plimsoll.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import org.duckdb.DuckDBDriver;

/// Tables as Parquet, written by DuckDB.
///
/// A column of decimals becomes `DECIMAL(p,s)` with the least scale that holds every cell exactly;
/// where that needs more than 38 digits, which is all that Parquet readers agree on, the column is
/// text in full digits instead. A ratio takes the two columns that [CsvTable] gives it: six
/// decimals rounded down, and the exact fraction as text. A figure of a model is a double, a cell
/// without a figure is null. One thread writes, so the same tables give the same bytes with the
/// same DuckDB; the file names the version of DuckDB that wrote it.
public final class ParquetFiles implements AutoCloseable {
  private static final String TABLE = "result";

  private final Connection database;
  private final Path folder;

  private ParquetFiles(Connection database, Path folder) {
    this.database = database;
    this.folder = folder;
  }

  /// Starts DuckDB, which takes about a second, in memory and with a temporary folder of its own.
  ///
  /// @throws IOException if the machine has no room for DuckDB's library or cannot load it
  public static ParquetFiles open() throws IOException {
    Path folder = Files.createTempDirectory("plimsoll-");
    try {
      Properties settings = new Properties();
      settings.setProperty("threads", "1");
      settings.setProperty("autoinstall_known_extensions", "false");
      return new ParquetFiles(new DuckDBDriver().connect("jdbc:duckdb:", settings), folder);
    } catch (SQLException | IllegalStateException | LinkageError refused) {
      Files.delete(folder);
      throw new IOException("DuckDB does not start: " + refused.getMessage(), refused);
    }
  }

  /// Returns the bytes of `table` as a Parquet file.
  ///
  /// @throws IOException if DuckDB cannot write it
  public byte[] bytes(Table table) throws IOException {
    Path file = folder.resolve(TABLE + ".parquet");
    List<ParquetColumn> columns = columns(table);
    try (Statement statement = database.createStatement()) {
      statement.execute(
          "create or replace table "
              + TABLE
              + " ("
              + joined(columns, ParquetColumn::declared)
              + ")");
      insert(table, columns);
      statement.execute("copy " + TABLE + " to '" + quoted(file) + "' (format parquet)");
      return Files.readAllBytes(file);
    } catch (SQLException refused) {
      throw new IOException(
          "DuckDB cannot write " + table.name() + ": " + refused.getMessage(), refused);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private void insert(Table table, List<ParquetColumn> columns) throws SQLException {
    String marks = joined(columns, _ -> "?");
    try (PreparedStatement row =
        database.prepareStatement("insert into " + TABLE + " values (" + marks + ")")) {
      for (List<Cell> cells : table.rows()) {
        for (int i = 0; i < columns.size(); i++) {
          row.setObject(i + 1, columns.get(i).value(cells));
        }
        row.addBatch();
      }
      if (!table.rows().isEmpty()) {
        row.executeBatch();
      }
    }
  }

  private static List<ParquetColumn> columns(Table table) {
    List<ParquetColumn> columns = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      columns.addAll(ParquetColumn.of(table, i));
    }
    return columns;
  }

  private static String joined(List<ParquetColumn> columns, Function<ParquetColumn, String> part) {
    return String.join(", ", columns.stream().map(part).toList());
  }

  private static String quoted(Path file) {
    return file.toString().replace("'", "''");
  }

  @Override
  public void close() throws IOException {
    try {
      database.close();
    } catch (SQLException refused) {
      throw new IOException("DuckDB does not stop: " + refused.getMessage(), refused);
    } finally {
      Files.deleteIfExists(folder);
    }
  }
}
