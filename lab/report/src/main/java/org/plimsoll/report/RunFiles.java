package org.plimsoll.report;

import java.io.IOException;
import org.plimsoll.ecosystem.outcome.Outcome;
import org.plimsoll.results.CsvTable;
import org.plimsoll.results.Manifest;
import org.plimsoll.results.ParquetFiles;
import org.plimsoll.results.ResultFiles;
import org.plimsoll.results.Table;

/// The files of a run: its page, its tables as CSV and Parquet, `outcome.json`, and the manifest,
/// which comes last so that it never names what is not there yet.
public final class RunFiles {
  private RunFiles() {}

  /// Returns the files, none of which is written yet.
  ///
  /// @param version of Plimsoll
  /// @throws IOException if DuckDB cannot make the Parquet files
  public static ResultFiles of(Outcome outcome, String version) throws IOException {
    ResultFiles files = new ResultFiles();
    files.add("report.html", RunPage.of(outcome, version));
    files.add("outcome.json", RunJson.of(outcome, version));
    outcome.books().forEach((name, book) -> files.add("books/" + name + ".yaml", book));
    try (ParquetFiles parquet = ParquetFiles.open()) {
      for (Table table : RunTables.of(outcome)) {
        files.add(table.name() + ".csv", CsvTable.of(table));
        files.add(table.name() + ".parquet", parquet.bytes(table));
      }
    }
    Manifest manifest =
        new Manifest(
            version,
            outcome.scenario(),
            outcome.scenarioHash(),
            outcome.command(),
            files.entries());
    files.add("manifest.json", manifest.json());
    return files;
  }
}
