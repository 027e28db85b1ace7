package org.plimsoll.solvency.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plimsoll.solvency.assess.FoldedAccounts;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.text.FileText;
import org.plimsoll.text.Problem;
import org.plimsoll.text.Problems;
import org.plimsoll.text.Tree;
import org.plimsoll.text.TreeReader;

/// One of the parts in which the accounts of a book lie beside its file, with their positions. It
/// can be sent to another machine, which has to find the folder of the book in the same place.
///
/// @param book path of the file of the book
/// @param at the day as of which it is read; its own date where there is none
/// @param name what stands in the names of its tables in place of `*`
public record BookPart(String book, @Nullable LocalDate at, String name) implements Serializable {
  private static final Set<String> OF_OTHERS = Set.of("accounts", "positions", "loans", "custody");

  /// Reads the part, alone, and folds its accounts.
  public PartFold fold() {
    Path file = Path.of(book);
    Problems problems = new Problems(book, BookReader.KIND);
    try (InputStream in = Files.newInputStream(file)) {
      return FileText.decode(in.readNBytes(BookReader.FILE_BYTES_MAX + 1), problems)
          .flatMap(text -> TreeReader.read(text, problems))
          .flatMap(tree -> fold(tree, Tables.ofPart(file, name), problems))
          .orElseGet(() -> new PartFold.Refused(problems.inFileOrder()));
    } catch (IOException unreadable) {
      return new PartFold.Refused(
          List.of(new Problem(book, 0, 0, "this file cannot be read: " + unreadable)));
    }
  }

  private Optional<PartFold> fold(Tree tree, Tables tables, Problems problems) {
    DatedParts dates = DatedParts.of(tree, Optional.ofNullable(at));
    BookReading reading = new BookReading(problems, tables, dates);
    Book part = new BookSections(withoutOthers(dates.select(tree)), reading).book();
    reading.requireComplete();
    return problems.isEmpty()
        ? Optional.of(
            new PartFold.Folded(
                FoldedAccounts.of(part.accounts(), part),
                AccountRun.of(part.accounts()),
                new LinkedHashMap<>(reading.uses())))
        : Optional.empty();
  }

  private static Tree withoutOthers(Tree tree) {
    return tree instanceof Tree.Mapping mapping
        ? new Tree.Mapping(
            mapping.entries().stream().filter(entry -> !OF_OTHERS.contains(entry.key())).toList(),
            mapping.place())
        : tree;
  }
}
