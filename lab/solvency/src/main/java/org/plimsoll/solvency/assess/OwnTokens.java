package org.plimsoll.solvency.assess;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Party;

/// Who stands or falls with the subject, and which assets are therefore its own paper.
///
/// Relation is read both ways and passed on: whoever is related to, owns, or is owned by a related
/// party is related. That is deliberately wide; own paper that is missed makes a book look sound.
public final class OwnTokens {
  private OwnTokens() {}

  /// Returns the ids of the parties related to the subject, without the subject itself.
  public static SortedSet<String> relatedParties(Book book) {
    return relatedTo(book, book.subject());
  }

  /// Returns the ids of the parties related to `party`, without itself.
  public static SortedSet<String> relatedTo(Book book, String party) {
    SortedMap<String, List<String>> links = links(book);
    SortedSet<String> reached = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>();
    open.add(party);
    while (!open.isEmpty()) {
      String next = open.remove();
      if (reached.add(next)) {
        open.addAll(links.getOrDefault(next, List.of()));
      }
    }
    reached.remove(party);
    return reached;
  }

  /// Returns the ids of the assets that the subject or a party related to it has issued.
  public static SortedSet<String> of(Book book) {
    NavigableSet<String> issuers = new TreeSet<>(relatedParties(book));
    issuers.add(book.subject());
    return book.assets().stream()
        .filter(asset -> asset.issuer().filter(issuers::contains).isPresent())
        .map(Asset::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static SortedMap<String, List<String>> links(Book book) {
    SortedMap<String, List<String>> links = new TreeMap<>();
    for (Party party : book.parties()) {
      party.relatedTo().forEach(other -> link(links, party.id(), other));
      party.owners().forEach(ownership -> link(links, party.id(), ownership.owner()));
    }
    return links;
  }

  private static void link(SortedMap<String, List<String>> links, String a, String b) {
    links.computeIfAbsent(a, _ -> new ArrayList<>()).add(b);
    links.computeIfAbsent(b, _ -> new ArrayList<>()).add(a);
  }
}
