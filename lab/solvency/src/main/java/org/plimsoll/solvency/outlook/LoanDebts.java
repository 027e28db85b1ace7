package org.plimsoll.solvency.outlook;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Loan;
import org.plimsoll.solvency.survival.Debt;

/// The loans of a book as debts, split in proportion where several assets are pledged for one.
final class LoanDebts {
  private static final int DATE_LENGTH = 10;

  /// What matures later than any horizon is never due.
  private static final int LAST_DAY = 10_000;

  /// A day that the calendar lacks is the last of its month.
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ISO_LOCAL_DATE.withResolverStyle(ResolverStyle.SMART);

  private final Book book;
  private final Roster roster;
  private final PositionTable table;
  private final End end;
  private final double withdrawn;

  LoanDebts(Book book, Roster roster, PositionTable table, End end, double withdrawn) {
    this.book = book;
    this.roster = roster;
    this.table = table;
    this.end = end;
    this.withdrawn = withdrawn;
  }

  void enter() {
    for (Loan loan : book.loans()) {
      double units = principal(loan);
      if (!loan.borrower().equals(loan.lender()) && units > 0) {
        enter(loan, units);
      }
    }
  }

  /// What a party owes is bad for it, and for the subject unless the subject is owed it.
  private double principal(Loan loan) {
    Interval principal = loan.principal().value();
    return loan.lender().equals(book.subject()) ? end.ofGood(principal) : end.ofBad(principal);
  }

  private void enter(Loan loan, double units) {
    int borrower = roster.number(loan.borrower());
    int asset = table.asset(loan.asset());
    if (borrower != Roster.SUBJECT) {
      // What the book says of the shortfall that is still paid says that there is as much.
      double means = end == End.FAVORABLE ? 1 : loan.recourse().doubleValue();
      table.hold(borrower, asset, means * units);
    }
    SortedMap<Integer, Double> pledged = pledged(loan, borrower);
    double collateral = 0;
    for (Map.Entry<Integer, Double> pledge : pledged.entrySet()) {
      collateral += pledge.getValue() * table.price(pledge.getKey());
    }
    if (collateral == 0) {
      table.owe(debt(loan, units, Debt.Security.NONE));
      return;
    }
    for (Map.Entry<Integer, Double> pledge : pledged.entrySet()) {
      double part = pledge.getValue() * table.price(pledge.getKey()) / collateral;
      if (part > 0) {
        table.owe(debt(loan, units * part, security(loan, pledge.getKey(), pledge.getValue())));
      }
    }
  }

  /// What stands behind a loan: the subject's own part out of its custody, as far as it is there.
  private SortedMap<Integer, Double> pledged(Loan loan, int borrower) {
    SortedMap<Integer, Double> pledged = new TreeMap<>();
    loan.collateral()
        .forEach((id, quantity) -> {
          int asset = table.asset(id);
          double units = end.ofGood(quantity.value());
          if (borrower == Roster.SUBJECT) {
            units = table.take(Roster.SUBJECT, asset, end.ofBad(quantity.value()));
          }
          table.hold(borrower, PositionTable.pledged(asset), units);
          pledged.merge(PositionTable.pledged(asset), units, Double::sum);
        });
    return pledged;
  }

  private static Debt.Security security(Loan loan, int asset, double units) {
    return new Debt.Security(
        asset,
        units,
        loan.liquidationLtv()
            .map(limit -> limit.doubleValue())
            .filter(limit -> limit > 0)
            .orElse(Double.POSITIVE_INFINITY),
        loan.recourse().doubleValue());
  }

  private Debt debt(Loan loan, double units, Debt.Security security) {
    return new Debt(
        roster.number(loan.lender()),
        roster.number(loan.borrower()),
        table.asset(loan.asset()),
        units,
        isOnDemand(loan) ? withdrawn : 0,
        dueDay(loan),
        security);
  }

  /// A term that is not told is a call where that is bad for the subject, and none where it is
  /// good.
  private boolean isOnDemand(Loan loan) {
    boolean isGood = loan.lender().equals(book.subject());
    return switch (loan.due()) {
      case ON_DEMAND -> true;
      case TERM -> loan.terms().callable().orElse(false);
      case UNKNOWN -> isGood == (end == End.FAVORABLE);
    };
  }

  private int dueDay(Loan loan) {
    return loan.terms()
        .maturity()
        .map(day -> ChronoUnit.DAYS.between(day(book.asOf()), day(day)))
        .filter(days -> days <= LAST_DAY)
        .map(days -> StrictMath.clamp(days, 1, LAST_DAY))
        .orElse(0);
  }

  private static LocalDate day(String date) {
    return LocalDate.parse(date.substring(0, DATE_LENGTH), DAY);
  }
}
