package org.plimsoll.solvency.assess;

import java.math.BigDecimal;
import java.util.Map;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Custody;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Loan;

/// What the subject is worth at the prices of a book, and the parts of it, in the book's currency.
///
/// Equity is what is on hand, plus what comes back from accounts under water, plus loans out at
/// `min(debt, collateral)` and the recourse part of the rest, less the net value of every other
/// account, less what the subject has borrowed. An account is a claim or a receivable, never netted
/// with another's.
///
/// @param total the equity; it can be narrower than its parts suggest, since a price that is
///   unknown drops out where an asset is held in the quantity in which it is owed
/// @param held everything in custody, pledged or not
/// @param receivable what is expected back from accounts under water
/// @param lent loans to others
/// @param claims net value of the accounts that are not under water
/// @param debts what the subject has borrowed, in full
public record Equity(
    Interval total,
    Interval held,
    Interval receivable,
    Interval lent,
    Interval claims,
    Interval debts) {

  /// Returns the equity of the subject of `book` at the book's prices.
  public static Equity of(Book book) {
    Prices prices = new Prices(book);
    Interval held = Interval.ZERO;
    for (Custody custody : book.custody()) {
      held = held.plus(prices.value(custody.asset(), custody.quantity().value()));
    }
    Interval receivable = Interval.ZERO;
    Interval claims = Interval.ZERO;
    BigDecimal recovery = book.policies().accountRecovery();
    for (Account account : Positions.accounts(book)) {
      Interval net = prices.netValue(account);
      claims = claims.plus(net.positivePart());
      receivable = receivable.plus(Bounds.scale(net.negate().positivePart(), recovery));
    }
    Interval lent = Interval.ZERO;
    for (Loan loan : Positions.lent(book)) {
      lent = lent.plus(worth(loan, prices));
    }
    Interval debts = Interval.ZERO;
    for (Loan loan : Positions.borrowed(book)) {
      debts = debts.plus(prices.value(loan.asset(), loan.principal().value()));
    }
    Interval accountByAccount = held.plus(lent).minus(debts).plus(standing(book, prices, recovery));
    return new Equity(
        Bounds.both(accountByAccount, assetByAsset(book, prices)),
        held,
        receivable,
        lent,
        claims,
        debts);
  }

  /// Returns everything that the subject has: on hand, expected back, and lent.
  public Interval assets() {
    return held.plus(receivable).plus(lent);
  }

  /// Returns everything that the subject owes: to accounts and to lenders.
  public Interval owed() {
    return claims.plus(debts);
  }

  /// What all accounts together add to equity. It falls as a balance rises, so the ends of each
  /// account's range give the ends of the sum.
  private static Interval standing(Book book, Prices prices, BigDecimal recovery) {
    Interval sum = Interval.ZERO;
    for (Account account : Positions.accounts(book)) {
      Interval net = prices.netValue(account);
      sum =
          sum.plus(
              new Interval(
                  net.high() == null ? null : standing(net.high(), recovery),
                  net.low() == null ? null : standing(net.low(), recovery)));
    }
    return sum;
  }

  private static BigDecimal standing(BigDecimal net, BigDecimal recovery) {
    return net.signum() >= 0 ? net.negate() : net.negate().multiply(recovery);
  }

  /// The same equity by another road: the matched gap of each asset at its price, less what
  /// accounts under water fail to pay, plus loans. With exact figures both roads meet; with ranges
  /// each can be the narrower one, and both are true.
  private static Interval assetByAsset(Book book, Prices prices) {
    BigDecimal lost = BigDecimal.ONE.subtract(book.policies().accountRecovery());
    Interval sum = Interval.ZERO;
    for (Map.Entry<String, Interval> net : Positions.net(book).entrySet()) {
      sum = sum.plus(prices.value(net.getKey(), net.getValue()));
    }
    for (Account account : Positions.accounts(book)) {
      Interval shortfall = prices.netValue(account).negate().positivePart();
      sum = sum.minus(Bounds.scale(shortfall, lost));
    }
    for (Loan loan : Positions.lent(book)) {
      sum = sum.plus(worth(loan, prices));
    }
    return sum;
  }

  /// Returns what a loan to others is worth: the smaller of debt and collateral, and the recourse
  /// part of the rest.
  public static Interval worth(Loan loan, Prices prices) {
    Interval debt = prices.value(loan.asset(), loan.principal().value());
    return worth(debt, prices.value(loan.collateral()), loan.recourse());
  }

  /// Returns the same from the values of the debt and of its collateral.
  ///
  /// @param recourse the part of a shortfall that the borrower still pays, 0 to 1
  public static Interval worth(Interval debt, Interval collateral, BigDecimal recourse) {
    Interval secured = Bounds.smaller(debt, collateral);
    BigDecimal unsecuredPart = BigDecimal.ONE.subtract(recourse);
    return Bounds.scale(secured, unsecuredPart).plus(Bounds.scale(debt, recourse));
  }
}
