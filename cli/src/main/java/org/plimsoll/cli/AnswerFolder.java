package org.plimsoll.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.plimsoll.report.AssessmentTables;
import org.plimsoll.report.HtmlPage;
import org.plimsoll.report.JsonPage;
import org.plimsoll.report.Provenance;
import org.plimsoll.report.Section;
import org.plimsoll.results.CsvTable;
import org.plimsoll.results.Manifest;
import org.plimsoll.results.ParquetFiles;
import org.plimsoll.results.ResultFiles;
import org.plimsoll.results.Table;
import org.plimsoll.solvency.assess.Assessment;

/// What `--out` writes: the pages, every table as CSV and as Parquet, and the manifest, which comes
/// last so that it never names what is not there yet.
final class AnswerFolder {
  private AnswerFolder() {}

  /// Writes the answer into `folder`; what the machine refuses ends with exit code 2.
  ///
  /// @param headline what the parts say, where they are what was asked for
  static void write(
      Path folder,
      Optional<String> headline,
      Assessment assessment,
      List<Section> parts,
      Provenance provenance) {
    ResultFiles files;
    try {
      files = files(headline, assessment, parts, provenance);
    } catch (IOException refused) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "cannot make the Parquet files: "
              + refused.getMessage()
              + "; DuckDB needs 80 MB in "
              + System.getProperty("java.io.tmpdir"));
    }
    new Destination(folder).write(files::writeTo);
  }

  private static ResultFiles files(
      Optional<String> headline, Assessment assessment, List<Section> parts, Provenance provenance)
      throws IOException {
    ResultFiles files = new ResultFiles();
    files.add(
        "index.html",
        headline
            .map(said -> HtmlPage.ofSections(said, assessment, parts, provenance))
            .orElseGet(() -> HtmlPage.of(assessment, parts, provenance)));
    files.add("assessment.json", JsonPage.of(assessment, parts, provenance));
    try (ParquetFiles parquet = ParquetFiles.open()) {
      for (Table table : AssessmentTables.of(assessment, parts)) {
        files.add(table.name() + ".csv", CsvTable.of(table));
        files.add(table.name() + ".parquet", parquet.bytes(table));
      }
    }
    Manifest manifest =
        new Manifest(
            provenance.version(),
            provenance.bookName(),
            provenance.bookHash(),
            provenance.command(),
            files.entries());
    files.add("manifest.json", manifest.json());
    return files;
  }
}
