package org.plimsoll.solvency.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.plimsoll.solvency.book.Book;

/// What one book tells and another does not.
///
/// Entries are found by their names, so their order does not count, and neither does where a figure
/// was read. What a book need not say, such as a balance of zero, is not told apart from silence.
/// So books of the same [org.plimsoll.solvency.file.BookHash] differ in notes and facts at most.
///
/// @param before the first book
/// @param after the second book
/// @param entries that differ, in the order of [Part], of the first book, then of the second
/// @param accounts what differs in accounts
/// @param attribution why equity at mark changed; empty where the books are of two subjects
public record BookChange(
    Book before,
    Book after,
    List<EntryChange> entries,
    AccountChanges accounts,
    Optional<EquityAttribution> attribution) {
  /// Takes a copy.
  public BookChange {
    entries = List.copyOf(entries);
  }

  /// Compares two books.
  ///
  /// @throws IllegalArgumentException if they count in different currencies
  public static BookChange of(Book before, Book after) {
    if (!before.currency().equals(after.currency())) {
      throw new IllegalArgumentException(
          "currency " + before.currency() + " is not " + after.currency());
    }
    return new BookChange(
        before,
        after,
        entries(before, after),
        AccountChanges.of(before, after),
        before.subject().equals(after.subject())
            ? Optional.of(EquityAttribution.of(before, after))
            : Optional.empty());
  }

  private static List<EntryChange> entries(Book before, Book after) {
    Map<Entries.Key, SortedMap<String, Told>> old = Entries.of(before);
    Map<Entries.Key, SortedMap<String, Told>> now = Entries.of(after);
    Map<Entries.Key, SortedMap<String, Told>> all = new LinkedHashMap<>(old);
    now.forEach(all::putIfAbsent);
    List<EntryChange> changes = new ArrayList<>();
    all.keySet()
        .forEach(key -> {
          if (!Optional.ofNullable(old.get(key)).equals(Optional.ofNullable(now.get(key)))) {
            changes.add(
                new EntryChange(
                    key.part(),
                    key.name(),
                    Optional.ofNullable(old.get(key)),
                    Optional.ofNullable(now.get(key))));
          }
        });
    changes.sort(Comparator.comparing(EntryChange::part));
    return changes;
  }

  /// Returns the changes in one part of the book.
  public List<EntryChange> entries(Part part) {
    return entries.stream().filter(entry -> entry.part() == part).toList();
  }

  /// Returns whether the books are of the same subject.
  public boolean isOfOneSubject() {
    return before.subject().equals(after.subject());
  }

  /// Returns whether nothing differs on which a verdict could rest: notes and facts may.
  public boolean isOfWordsOnly() {
    return isOfOneSubject()
        && accounts.isEmpty()
        && entries.stream()
            .allMatch(entry -> entry.part() == Part.NOTE || entry.part() == Part.FACT);
  }

  /// Returns whether nothing differs at all.
  public boolean isEmpty() {
    return isOfWordsOnly() && entries.isEmpty();
  }
}
