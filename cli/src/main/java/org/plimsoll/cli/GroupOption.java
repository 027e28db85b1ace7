package org.plimsoll.cli;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.plimsoll.report.ConsolidationSections;
import org.plimsoll.report.Section;
import org.plimsoll.solvency.assess.Assessment;
import org.plimsoll.solvency.assess.OwnTokens;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Party;
import org.plimsoll.solvency.consolidate.Consolidation;
import picocli.CommandLine.Option;

/// Whether a book is judged as one group with others.
final class GroupOption {
  private static final String RELATED = "*";

  @Option(
      names = "--consolidate",
      arity = "0..1",
      paramLabel = "NAMES",
      fallbackValue = RELATED,
      description =
          "Judge the subject and its related parties as one group, without what they owe each"
              + " other; with NAMES, the subject and these parties. Give it after BOOK.")
  private @Nullable String names;

  /// Returns whether a group was asked for.
  boolean isAsked() {
    return names != null;
  }

  /// Returns the book of the group, or `book` itself where none was asked for.
  ///
  /// @throws CommandFailure with exit code 4 if the book does not name a member
  Book judged(Book book, String bookName) {
    return names == null ? book : group(names, book, bookName).book();
  }

  /// Returns what the grouping did, or nothing where none was asked for.
  ///
  /// @param together the assessment of the group
  /// @param priced what else happens to a book before it is judged
  List<Section> sections(
      Book book, String bookName, Assessment together, UnaryOperator<Book> priced) {
    if (names == null) {
      return List.of();
    }
    Assessment alone = Assessment.of(priced.apply(book));
    return List.of(
        new ConsolidationSections(group(names, book, bookName), alone, together).section());
  }

  private static Consolidation group(String names, Book book, String bookName) {
    SortedSet<String> members =
        names.equals(RELATED)
            ? OwnTokens.relatedParties(book)
            : new TreeSet<>(List.of(names.split(",", -1)));
    List<String> known = book.parties().stream().map(Party::id).toList();
    List<String> unknown = members.stream().filter(name -> !known.contains(name)).toList();
    if (!unknown.isEmpty()) {
      throw new CommandFailure(
          ExitCode.INVALID_INPUT, bookName + " does not name " + String.join(", ", unknown));
    }
    return Consolidation.of(book, members);
  }
}
