package org.plimsoll.solvency.lender;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Elsewhere;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Loan;
import org.plimsoll.solvency.book.Market;
import org.plimsoll.solvency.book.Party;

/// What the book does not tell of a borrower, as questions to be asked.
final class Questions {
  private Questions() {}

  static List<String> of(Book book, String borrower, List<Loan> loans) {
    List<String> questions = new ArrayList<>();
    loans.forEach(loan -> addLoan(questions, loan));
    SortedSet<String> pledged = new TreeSet<>();
    loans.forEach(loan -> pledged.addAll(loan.collateral().keySet()));
    for (Elsewhere other : book.elsewhere()) {
      if (pledged.contains(other.asset()) && isOpen(other.quantity())) {
        questions.add("How much " + other.asset() + " does " + other.party() + " hold elsewhere?");
      }
    }
    for (String asset : pledged) {
      if (!tellsDepth(book, asset)) {
        questions.add("How much of " + asset + " can be sold at once, and at what price?");
      }
    }
    if (book.accounts().stream().noneMatch(account -> account.owner().equals(borrower))) {
      questions.add("Is " + borrower + " exempt from any rule where it trades?");
    }
    questions.add("Who else has lent to " + borrower + ", how much, and against what?");
    if (book.parties().stream()
        .filter(party -> party.id().equals(borrower))
        .map(Party::defaultProbability)
        .anyMatch(Questions::isOpen)) {
      questions.add("How likely is it that " + borrower + " fails within a year?");
    }
    return List.copyOf(questions);
  }

  private static void addLoan(List<String> questions, Loan loan) {
    if (loan.collateral().isEmpty()) {
      questions.add("Why is " + loan.id() + " not secured?");
    }
    for (Map.Entry<String, Figure> pledge : loan.collateral().entrySet()) {
      if (isOpen(pledge.getValue())) {
        questions.add("How much " + pledge.getKey() + " is pledged for " + loan.id() + "?");
      }
    }
    if (loan.due() == Loan.Due.UNKNOWN) {
      questions.add("When can " + loan.id() + " be called?");
    }
    if (loan.liquidationLtv().isEmpty() && !loan.collateral().isEmpty()) {
      questions.add("At what ratio of debt to collateral may " + loan.id() + " be sold out?");
    }
  }

  private static boolean tellsDepth(Book book, String asset) {
    return book.markets().stream()
        .filter(market -> market.asset().equals(asset))
        .anyMatch(Questions::tellsDepth);
  }

  private static boolean tellsDepth(Market market) {
    return !isOpen(market.depth()) || !isOpen(market.visibleDepth());
  }

  private static boolean isOpen(Figure figure) {
    return isOpen(figure.value());
  }

  private static boolean isOpen(Interval value) {
    return value.high() == null;
  }
}
