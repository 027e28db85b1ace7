package org.plimsoll.solvency.consolidate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.plimsoll.solvency.assess.OwnTokens;
import org.plimsoll.solvency.assess.Wording;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Party;

/// The subject of a book and other parties as one economic group.
///
/// What members owe each other is nobody's asset and nobody's debt seen from outside, so it is
/// eliminated on both sides by the same amount; what a member owes to others or is owed by them
/// becomes the group's (the elimination of intragroup balances of IFRS 10, paragraph B86). A book
/// tells custody of its subject alone, so of the other members the group has only what the book
/// names: their pledges, and what they hold elsewhere. Tokens of a member are the group's own; as
/// for any subject they count at mark, and not in the answer without own tokens.
///
/// @param alone the book as it was
/// @param book the same with the group in the place of its subject
/// @param members ids of the parties that are one with the subject, without the subject
/// @param eliminated what members owe each other, in the order of the book
/// @param pairs the same by pairs of members
/// @param broughtIn what the members' dealings with others bring to the group
/// @param uncertain what the book leaves open about the group, in sentences
public record Consolidation(
    Book alone,
    Book book,
    SortedSet<String> members,
    List<IntragroupItem> eliminated,
    List<IntragroupPair> pairs,
    List<BroughtIn> broughtIn,
    List<String> uncertain) {
  /// Takes copies.
  public Consolidation {
    members = Collections.unmodifiableSortedSet(new TreeSet<>(members));
    eliminated = List.copyOf(eliminated);
    pairs = List.copyOf(pairs);
    broughtIn = List.copyOf(broughtIn);
    uncertain = List.copyOf(uncertain);
  }

  /// Takes the subject and everybody related to it as one.
  public static Consolidation of(Book book) {
    return of(book, OwnTokens.relatedParties(book));
  }

  /// Takes the subject and the named parties as one, related or not.
  ///
  /// @throws IllegalArgumentException if the book does not name one of them
  public static Consolidation of(Book book, SortedSet<String> parties) {
    List<String> known = book.parties().stream().map(Party::id).toList();
    parties.stream()
        .filter(party -> !known.contains(party))
        .findFirst()
        .ifPresent(party -> {
          throw new IllegalArgumentException("the book has no party " + party);
        });
    SortedSet<String> members = new TreeSet<>(parties);
    members.remove(book.subject());
    Elimination elimination = new Elimination(book, members);
    List<String> uncertain = uncertain(book, members, elimination);
    return new Consolidation(
        book,
        members.isEmpty() ? book : grouped(elimination.book(), members, uncertain),
        members,
        elimination.items(),
        IntragroupPairs.of(book, members, elimination.items()),
        elimination.broughtIn(),
        uncertain);
  }

  private static Book grouped(Book book, SortedSet<String> members, List<String> uncertain) {
    List<String> notes = new ArrayList<>(book.notes());
    notes.add(book.subject() + " stands for one group with " + names(members) + ".");
    notes.addAll(uncertain);
    return book.withTitle(book.title() + "; as one group with " + names(members))
        .withNotes(notes)
        .withParties(book.parties().stream().map(party -> related(party, members, book)).toList());
  }

  /// A member that the book does not relate to the subject is related by being a member.
  private static Party related(Party party, SortedSet<String> members, Book book) {
    if (!members.contains(party.id()) || party.relatedTo().contains(book.subject())) {
      return party;
    }
    List<String> related = new ArrayList<>(party.relatedTo());
    related.add(book.subject());
    return new Party(party.id(), party.kind(), related, party.owners(), party.defaultProbability());
  }

  private static List<String> uncertain(
      Book book, SortedSet<String> members, Elimination elimination) {
    List<String> sentences = new ArrayList<>();
    if (!members.isEmpty()) {
      sentences.add(
          "What "
              + names(members)
              + (members.size() == 1 ? " has and owes" : " have and owe")
              + " beyond the accounts and loans of this book is not told: more assets"
              + " would add to the group's equity, more debts would take from it.");
    }
    if (elimination.broughtIn().stream().anyMatch(each -> each.kind() == BroughtIn.Kind.HOLDING)) {
      sentences.add("Whether what members hold elsewhere is pledged is not told.");
    }
    if (elimination.hasPledgeToMember()) {
      sentences.add(
          "What "
              + book.subject()
              + " has pledged to a member stays pledged here: which of its holdings that is, is not"
              + " told.");
    }
    return sentences;
  }

  private static String names(SortedSet<String> members) {
    return Wording.list(List.copyOf(members));
  }
}
