package org.plimsoll.solvency.assess;

import java.util.AbstractList;
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
  private static final int NAMED_MAX = 3;

  /// Names that are put into words when they are read.
  private static final class Names extends AbstractList<String> {
    private final List<BookFigures.Named> figures = new ArrayList<>();

    @Override
    public String get(int index) {
      return figures.get(index).name();
    }

    @Override
    public int size() {
      return figures.size();
    }
  }

  private final Book book;
  private final List<BookFigures.Named> figures;
  private final List<Assumption> assumptions = new ArrayList<>();

  private Grounds(Book book) {
    this.book = book;
    this.figures = BookFigures.of(book);
  }

  static Grounds of(Book book) {
    Grounds grounds = new Grounds(book);
    grounds.addOpenFigures();
    grounds.addSourceless();
    grounds.addRules();
    return grounds;
  }

  /// Returns the sources in the order in which the book first names them.
  List<Source> sources() {
    Map<String, Names> bySource = new LinkedHashMap<>();
    for (BookFigures.Named figure : figures) {
      if (figure.hasSource()) {
        bySource.computeIfAbsent(figure.figure().source(), _ -> new Names()).figures.add(figure);
      }
    }
    return bySource.entrySet().stream()
        .map(entry -> new Source(entry.getKey(), entry.getValue()))
        .toList();
  }

  /// Returns every range and unknown, then what has no source, then the rules that decide.
  List<Assumption> assumptions() {
    return List.copyOf(assumptions);
  }

  private void addOpenFigures() {
    for (BookFigures.Named figure : figures) {
      Interval value = figure.value();
      if (!value.isExact()) {
        boolean bounded = value.low() != null && value.high() != null;
        assumptions.add(
            new Assumption(
                bounded ? Assumption.Kind.RANGE : Assumption.Kind.UNKNOWN,
                "The " + figure.name() + " is " + Wording.range(value) + ".",
                figure.figure().source()));
      }
    }
  }

  private void addSourceless() {
    SortedMap<BookFigures.Group, Names> names = new TreeMap<>();
    for (BookFigures.Named figure : figures) {
      boolean isDefault =
          figure.group() == BookFigures.Group.PLEDGES && Bounds.isZero(figure.value());
      if (!figure.hasSource() && !isDefault) {
        names.computeIfAbsent(figure.group(), _ -> new Names()).figures.add(figure);
      }
    }
    names.forEach((group, which) ->
        assumptions.add(
            new Assumption(
                Assumption.Kind.NO_SOURCE,
                "No source is named for " + group.plural() + ": " + some(which) + ".",
                "")));
  }

  private static String some(List<String> names) {
    if (names.size() <= NAMED_MAX) {
      return Wording.list(names);
    }
    return String.join(", ", names.subList(0, NAMED_MAX))
        + " and "
        + (names.size() - NAMED_MAX)
        + " more";
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
