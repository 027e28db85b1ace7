package org.plimsoll.sweep;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import org.plimsoll.results.Cell;
import org.plimsoll.results.Column;
import org.plimsoll.results.CsvTable;
import org.plimsoll.results.JsonTable;
import org.plimsoll.results.Manifest;
import org.plimsoll.results.ParquetFiles;
import org.plimsoll.results.ResultFiles;
import org.plimsoll.results.Table;
import org.plimsoll.results.WholeFile;

/// The files of a sweep: its runs in chunks of Parquet, all of them as one CSV, the summary, and
/// the manifest, which comes last and so says that the sweep is complete.
final class SweepFolder {
  /// Runs in a file of Parquet, which is what a kill can make to be written again.
  static final int CHUNK = 64;

  private static final String MANIFEST = "manifest.json";
  private static final String SUMMARY = "summary.csv";
  private static final String SO_FAR = "so-far.csv";
  private static final String RUNS = "runs";

  private final SweepPlan plan;
  private final Path path;
  private final String version;
  private final String command;

  /// Chunks that this process has written; what an earlier one wrote may be torn, so it is not
  /// counted.
  private int written;

  SweepFolder(SweepPlan plan, Path path, String version, String command) {
    this.plan = plan;
    this.path = path;
    this.version = version;
    this.command = command;
  }

  boolean isComplete() {
    return Files.exists(path.resolve(MANIFEST));
  }

  String summary() throws IOException {
    return Files.readString(path.resolve(SUMMARY));
  }

  /// Writes every chunk whose runs are all there and that is not written yet.
  void writeChunks(SortedMap<Integer, SweepRow> rows) throws IOException {
    while (written < chunks() && isWhole(rows, written)) {
      ResultFiles file = new ResultFiles();
      try (ParquetFiles parquet = ParquetFiles.open()) {
        file.add(name(written), parquet.bytes(table(rows.subMap(first(written), end(written)))));
      }
      file.writeTo(path);
      written++;
    }
  }

  /// Writes how the figures of the runs that are done lie, for whoever looks at the folder while
  /// the sweep works.
  ///
  /// @param rows at least one
  List<Band> writeSoFar(SortedMap<Integer, SweepRow> rows) throws IOException {
    Table runs = table(rows);
    List<Band> bands = Band.of(runs.columns(), runs.rows());
    WholeFile.write(path.resolve(SO_FAR), CsvTable.of(SweepSummary.of(bands)));
    return bands;
  }

  private int chunks() {
    return (plan.runs() + CHUNK - 1) / CHUNK;
  }

  private static int first(int chunk) {
    return chunk * CHUNK;
  }

  private int end(int chunk) {
    return Math.min(plan.runs(), (chunk + 1) * CHUNK);
  }

  private static String name(int chunk) {
    return RUNS + "-" + SweepRow.number(chunk) + ".parquet";
  }

  private boolean isWhole(SortedMap<Integer, SweepRow> rows, int chunk) {
    return rows.subMap(first(chunk), end(chunk)).size() == end(chunk) - first(chunk);
  }

  private static Table table(SortedMap<Integer, SweepRow> rows) {
    List<Column> columns = rows.values().iterator().next().columns();
    List<List<Cell>> cells = new ArrayList<>();
    rows.forEach((run, row) -> {
      if (!row.columns().equals(columns)) {
        throw new IllegalStateException("run " + run + " has other figures than the first run");
      }
      cells.add(row.cells());
    });
    return new Table(RUNS, columns, cells);
  }

  /// Writes what comes when every run is done.
  void write(SortedMap<Integer, SweepRow> rows) throws IOException {
    writeChunks(rows);
    Table runs = table(rows);
    Table summary = SweepSummary.of(Band.of(runs.columns(), runs.rows()));
    ResultFiles files = new ResultFiles();
    files.add(RUNS + ".csv", CsvTable.of(runs));
    files.add(SUMMARY, CsvTable.of(summary));
    files.add("summary.json", JsonTable.of(summary));
    if (plan.sampling() == Sampling.SOBOL) {
      Table sensitivity = Sensitivity.of(plan, runs.columns(), runs.rows());
      files.add(sensitivity.name() + ".csv", CsvTable.of(sensitivity));
      files.add(sensitivity.name() + ".json", JsonTable.of(sensitivity));
    }
    List<Manifest.Entry> entries = new ArrayList<>();
    for (int chunk = 0; chunk < chunks(); chunk++) {
      entries.add(entry(name(chunk)));
    }
    entries.addAll(files.entries());
    Manifest manifest =
        new Manifest(version, plan.scenario(), plan.scenarioHash(), command, entries);
    files.add(MANIFEST, manifest.json().getBytes(StandardCharsets.UTF_8));
    Files.deleteIfExists(path.resolve(SO_FAR));
    files.writeTo(path);
  }

  private Manifest.Entry entry(String name) throws IOException {
    Path file = path.resolve(name);
    try (InputStream bytes =
        new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
      long length = bytes.transferTo(OutputStream.nullOutputStream());
      byte[] hash = ((DigestInputStream) bytes).getMessageDigest().digest();
      return new Manifest.Entry(name, length, HexFormat.of().formatHex(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
