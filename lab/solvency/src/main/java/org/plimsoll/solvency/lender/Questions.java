package org.plimsoll.solvency.lender;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.plimsoll.solvency.assess.OwnTokens;
import org.plimsoll.solvency.assess.Wording;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Elsewhere;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Loan;
import org.plimsoll.solvency.book.Market;
import org.plimsoll.solvency.book.Party;

/// What a lender does not know and can ask.
final class Questions {
  private final Book book;
  private final String borrower;
  private final List<Exposure> exposures;
  private final List<String> questions = new ArrayList<>();

  private Questions(Book book, String borrower, List<Exposure> exposures) {
    this.book = book;
    this.borrower = borrower;
    this.exposures = exposures;
  }

  /// Returns the questions, each a sentence: first on the loans, then on the borrower, then on the
  /// markets.
  static List<String> of(Book book, String borrower, List<Exposure> exposures) {
    Questions open = new Questions(book, borrower, exposures);
    exposures.forEach(open::addTerms);
    open.addOthers();
    open.addMarkets();
    return List.copyOf(open.questions);
  }

  private void addTerms(Exposure exposure) {
    String name = exposure.name();
    if (!isBounded(exposure.debt())) {
      questions.add("How much is owed on " + name + "?");
    }
    if (exposure.collateral().isEmpty()) {
      questions.add("What secures " + name + "? No collateral is told.");
    }
    for (Map.Entry<String, Interval> pledge : exposure.collateral().entrySet()) {
      if (!isBounded(pledge.getValue())) {
        questions.add(
            "How much "
                + pledge.getKey()
                + " secures "
                + name
                + "? No quantity is told, so neither is the loan-to-value ratio.");
      }
    }
    if (exposure.due() == Loan.Due.UNKNOWN) {
      questions.add("When is " + name + " due, and can it be called before?");
    }
    if (exposure.limit().isEmpty() && !exposure.collateral().isEmpty()) {
      questions.add(
          "At which loan-to-value ratio is " + name + " called, and at which is it sold?");
    }
  }

  private void addOthers() {
    questions.add(
        "Who else lends to "
            + borrower
            + ", how much, and on which collateral? This book knows of "
            + Wording.list(exposures.stream().map(Exposure::lender).distinct().toList())
            + ".");
    for (Elsewhere holder : book.elsewhere()) {
      if (!isBounded(holder.quantity().value())) {
        questions.add(
            "How much "
                + holder.asset()
                + " does "
                + holder.party()
                + " hold elsewhere, and what of it is pledged?");
      }
    }
    NavigableSet<String> related = new TreeSet<>(OwnTokens.relatedTo(book, borrower));
    List<String> venues =
        book.parties().stream()
            .filter(party -> party.kind() == Party.Kind.VENUE)
            .map(Party::id)
            .filter(related::contains)
            .toList();
    boolean isShown = book.accounts().stream().anyMatch(a -> a.owner().equals(borrower));
    if (!venues.isEmpty() && !isShown) {
      questions.add(
          "Which rules of "
              + Wording.list(venues)
              + " does the account of "
              + borrower
              + " escape: liquidation, a floor at zero, interest, a limit to its credit? And what"
              + " does it owe there?");
    }
    if (DefaultChance.told(book, borrower).isEmpty()) {
      questions.add(
          "How likely is "
              + borrower
              + " to fail within a year? Without an answer the expected"
              + " loss stays unknown.");
    }
  }

  private void addMarkets() {
    exposures.stream()
        .flatMap(exposure -> exposure.collateral().keySet().stream())
        .distinct()
        .sorted()
        .filter(asset -> !asset.equals(book.currency()))
        .forEach(asset -> {
          Optional<Market> market =
              book.markets().stream().filter(m -> m.asset().equals(asset)).findFirst();
          if (market.filter(Questions::tellsDepth).isEmpty()) {
            questions.add(
                "How deep are the bids for " + asset + "? The book tells no order book of it.");
          }
        });
  }

  private static boolean tellsDepth(Market market) {
    return isToldAboveZero(market.depth().value())
        || isToldAboveZero(market.visibleDepth().value());
  }

  private static boolean isToldAboveZero(Interval figure) {
    return figure.low() != null && figure.low().signum() > 0;
  }

  private static boolean isBounded(Interval figure) {
    return figure.high() != null;
  }
}
