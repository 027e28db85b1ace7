package org.plimsoll.solvency.lender;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plimsoll.solvency.assess.OwnTokens;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Loan;
import org.plimsoll.solvency.book.Party;
import org.plimsoll.solvency.loadline.Corner;
import org.plimsoll.solvency.wrongway.WrongWayReason;

/// One borrower, as its lenders see it on the day of the book.
///
/// @param borrower id of the party
/// @param flags what should have been asked about, the gravest first
/// @param haircuts by collateral
/// @param loans every loan of the book to the party
/// @param questions what the book does not tell, to be asked of the borrower
public record LenderView(
    String borrower,
    List<Flag> flags,
    List<HaircutAdvice> haircuts,
    List<LoanJudgment> loans,
    List<String> questions) {
  private static final double DAYS_PER_YEAR = 365;

  /// Copies the lists.
  public LenderView {
    flags = List.copyOf(flags);
    haircuts = List.copyOf(haircuts);
    loans = List.copyOf(loans);
    questions = List.copyOf(questions);
  }

  /// Returns the view of a party to which somebody in the book has lent.
  ///
  /// @throws IllegalArgumentException if nobody has
  public static LenderView of(Book book, String borrower) {
    List<Loan> loans =
        book.loans().stream().filter(loan -> loan.borrower().equals(borrower)).toList();
    if (loans.isEmpty()) {
      throw new IllegalArgumentException("the book has no loan to " + borrower);
    }
    SortedMap<String, WrongWayReason> reasons = reasons(book, borrower, loans);
    List<LoanJudgment> judged =
        loans.stream().map(loan -> LoanJudgment.of(book, loan, reasons)).toList();
    List<HaircutAdvice> haircuts = new ArrayList<>();
    reasons.forEach((asset, reason) ->
        haircuts.add(HaircutAdvice.of(book, asset, reason, chance(book, borrower))));
    return new LenderView(
        borrower,
        Flags.of(book, borrower, reasons, judged),
        haircuts,
        judged,
        Questions.of(book, borrower, loans));
  }

  /// The venue whose own token the collateral may be is the lender: a lender has none.
  private static SortedMap<String, WrongWayReason> reasons(
      Book book, String borrower, List<Loan> loans) {
    SortedSet<String> pledged = new TreeSet<>();
    loans.forEach(loan -> pledged.addAll(loan.collateral().keySet()));
    SortedSet<String> related = OwnTokens.relatedTo(book, borrower);
    SortedMap<String, WrongWayReason> reasons = new TreeMap<>();
    for (Asset asset : book.assets()) {
      if (pledged.contains(asset.id())) {
        reasons.put(
            asset.id(), WrongWayReason.of(asset.issuer(), borrower, related, book.subject()));
      }
    }
    return Collections.unmodifiableSortedMap(reasons);
  }

  private static Optional<Double> chance(Book book, String borrower) {
    return book.parties().stream()
        .filter(party -> party.id().equals(borrower))
        .map(Party::defaultProbability)
        .map(figure -> inYear(figure.value()))
        .findFirst()
        .filter(yearly -> yearly > 0 && yearly < 1)
        .map(yearly -> 1 - StrictMath.pow(1 - yearly, HaircutAdvice.DAYS / DAYS_PER_YEAR));
  }

  private static double inYear(Interval probability) {
    return Corner.CAREFUL.ofMoreIsBetter(probability);
  }
}
