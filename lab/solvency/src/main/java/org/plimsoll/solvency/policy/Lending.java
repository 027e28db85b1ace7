package org.plimsoll.solvency.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.solvency.assess.Prices;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Custody;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Loan;
import org.plimsoll.solvency.loadline.Corner;
import org.plimsoll.solvency.policy.CollateralRules.Level;

/// The book that would stand if the rules had bound everybody from the start: what nobody could
/// have borrowed is still there.
///
/// Each borrower keeps the part of his debts that his collateral supports at initial weights and at
/// the careful end of every range; the rest was never lent, and lies in custody. What he holds
/// stays as it is. A debt without an upper end stays too, since nothing says how much of it to
/// refuse.
///
/// @param book the book that would stand
/// @param refusals what would not have been lent, in the order of the book; none is nothing
/// @param refused all of it, at the prices of the book
public record Lending(Book book, List<Refusal> refusals, Interval refused) {
  /// The part of a debt is kept to this many decimals, rounded down.
  private static final int PART_DECIMALS = 6;

  private static final String LOCATION = "not-lent";

  /// Copies the list.
  public Lending {
    refusals = List.copyOf(refusals);
  }

  /// What one borrower would not have got.
  ///
  /// @param id of the account or the loan
  /// @param owed what it owes in the book
  /// @param refused of that
  public record Refusal(String id, Interval owed, Interval refused) {}

  /// Returns what the rules of `ruled` would have let arise.
  ///
  /// @param ruled a book under its rules, as [Policy#applyTo] gives it
  public static Lending of(Book ruled) {
    return new Walk(ruled).lending();
  }

  /// Returns a book as it stands, whatever its rules would have refused.
  static Lending nothingRefused(Book ruled) {
    return new Lending(ruled, List.of(), Interval.ZERO);
  }

  private static final class Walk {
    private final Book book;
    private final Prices prices;
    private final CollateralRules rules;
    private final SortedMap<String, Double> pledged = new TreeMap<>();
    private final SortedMap<String, Interval> kept = new TreeMap<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private Interval refused = Interval.ZERO;

    Walk(Book book) {
      this.book = book;
      this.prices = new Prices(book);
      this.rules = new CollateralRules(book);
      for (Borrower borrower : Borrower.of(book)) {
        borrower
            .held()
            .forEach(
                (asset, quantity) -> pledged.merge(asset, careful(asset, quantity), Double::sum));
      }
    }

    Lending lending() {
      List<Account> accounts = book.accounts().stream().map(this::account).toList();
      List<Loan> loans = book.loans().stream().map(this::loan).toList();
      List<Custody> custody = new ArrayList<>(book.custody());
      kept.forEach((asset, quantity) ->
          custody.add(
              new Custody(
                  LOCATION,
                  Custody.Kind.OTHER,
                  asset,
                  Figure.of(quantity),
                  Figure.of(Interval.ZERO))));
      return new Lending(
          book.withAccounts(accounts).withLoans(loans).withCustody(custody), refusals, refused);
    }

    private Account account(Account account) {
      Borrower borrower = Borrower.of(account, book.currency());
      BigDecimal part = account.owner().equals(book.subject()) ? BigDecimal.ONE : part(borrower);
      if (part.compareTo(BigDecimal.ONE) == 0) {
        return account;
      }
      refuse(borrower, part);
      SortedMap<String, Figure> balances = new TreeMap<>();
      account
          .exposure(book.currency())
          .forEach((asset, figure) -> balances.put(asset, shrunk(figure, part)));
      return new Account(
          account.id(),
          account.owner(),
          account.segregated(),
          account.exemptions(),
          Collections.unmodifiableSortedMap(balances));
    }

    private Loan loan(Loan loan) {
      boolean isLent =
          loan.lender().equals(book.subject()) && !loan.borrower().equals(book.subject());
      BigDecimal part = isLent ? part(Borrower.of(loan)) : BigDecimal.ONE;
      if (part.compareTo(BigDecimal.ONE) == 0) {
        return loan;
      }
      refuse(Borrower.of(loan), part);
      return new Loan(
          loan.id(),
          loan.lender(),
          loan.borrower(),
          loan.asset(),
          new Figure(loan.principal().value().times(Interval.exactly(part)), ""),
          loan.collateral(),
          loan.due(),
          loan.liquidationLtv(),
          loan.recourse(),
          loan.terms());
    }

    /// The part of all of a borrower's debts that the rules allow.
    private BigDecimal part(Borrower borrower) {
      double required = 0;
      double owed = 0;
      for (Map.Entry<String, Interval> debt : borrower.owed().entrySet()) {
        double value = worst(debt.getKey(), debt.getValue());
        double units = Corner.CAREFUL.ofLessIsBetter(debt.getValue());
        owed += value;
        required += value * rules.required(debt.getKey(), units, Level.INITIAL);
      }
      if (borrower.isUnlimited() || owed == 0 || Double.isInfinite(owed)) {
        return BigDecimal.ONE;
      }
      double counted = 0;
      for (Map.Entry<String, Interval> held : borrower.held().entrySet()) {
        counted += counted(held.getKey(), held.getValue());
      }
      return counted >= required
          ? BigDecimal.ONE
          : new BigDecimal(Double.toString(counted / required))
              .setScale(PART_DECIMALS, RoundingMode.DOWN);
    }

    private double counted(String asset, Interval quantity) {
      double units = Corner.CAREFUL.ofMoreIsBetter(quantity);
      return careful(asset, quantity)
          * rules.counted(asset, units, Level.INITIAL)
          * rules.withinCap(asset, pledged.getOrDefault(asset, 0.0));
    }

    private double careful(String asset, Interval quantity) {
      return Corner.CAREFUL.ofMoreIsBetter(prices.value(asset, quantity));
    }

    private double worst(String asset, Interval quantity) {
      return Corner.CAREFUL.ofLessIsBetter(prices.value(asset, quantity));
    }

    private void refuse(Borrower borrower, BigDecimal part) {
      Interval rest = Interval.exactly(BigDecimal.ONE.subtract(part));
      Interval owed = Interval.ZERO;
      for (Map.Entry<String, Interval> debt : borrower.owed().entrySet()) {
        owed = owed.plus(prices.value(debt.getKey(), debt.getValue()));
        kept.merge(debt.getKey(), debt.getValue().times(rest), Interval::plus);
      }
      refusals.add(new Refusal(borrower.id(), owed, owed.times(rest)));
      refused = refused.plus(owed.times(rest));
    }

    /// Only what is below zero shrinks.
    private static Figure shrunk(Figure balance, BigDecimal part) {
      Interval owed = balance.value().negate().positivePart();
      return owed.equals(Interval.ZERO)
          ? balance
          : new Figure(
              balance.value().positivePart().minus(owed.times(Interval.exactly(part))),
              balance.source());
    }
  }
}
