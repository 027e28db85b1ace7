package org.plimsoll.solvency.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.text.FileKind;
import org.plimsoll.text.FileText;
import org.plimsoll.text.Nearest;
import org.plimsoll.text.Problem;
import org.plimsoll.text.Problems;
import org.plimsoll.text.Tree;
import org.plimsoll.text.TreeReader;

/// Reads book files.
///
/// The answer is a book or every problem of the file, never both and never an exception: whatever
/// bytes come in, a caller has something to print. A file has at most [#FILE_BYTES_MAX] bytes; what
/// is larger stands in tables beside it.
public final class BookReader {
  /// How many bytes a book file may have.
  public static final int FILE_BYTES_MAX = 16 * 1024 * 1024;

  /// What the file of a book is called that is given as a folder.
  public static final String IN_FOLDER = "book.yaml";

  static final FileKind KIND = new FileKind("book", "book: 1");

  private BookReader() {}

  /// Reads a file or a folder by path, or a book that ships by its name, such as `levine-8`. A file
  /// goes first, and a folder only if it has a [#IN_FOLDER]: results are often written to a folder
  /// that is named after its book.
  public static ReadResult read(String pathOrName) {
    return read(pathOrName, Optional.empty());
  }

  /// Reads a book as it stood on a day: entries that say `from` or `until` count on the days they
  /// name, facts from the day on which they became known.
  ///
  /// @param pathOrName a file, or the name of a book that ships
  /// @param at the day; the date of the book where it is empty
  public static ReadResult read(String pathOrName, Optional<LocalDate> at) {
    Optional<Path> file = existing(pathOrName);
    if (file.isPresent()) {
      return read(file.get(), at);
    }
    return ShippedBooks.bytes(pathOrName)
        .map(bytes -> read(bytes, pathOrName, Tables.none(), at))
        .orElseGet(() -> refuse(pathOrName, unknownName(pathOrName)));
  }

  /// Reads a file, or a folder with a [#IN_FOLDER].
  public static ReadResult read(Path file) {
    return read(file, Optional.empty());
  }

  /// Returns the file of a book that is given as a file or as a folder.
  static Path file(Path fileOrFolder) {
    return Files.isDirectory(fileOrFolder) ? fileOrFolder.resolve(IN_FOLDER) : fileOrFolder;
  }

  private static ReadResult read(Path fileOrFolder, Optional<LocalDate> at) {
    Path file = file(fileOrFolder);
    if (Files.isDirectory(fileOrFolder) && !Files.exists(file)) {
      return refuse(
          fileOrFolder.toString(),
          "this is a folder without a file `" + IN_FOLDER + "`; expected a book");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(FILE_BYTES_MAX + 1);
      return read(bytes, file.toString(), Tables.beside(file), at);
    } catch (IOException unreadable) {
      return refuse(file.toString(), "this file cannot be read: " + unreadable);
    }
  }

  /// Reads a stream to its end, and leaves it open.
  ///
  /// @param in the bytes of a book file
  /// @param name what to call the file in problems
  public static ReadResult read(InputStream in, String name) {
    return read(in, name, Optional.empty());
  }

  /// Reads a stream to its end as the book stood on a day, and leaves it open.
  ///
  /// @param in the bytes of a book file
  /// @param name what to call the file in problems
  /// @param at the day; the date of the book where it is empty
  public static ReadResult read(InputStream in, String name, Optional<LocalDate> at) {
    try {
      return read(in.readNBytes(FILE_BYTES_MAX + 1), name, Tables.none(), at);
    } catch (IOException unreadable) {
      return refuse(name, "this file cannot be read: " + unreadable);
    }
  }

  private static ReadResult read(byte[] bytes, String name, Tables tables, Optional<LocalDate> at) {
    if (bytes.length > FILE_BYTES_MAX) {
      return refuse(
          name, "the file is larger than " + FILE_BYTES_MAX + " bytes; a book may not be larger");
    }
    Problems problems = new Problems(name, KIND);
    Optional<Book> book =
        FileText.decode(bytes, problems)
            .flatMap(text -> TreeReader.read(text, problems))
            .flatMap(tree -> book(tree, tables, at, problems));
    return book.isPresent()
        ? new ReadResult.ReadBook(book.get())
        : new ReadResult.Refused(problems.inFileOrder());
  }

  private static Optional<Book> book(
      Tree tree, Tables tables, Optional<LocalDate> at, Problems problems) {
    if (!(tree instanceof Tree.Mapping)) {
      problems.add(tree.place(), "this is not a book; " + KIND.beginning());
      return Optional.empty();
    }
    BookSchema.check(tree, problems);
    DatedParts dates = DatedParts.of(tree, at);
    BookReading reading = new BookReading(problems, tables, dates);
    Book book = BookSections.read(dates.select(tree), reading);
    reading.requireComplete();
    return problems.isEmpty() ? Optional.of(book) : Optional.empty();
  }

  /// Returns the file or folder that is meant by what a user gave, if it is there.
  static Optional<Path> existing(String pathOrName) {
    try {
      return Optional.of(Path.of(pathOrName))
          .filter(file -> !pathOrName.isEmpty() && Files.exists(file))
          .filter(file -> isBook(file) || !ShippedBooks.names().contains(pathOrName));
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }

  private static boolean isBook(Path path) {
    return !Files.isDirectory(path) || Files.exists(path.resolve(IN_FOLDER));
  }

  private static String unknownName(String name) {
    return "there is no such file, and no shipped book of that name"
        + Nearest.hint(name, ShippedBooks.names())
        + "; shipped are "
        + String.join(", ", ShippedBooks.names());
  }

  private static ReadResult refuse(String name, String message) {
    return new ReadResult.Refused(List.of(new Problem(name, 0, 0, message)));
  }
}
