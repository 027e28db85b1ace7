package org.plimsoll.solvency.lender;

import java.util.List;
import java.util.Optional;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Party;

/// One borrower as seen by who lends to it, on the book's day.
///
/// @param borrower the id of the party that owes
/// @param exposures every debt of it that the book knows
/// @param flags what warns of it, the most serious first
/// @param haircuts one for each collateral
/// @param loans one for each exposure
/// @param blocks what would be sold, by collateral
/// @param questions what is not known; each a sentence
public record LenderView(
    String borrower,
    List<Exposure> exposures,
    List<Flag> flags,
    List<HaircutAdvice> haircuts,
    List<LoanJudgment> loans,
    List<Block> blocks,
    List<String> questions) {
  /// Copies the lists.
  public LenderView {
    exposures = List.copyOf(exposures);
    flags = List.copyOf(flags);
    haircuts = List.copyOf(haircuts);
    loans = List.copyOf(loans);
    blocks = List.copyOf(blocks);
    questions = List.copyOf(questions);
  }

  /// Returns the ids of all parties that owe to somebody, in the order of the book.
  public static List<String> borrowers(Book book) {
    return book.parties().stream()
        .map(Party::id)
        .filter(id -> !Exposure.of(book, id).isEmpty())
        .toList();
  }

  /// Returns the view of `borrower`, or nothing where nobody in the book lends to it.
  public static Optional<LenderView> of(Book book, String borrower) {
    List<Exposure> exposures = Exposure.of(book, borrower);
    if (exposures.isEmpty()) {
      return Optional.empty();
    }
    Optional<Interval> chance = DefaultChance.told(book, borrower);
    List<LoanJudgment> loans =
        exposures.stream()
            .map(exposure -> LoanJudgment.of(book, borrower, exposure, chance))
            .toList();
    return Optional.of(
        new LenderView(
            borrower,
            exposures,
            Flags.of(book, borrower, exposures, loans),
            HaircutAdvice.of(book, borrower, exposures, chance),
            loans,
            Block.of(book, exposures),
            Questions.of(book, borrower, exposures)));
  }
}
