package org.plimsoll.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.plimsoll.solvency.assess.Assessment;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.file.BookHash;
import org.plimsoll.solvency.file.BookReader;
import org.plimsoll.solvency.file.ReadResult;

/// Loading, assessing and naming a book with its accounts in a table, once in a fresh process,
/// under the options with which the program runs.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Measurement(iterations = 1)
@Fork(
    value = 3,
    jvmArgsAppend = {"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx1g"})
public class BookLoadBenchmark {
  @Param({"100000", "1000000"})
  private int accounts = 1_000;

  private Path folder = Path.of("");
  private Optional<LargeBook> written = Optional.empty();
  private Optional<Assessment> assessed = Optional.empty();

  /// Writes the book.
  ///
  /// @throws IOException if it cannot be written
  @Setup
  public void write() throws IOException {
    folder = Files.createTempDirectory("large-book");
    written = Optional.of(LargeBook.write(folder, accounts));
  }

  /// Demands every sum that was written, and removes the book. A process that has warmed up on a
  /// check would not be a fresh one, so this comes after; a wrong sum leaves no figure.
  ///
  /// @throws IOException if the book cannot be removed
  @TearDown
  public void check() throws IOException {
    written.orElseThrow().check(assessed.orElseThrow());
    Files.delete(folder.resolve("accounts.csv"));
    Files.delete(folder.resolve("book.yaml"));
    Files.delete(folder);
  }

  /// From the folder to the assessment and the hash.
  @Benchmark
  public String loadAndAssess() {
    Book book = book();
    Assessment assessment = Assessment.of(book);
    assessed = Optional.of(assessment);
    return BookHash.of(book);
  }

  private Book book() {
    return switch (BookReader.read(folder)) {
      case ReadResult.ReadBook(Book book) -> book;
      case ReadResult.Refused(var problems) -> throw new IllegalStateException("" + problems);
    };
  }
}
