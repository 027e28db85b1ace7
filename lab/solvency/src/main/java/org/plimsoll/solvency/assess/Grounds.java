package org.plimsoll.solvency.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.plimsoll.solvency.book.Book;

/// What the answers over a book rest on: its sources, and what it leaves open.
final class Grounds {
  private final Book book;
  private final AccountGrounds accounts;
  private final FigureTally figures = new FigureTally();
  private final List<Assumption> assumptions = new ArrayList<>();

  private Grounds(Book book, AccountGrounds accounts) {
    this.book = book;
    this.accounts = accounts;
  }

  /// @param accounts what those of the book say, which may stand in it as sums
  static Grounds of(Book book, AccountGrounds accounts) {
    Grounds grounds = new Grounds(book, accounts);
    BookFigures.beforeAccounts(book, grounds.figures::add);
    grounds.figures.add(accounts.figures());
    BookFigures.afterAccounts(book, grounds.figures::add);
    grounds.assumptions.addAll(grounds.figures.open());
    grounds.addSourceless();
    grounds.addRules();
    return grounds;
  }

  /// Returns the sources in the order in which the book first names them.
  List<Source> sources() {
    return figures.sources();
  }

  /// Returns every range and unknown, then what has no source, then the rules that decide.
  List<Assumption> assumptions() {
    return List.copyOf(assumptions);
  }

  private void addSourceless() {
    figures
        .sourceless()
        .forEach((group, names) ->
            assumptions.add(
                new Assumption(
                    Assumption.Kind.NO_SOURCE,
                    "No source is named for " + group.plural() + ": " + names.inWords() + ".",
                    "")));
  }

  private void addRules() {
    addOwnTokenRule();
    if (accounts.others() > 0) {
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
    if (accounts.segregated() > 0) {
      addRule(
          "Recovery under commingling asks what if everything on hand answered for every account,"
              + " those that the book says are kept apart too: "
              + accounts.segregated()
              + " of "
              + accounts.others()
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
