package org.plimsoll.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.file.ReadResult;
import org.plimsoll.solvency.file.ShippedBooks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `plimsoll books`: what can be assessed without a file.
@Command(name = "books", description = "List the books that ship with Plimsoll.")
final class BooksVerb implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    List<String> names = ShippedBooks.names();
    int width = names.stream().mapToInt(String::length).max().orElse(0);
    for (String name : names) {
      out.println(name + " ".repeat(width - name.length()) + "  " + title(name));
    }
    return ExitCode.SOUND.number();
  }

  private static String title(String name) {
    return switch (ShippedBooks.read(name)) {
      case ReadResult.ReadBook(Book book) -> book.title();
      case ReadResult.Refused(var problems) ->
          throw new IllegalStateException("the shipped book " + name + " is refused: " + problems);
    };
  }
}
