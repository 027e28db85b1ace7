package org.plimsoll.ecosystem.world;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Loans outside the venue: who lent whom how much against what, and what has been asked back.
///
/// Money, debts and collateral themselves are in the [WorldLedger]; here is only what the two sides
/// of a loan have agreed and told each other. A lender asks by [#demand] or [#call]; a borrower
/// answers by [#repay] or [#pledge], or does not. So neither needs to know the other.
public final class LoanBook {
  private final WorldLedger ledger;
  private final List<Loan> loans = new ArrayList<>();

  /// What is agreed once for all.
  ///
  /// @param lender holder who gives the money
  /// @param borrower holder who gets it
  /// @param keeping holder at whom the collateral is kept, which is nobody's own
  /// @param money instrument that is lent
  /// @param debt instrument of kind `OWED` in which the debt is counted, at par with the money
  /// @param collateral instrument that is pledged
  public record Terms(int lender, int borrower, int keeping, int money, int debt, int collateral) {}

  /// Creates a book without loans.
  public LoanBook(WorldLedger ledger) {
    this.ledger = ledger;
  }

  /// Agrees a loan of which nothing is drawn yet, and returns its number.
  public int open(Terms terms) {
    loans.add(new Loan(terms));
    return loans.size() - 1;
  }

  /// Returns how many loans were ever agreed.
  public int count() {
    return loans.size();
  }

  /// Returns what was agreed.
  public Terms terms(int loan) {
    return loans.get(loan).terms;
  }

  /// Returns what is owed of a loan, in the money's smallest unit.
  public long principal(int loan) {
    return loans.get(loan).principal;
  }

  /// Returns what is pledged for it, in the collateral's smallest unit.
  public long pledged(int loan) {
    return loans.get(loan).pledged;
  }

  /// Returns how much more the borrower may draw now.
  public long available(int loan) {
    return Math.max(0, loans.get(loan).offered - loans.get(loan).principal);
  }

  /// Returns how much is lent on collateral worth one, in billionths.
  public long advanceE9(int loan) {
    return loans.get(loan).advanceE9;
  }

  /// Returns what the lender has asked back and not got.
  public long demanded(int loan) {
    return loans.get(loan).demanded;
  }

  /// Returns how much more collateral the lender has asked for and not got.
  public long called(int loan) {
    return loans.get(loan).called;
  }

  /// Returns until when what has been asked must come; the end of time where nothing has.
  public long dueNs(int loan) {
    return loans.get(loan).dueNs;
  }

  /// Returns the sum of what a borrower owes, in the money's smallest unit.
  public long owedBy(int borrower) {
    return loans.stream()
        .filter(loan -> loan.terms.borrower == borrower)
        .mapToLong(loan -> loan.principal)
        .sum();
  }

  /// Says how much is lent in all, in place of what was said before.
  ///
  /// @param advanceE9 how much is lent on collateral worth one, in billionths
  public void offer(int loan, long amount, long advanceE9) {
    loans.get(loan).offered = amount;
    loans.get(loan).advanceE9 = advanceE9;
  }

  /// Pays out more of a loan. The lender has it.
  public void draw(int loan, long amount) {
    Loan drawn = loans.get(loan);
    Terms terms = drawn.terms;
    ledger.transfer(WorldCause.LOAN_DRAWN, terms.money, terms.lender, terms.borrower, amount);
    ledger.transfer(WorldCause.LOAN_DRAWN, terms.debt, terms.borrower, terms.lender, amount);
    drawn.principal += amount;
  }

  /// Pays back, at most what is owed. The borrower has it.
  public void repay(int loan, long amount) {
    Loan repaid = loans.get(loan);
    Terms terms = repaid.terms;
    ledger.transfer(WorldCause.LOAN_REPAID, terms.money, terms.borrower, terms.lender, amount);
    lessen(repaid, WorldCause.LOAN_REPAID, amount);
  }

  /// Pays interest, which changes nothing about the debt.
  public void payInterest(int loan, long amount) {
    Terms terms = loans.get(loan).terms;
    ledger.transfer(WorldCause.LOAN_INTEREST, terms.money, terms.borrower, terms.lender, amount);
  }

  /// Adds collateral that the borrower has.
  public void pledge(int loan, long amount) {
    Loan secured = loans.get(loan);
    Terms terms = secured.terms;
    ledger.transfer(
        WorldCause.COLLATERAL_PLEDGED, terms.collateral, terms.borrower, terms.keeping, amount);
    secured.pledged += amount;
    secured.called = Math.max(0, secured.called - amount);
    secured.settle();
  }

  /// Gives collateral back.
  public void release(int loan, long amount) {
    Loan secured = loans.get(loan);
    Terms terms = secured.terms;
    ledger.transfer(
        WorldCause.COLLATERAL_RETURNED, terms.collateral, terms.keeping, terms.borrower, amount);
    secured.pledged -= amount;
  }

  /// Asks money back, in place of what was asked before. What waits already keeps its day.
  ///
  /// @param amount at most what is owed
  public void demand(int loan, long amount, long dueNs) {
    Loan asked = loans.get(loan);
    asked.demanded = Math.min(amount, asked.principal);
    asked.due(dueNs);
  }

  /// Asks for more collateral, in place of what was asked before.
  public void call(int loan, long amount, long dueNs) {
    Loan asked = loans.get(loan);
    asked.called = amount;
    asked.due(dueNs);
  }

  /// Ends a loan whose borrower does not pay: the lender keeps the collateral, which pays as much
  /// of the debt as it is worth, and writes off the rest.
  ///
  /// @param worth of all that is pledged, in the money's smallest unit
  /// @return what is written off
  public long foreclose(int loan, long worth) {
    Loan lost = loans.get(loan);
    Terms terms = lost.terms;
    long paid = Math.min(worth, lost.principal);
    ledger.transfer(
        WorldCause.COLLATERAL_SEIZED, terms.collateral, terms.keeping, terms.lender, lost.pledged);
    lost.pledged = 0;
    lessen(lost, WorldCause.COLLATERAL_SEIZED, paid);
    long loss = lost.principal;
    lessen(lost, WorldCause.DEFAULT_LOSS, loss);
    lost.called = 0;
    lost.settle();
    return loss;
  }

  private void lessen(Loan loan, WorldCause cause, long amount) {
    Terms terms = loan.terms;
    ledger.transfer(cause, terms.debt, terms.lender, terms.borrower, amount);
    loan.principal -= amount;
    loan.demanded = Math.min(Math.max(0, loan.demanded - amount), loan.principal);
    loan.settle();
  }

  /// Tells every loan.
  public void writeTo(StateSink sink) {
    sink.add(loans.size());
    for (Loan loan : loans) {
      sink.add(loan.principal).add(loan.pledged).add(loan.demanded).add(loan.called);
      sink.add(loan.dueNs).add(loan.offered).add(loan.advanceE9);
    }
  }

  /// Takes over every loan that [#writeTo] of a book with the same agreements told.
  public void readFrom(StateSource source) {
    source.require(source.count() == loans.size(), "as many loans");
    for (Loan loan : loans) {
      loan.principal = source.number();
      loan.pledged = source.number();
      loan.demanded = source.number();
      loan.called = source.number();
      loan.dueNs = source.number();
      loan.offered = source.number();
      loan.advanceE9 = source.number();
    }
  }

  private static final class Loan {
    private final Terms terms;
    private long offered;
    private long advanceE9;
    private long principal;
    private long pledged;
    private long demanded;
    private long called;
    private long dueNs = Long.MAX_VALUE;

    Loan(Terms terms) {
      this.terms = terms;
    }

    void due(long dueNs) {
      this.dueNs = Math.min(this.dueNs, dueNs);
      settle();
    }

    /// Nothing is due where nothing is asked.
    void settle() {
      if (demanded == 0 && called == 0) {
        dueNs = Long.MAX_VALUE;
      }
    }
  }
}
