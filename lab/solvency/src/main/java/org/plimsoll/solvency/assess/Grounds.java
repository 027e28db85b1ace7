package org.plimsoll.solvency.assess;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Interval;

/// What the answers over a book rest on: its sources, and what it leaves open.
final class Grounds {
  private final Book book;
  private final List<Assumption> assumptions = new ArrayList<>();
  private final SortedMap<BookFigures.Group, FirstNames> sourceless = new TreeMap<>();
  private final Map<String, FirstNames> bySource = new LinkedHashMap<>();

  private Grounds(Book book) {
    this.book = book;
  }

  static Grounds of(Book book) {
    Grounds grounds = new Grounds(book);
    BookFigures.forEach(book, grounds::add);
    grounds.addSourceless();
    grounds.addRules();
    return grounds;
  }

  /// Returns the sources in the order in which the book first names them.
  List<Source> sources() {
    return bySource.entrySet().stream().map(entry -> entry.getValue().of(entry.getKey())).toList();
  }

  /// Returns every range and unknown, then what has no source, then the rules that decide.
  List<Assumption> assumptions() {
    return List.copyOf(assumptions);
  }

  private void add(BookFigures.Named figure) {
    if (!figure.value().isExact()) {
      addOpen(figure);
    }
    if (figure.hasSource()) {
      bySource.computeIfAbsent(figure.figure().source(), _ -> new FirstNames()).add(figure);
    } else if (figure.group() != BookFigures.Group.PLEDGES || !Bounds.isZero(figure.value())) {
      sourceless.computeIfAbsent(figure.group(), _ -> new FirstNames()).add(figure);
    }
  }

  private void addOpen(BookFigures.Named figure) {
    Interval value = figure.value();
    boolean bounded = value.low() != null && value.high() != null;
    assumptions.add(
        new Assumption(
            bounded ? Assumption.Kind.RANGE : Assumption.Kind.UNKNOWN,
            "The " + figure.name() + " is " + Wording.range(value) + ".",
            figure.figure().source()));
  }

  private void addSourceless() {
    sourceless.forEach((group, names) ->
        assumptions.add(
            new Assumption(
                Assumption.Kind.NO_SOURCE,
                "No source is named for " + group.plural() + ": " + names.inWords() + ".",
                "")));
  }

  private void addRules() {
    addOwnTokenRule();
    if (!Positions.accounts(book).isEmpty()) {
      addRule(
          "Of what accounts under water owe, "
              + Wording.percent(book.policies().accountRecovery())
              + " is expected back.");
      addRule("What one account owes is never set off against what another is owed.");
      addCommingledRule();
    }
    long unpledged =
        book.custody().stream().filter(held -> Bounds.isZero(held.encumbered().value())).count();
    if (unpledged > 0) {
      addRule(
          "A holding counts as free where the book names no pledge: "
              + unpledged
              + " of "
              + book.custody().size()
              + ".");
    }
    if (!Positions.borrowed(book).isEmpty()) {
      addRule(
          "What "
              + book.subject()
              + " has borrowed counts in full and ranks equally with the claims of accounts.");
    }
    if (!Positions.lent(book).isEmpty()) {
      addRule("Collateral of loans is no part of what is in custody.");
    }
    addRule("Liquid assets turn into money at their price; no other asset does so now.");
  }

  /// Recovery under commingling is a question, not a claim that the book's assets are commingled.
  private void addCommingledRule() {
    long apart = Positions.accounts(book).stream().filter(Account::segregated).count();
    if (apart > 0) {
      addRule(
          "Recovery under commingling asks what if everything on hand answered for every account,"
              + " those that the book says are kept apart too: "
              + apart
              + " of "
              + Positions.accounts(book).size()
              + ".");
    }
  }

  private void addOwnTokenRule() {
    SortedSet<String> own = OwnTokens.of(book);
    addRule(
        own.isEmpty()
            ? "The book names no asset as issued by " + book.subject() + " or by a related party."
            : "Own tokens, as issued by "
                + book.subject()
                + " or a related party: "
                + Wording.list(List.copyOf(own))
                + ".");
  }

  private void addRule(String sentence) {
    assumptions.add(new Assumption(Assumption.Kind.RULE, sentence, ""));
  }
}
