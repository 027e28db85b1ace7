package org.plimsoll.solvency.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.plimsoll.text.FileText;
import org.plimsoll.text.Place;
import org.plimsoll.text.Problems;
import org.plimsoll.text.Tree;

/// Reads one table of a book row by row, so that its size costs no memory beyond what its entries
/// take.
///
/// A row becomes the same [Tree] as the entry that it stands for would be in YAML, and is read by
/// the same code. The schema is asked about a row only if the row may differ from it.
final class TableFile {
  /// How many bytes a table may have: 1 GiB, a thousand for each of a million accounts.
  static final long BYTES_MAX = 1L << 30;

  private static final int BYTE_ORDER_MARK_BYTES = 3;

  private final Path path;
  private final String file;
  private final String section;
  private final BookReading reading;
  private final Problems problems;
  private final Consumer<BookFields> take;

  TableFile(Path path, String section, BookReading reading, Consumer<BookFields> take) {
    this.path = path;
    this.file = path.toString();
    this.section = section;
    this.reading = reading;
    this.problems = reading.problems();
    this.take = take;
  }

  void read() {
    try {
      if (Files.size(path) > BYTES_MAX) {
        refuse("the table is larger than " + BYTES_MAX + " bytes; a table may not be larger");
      } else {
        readRows();
      }
    } catch (CharacterCodingException notText) {
      findNotText();
    } catch (IOException unreadable) {
      refuse("this file cannot be read: " + unreadable);
    }
  }

  private void readRows() throws IOException {
    TableRows rows = new TableRows(file);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path));
        CsvReader<List<Tree.Scalar>> csv =
            CsvReader.builder()
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(rows, text(in))) {
      readRows(csv.iterator());
    } catch (CsvParseException notCsv) {
      problems.add(new Place(file, rows.line(), 1), "this is not CSV: " + reason(notCsv));
    } catch (UncheckedIOException unreadable) {
      throw unreadable.getCause();
    }
  }

  /// What the parser says of a quote that is never closed, in the words of its causes.
  private static String reason(CsvParseException notCsv) {
    Throwable cause = notCsv.getCause() == null ? notCsv : notCsv.getCause();
    return String.valueOf(cause.getMessage());
  }

  private void readRows(Iterator<List<Tree.Scalar>> rows) {
    if (!rows.hasNext()) {
      refuse("the table is empty; its first line names the columns");
      return;
    }
    Optional<TableColumns> columns = TableColumns.of(rows.next(), section, reading);
    while (columns.isPresent() && rows.hasNext()) {
      readRow(rows.next(), columns.get());
    }
  }

  private void readRow(List<Tree.Scalar> cells, TableColumns columns) {
    if (cells.size() != columns.count()) {
      String found = cells.size() + (cells.size() == 1 ? " field" : " fields");
      String expected = "; the first line names " + columns.count() + " columns";
      problems.add(cells.getLast().place(), "this row has " + found + expected);
      return;
    }
    Tree entry = columns.entry(cells);
    if (!columns.isPlainlyValid(cells)) {
      if (problems.isFull()) {
        problems.addUnlisted();
        return;
      }
      refuseControls(cells);
      BookSchema.checkEntry(section, entry, problems);
    }
    if (reading.holds(entry)) {
      take.accept(new BookFields(entry, reading));
    }
  }

  private void refuseControls(List<Tree.Scalar> cells) {
    for (Tree.Scalar cell : cells) {
      if (!FileText.isPrintable(cell.text())) {
        problems.add(cell.place(), "a control character stands in this field");
      }
    }
  }

  private static InputStreamReader text(InputStream in) throws IOException {
    in.mark(BYTE_ORDER_MARK_BYTES);
    byte[] start = in.readNBytes(BYTE_ORDER_MARK_BYTES);
    if (!new String(start, StandardCharsets.UTF_8).equals(FileText.BYTE_ORDER_MARK)) {
      in.reset();
    }
    return new InputStreamReader(
        in,
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private void findNotText() {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
      FileText.refuseNotText(in, file, problems);
    } catch (IOException unreadable) {
      refuse("this file cannot be read: " + unreadable);
    }
  }

  private void refuse(String message) {
    problems.add(Place.whole(file), message);
  }
}
