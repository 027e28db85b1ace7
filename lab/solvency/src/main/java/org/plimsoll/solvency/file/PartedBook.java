package org.plimsoll.solvency.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.plimsoll.solvency.assess.FoldedAccounts;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.text.FileText;
import org.plimsoll.text.Place;
import org.plimsoll.text.Problem;
import org.plimsoll.text.Problems;
import org.plimsoll.text.Tree;
import org.plimsoll.text.TreeReader;

/// A book whose accounts lie in parts beside its file, each of which is read and folded by itself,
/// so that no memory ever has all of them.
///
/// What comes of it is what comes of reading the same accounts from one table: the sums, the
/// sources, the checks and the hash.
public final class PartedBook {
  /// How many accounts that can owe, ranges and sources a book may have: every view looks at each
  /// of them, in one memory.
  static final int ENTRIES_MAX = 1_000_000;

  private final Path file;
  private final Tree tree;
  private final Optional<LocalDate> at;
  private final Problems problems;
  private final BookReading reading;
  private final BookSections sections;

  private PartedBook(Path file, Tree tree, Optional<LocalDate> at) {
    this.file = file;
    this.tree = tree;
    this.at = at;
    this.problems = new Problems(file.toString(), BookReader.KIND);
    DatedParts dates = DatedParts.of(tree, at);
    this.reading = new BookReading(problems, Tables.withoutParts(file), dates);
    this.sections = new BookSections(dates.select(tree), reading);
  }

  /// Returns the book that a user named, if its accounts lie in parts. Nothing is refused here.
  ///
  /// @param at the day as of which it is read; the date of the book where it is empty
  public static Optional<PartedBook> find(String pathOrName, Optional<LocalDate> at) {
    Optional<Path> file =
        BookReader.existing(pathOrName).map(BookReader::file).filter(Files::isRegularFile);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    Problems unread = new Problems(file.get().toString(), BookReader.KIND);
    try (InputStream in = Files.newInputStream(file.get())) {
      return FileText.decode(in.readNBytes(BookReader.FILE_BYTES_MAX), unread)
          .filter(text -> text.contains("*"))
          .flatMap(text -> TreeReader.read(text, unread))
          .filter(tree -> Tables.isInParts(named(tree, "accounts")))
          .map(tree -> new PartedBook(file.get(), tree, at));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /// Reads the book.
  ///
  /// @throws IOException if the work was interrupted
  public FoldedBook.Result fold(PartSite site) throws IOException {
    BookSchema.check(tree, problems);
    Book head = sections.book();
    List<String> parts = problems.isEmpty() ? parts() : List.of();
    if (!problems.isEmpty()) {
      return new FoldedBook.Result.Refused(problems.inFileOrder());
    }
    List<PartFold> folds = new ArrayList<>();
    folds.add(
        new PartFold.Folded(
            FoldedAccounts.of(head.accounts(), head),
            AccountRun.of(head.accounts()),
            new LinkedHashMap<>()));
    folds.addAll(site.fold(parts.stream().map(this::part).toList()));
    List<Problem> refusals = refusals(folds);
    return refusals.isEmpty() ? whole(head, folds, parts) : new FoldedBook.Result.Refused(refusals);
  }

  private BookPart part(String name) {
    return new BookPart(file.toAbsolutePath().toString(), at.orElse(null), name);
  }

  private List<String> parts() {
    Tables tables = Tables.beside(file);
    String accounts = named(tree, "accounts");
    List<String> parts = tables.parts(accounts, Place.whole(file.toString()), problems);
    String positions = named(tree, "positions");
    if (Tables.isInParts(positions)) {
      for (String part : tables.parts(positions, Place.whole(file.toString()), problems)) {
        if (!parts.contains(part)) {
          problems.add(
              Place.whole(file.resolveSibling(Tables.partName(positions, part)).toString()),
              "the positions of a part are read with its accounts, and there is no file `"
                  + Tables.partName(accounts, part)
                  + "`");
        }
      }
    }
    return parts;
  }

  private static List<Problem> refusals(List<PartFold> folds) {
    List<Problem> refusals = new ArrayList<>();
    for (PartFold fold : folds) {
      if (fold instanceof PartFold.Refused(List<Problem> found)
          && refusals.size() < Problems.KEPT_MAX) {
        refusals.addAll(found);
      }
    }
    return refusals;
  }

  private FoldedBook.Result whole(Book head, List<PartFold> folds, List<String> parts) {
    FoldedAccounts accounts = FoldedAccounts.of(List.of(), head);
    List<AccountRun> runs = new ArrayList<>();
    for (PartFold fold : folds) {
      if (fold instanceof PartFold.Folded folded) {
        accounts.add(folded.accounts());
        runs.add(folded.run());
        folded.uses().forEach(reading::useAsset);
      }
    }
    if (accounts.size() > ENTRIES_MAX) {
      problems.add(
          Place.whole(file.toString()),
          "more than 1,000,000 accounts of this book can owe, or say ranges or sources of their"
              + " own; each of them is looked at in one memory");
      return new FoldedBook.Result.Refused(problems.inFileOrder());
    }
    Book whole = head.withAccounts(accounts.accounts());
    sections.check(whole);
    String hash = BookHash.ofParts(whole, take -> AccountRun.merge(runs, take, twice(parts)));
    reading.requireComplete();
    return problems.isEmpty()
        ? new FoldedBook.Result.Read(new FoldedBook(whole, accounts.grounds(), hash))
        : new FoldedBook.Result.Refused(problems.inFileOrder());
  }

  private Consumer<AccountRun.Twice> twice(List<String> parts) {
    return twice ->
        problems.add(
            Place.whole(nameOf(twice.second(), parts)),
            "the account `"
                + twice.id()
                + "` is already declared in "
                + nameOf(twice.first(), parts));
  }

  /// The first run is that of the file itself.
  private String nameOf(int run, List<String> parts) {
    return run == 0
        ? file.toString()
        : file.resolveSibling(Tables.partName(named(tree, "accounts"), parts.get(run - 1)))
            .toString();
  }

  private static String named(Tree tree, String section) {
    return text(entry(tree, "tables").flatMap(tables -> entry(tables, section)));
  }

  private static String text(Optional<Tree> tree) {
    return tree.filter(Tree.Scalar.class::isInstance)
        .map(Tree.Scalar.class::cast)
        .map(Tree.Scalar::text)
        .orElse("");
  }

  private static Optional<Tree> entry(Tree tree, String key) {
    return tree instanceof Tree.Mapping mapping
        ? mapping.entries().stream()
            .filter(entry -> entry.key().equals(key))
            .map(Tree.Entry::value)
            .findFirst()
        : Optional.empty();
  }
}
