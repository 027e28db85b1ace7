package org.plimsoll.ecosystem.agent.lender;

import org.plimsoll.ecosystem.world.Appraiser;
import org.plimsoll.ecosystem.world.LoanBook;
import org.plimsoll.ecosystem.world.WorldLedger;
import org.plimsoll.units.Exact;
import org.plimsoll.units.Rounding;

/// How a borrower deals with all of its loans: draws what it can secure, answers calls with the
/// collateral that it has free, and pays what is asked back.
public final class Borrower {
  private final LoanBook book;
  private final WorldLedger ledger;
  private final Appraiser appraiser;
  private final int holder;

  /// Creates the borrower of a holder, who may have loans of many lenders.
  public Borrower(LoanBook book, WorldLedger ledger, Appraiser appraiser, int holder) {
    this.book = book;
    this.ledger = ledger;
    this.appraiser = appraiser;
    this.holder = holder;
  }

  /// Draws up to an amount from whoever offers, pledging what each asks for.
  ///
  /// @return what came
  public long draw(long wanted) {
    long drawn = 0;
    for (int loan = 0; loan < book.count() && drawn < wanted; loan++) {
      if (book.terms(loan).borrower() == holder) {
        drawn += draw(loan, wanted - drawn);
      }
    }
    return drawn;
  }

  private long draw(int loan, long wanted) {
    LoanBook.Terms terms = book.terms(loan);
    long advance = book.advanceE9(loan);
    long lendable = ledger.available(terms.lender(), terms.money());
    long amount = Math.min(Math.min(wanted, book.available(loan)), lendable);
    if (advance == 0 || amount <= 0) {
      return 0;
    }
    long free = ledger.balance(holder, terms.collateral());
    if (advance < Long.MAX_VALUE) {
      long room = roomOn(terms, book.pledged(loan) + free, advance) - book.principal(loan);
      amount = Math.min(amount, room);
      if (amount <= 0) {
        return 0;
      }
      long needed = neededFor(terms, book.principal(loan) + amount, advance) - book.pledged(loan);
      book.pledge(loan, Math.max(0, Math.min(needed, free)));
    }
    book.draw(loan, amount);
    return amount;
  }

  private long roomOn(LoanBook.Terms terms, long collateral, long advance) {
    long worth = appraiser.worth(terms.collateral(), collateral);
    return Exact.mulDiv(worth, advance, Exact.ONE_E9, Rounding.FLOOR);
  }

  private long neededFor(LoanBook.Terms terms, long debt, long advance) {
    long worth = Exact.mulDivOrMax(debt, Exact.ONE_E9, advance, Rounding.CEILING);
    return appraiser.amountFor(terms.collateral(), worth);
  }

  /// Answers every call for collateral as far as there is some free.
  ///
  /// @return the worth of what is still lacking
  public long pledgeWhatIsCalled() {
    long lacking = 0;
    for (int loan = 0; loan < book.count(); loan++) {
      LoanBook.Terms terms = book.terms(loan);
      if (terms.borrower() == holder && book.called(loan) > 0) {
        int collateral = terms.collateral();
        book.pledge(loan, Math.min(book.called(loan), ledger.balance(holder, collateral)));
        lacking += appraiser.worth(collateral, book.called(loan));
      }
    }
    return lacking;
  }

  /// Returns what is asked back in all, in the smallest unit of account.
  public long demanded() {
    long sum = 0;
    for (int loan = 0; loan < book.count(); loan++) {
      sum += book.terms(loan).borrower() == holder ? book.demanded(loan) : 0;
    }
    return sum;
  }

  /// Pays what is asked back, earliest agreed first, as far as the money goes, and takes collateral
  /// back that is no longer needed.
  ///
  /// @param most that is paid
  /// @return what was paid
  public long repay(long most) {
    long paid = 0;
    for (int loan = 0; loan < book.count(); loan++) {
      LoanBook.Terms terms = book.terms(loan);
      if (terms.borrower() == holder && book.demanded(loan) > 0) {
        long cash = Math.min(most - paid, ledger.balance(holder, terms.money()));
        long amount = Math.min(cash, book.demanded(loan));
        book.repay(loan, amount);
        paid += amount;
        free(loan);
      }
    }
    return paid;
  }

  private void free(int loan) {
    long advance = book.advanceE9(loan);
    long needed =
        book.principal(loan) == 0 || advance == 0 || advance == Long.MAX_VALUE
            ? 0
            : neededFor(book.terms(loan), book.principal(loan), advance);
    long spare = book.pledged(loan) - needed;
    if (spare > 0 && (needed > 0 || book.principal(loan) == 0)) {
      book.release(loan, spare);
    }
  }
}
