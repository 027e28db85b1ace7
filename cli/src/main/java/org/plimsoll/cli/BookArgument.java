package org.plimsoll.cli;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.file.BookReader;
import org.plimsoll.solvency.file.FoldedBook;
import org.plimsoll.solvency.file.PartedBook;
import org.plimsoll.solvency.file.ReadResult;
import org.plimsoll.text.Problem;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The book that a verb is about.
final class BookArgument {
  private static final String STANDARD_INPUT = "-";

  @Parameters(
      paramLabel = "BOOK",
      description =
          "A book file, a folder with a book.yaml, the name of a shipped book (see 'plimsoll"
              + " books'), or - for stdin.")
  private String name = "";

  @Option(
      names = "--at",
      paramLabel = "DATE",
      description =
          "Read the book as it stood on that day, such as 2022-11-02, instead of its own date.")
  private Optional<LocalDate> at = Optional.empty();

  /// Returns the book as it was named.
  String name() {
    return name;
  }

  /// Returns the book.
  ///
  /// @throws CommandFailure with exit code 4 if it cannot be read or says nothing
  Book read() {
    return read(name, at);
  }

  /// Returns the book as far as a judgment needs it, if its accounts lie in parts.
  ///
  /// @throws CommandFailure with exit code 4 if it cannot be read
  Optional<FoldedBook> readParts(PartsOption parts) {
    boolean isStream = name.equals(STANDARD_INPUT);
    return parts.read(isStream ? Optional.empty() : PartedBook.find(name, at), name);
  }

  /// Returns the book of that name as it stood on a day.
  ///
  /// @throws CommandFailure with exit code 4 if it cannot be read or says nothing
  static Book read(String name, Optional<LocalDate> at) {
    ReadResult result =
        name.equals(STANDARD_INPUT)
            ? BookReader.read(System.in, "standard input", at)
            : BookReader.read(name, at);
    return switch (result) {
      case ReadResult.ReadBook(Book book) -> withContents(name, book);
      case ReadResult.Refused(var problems) ->
          throw CommandFailure.inInput(
              problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    };
  }

  /// A book that lost its sections on the way must not pass for one of a party that owes nothing.
  private static Book withContents(String name, Book book) {
    if (book.accounts().isEmpty() && book.loans().isEmpty() && book.custody().isEmpty()) {
      throw new CommandFailure(
          ExitCode.INVALID_INPUT,
          name + " says nothing of what is owed or held; expected accounts, loans or custody");
    }
    return book;
  }
}
