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
    BigDecimal recovery = book.policies().accountRecovery();
    RunningSum claims = new RunningSum();
    RunningSum shortfall = new RunningSum();
    RunningSum standing = new RunningSum();
    for (Account account : Positions.accounts(book)) {
      Interval net = prices.netValue(account);
      claims.add(net.positivePart());
      shortfall.add(net.negate().positivePart());
      standing.add(standing(net, recovery));
    }
    Interval lent = Interval.ZERO;
    for (Loan loan : Positions.lent(book)) {
      lent = lent.plus(worth(loan, prices));
    }
    Interval debts = Interval.ZERO;
    for (Loan loan : Positions.borrowed(book)) {
      debts = debts.plus(prices.value(loan.asset(), loan.principal().value()));
    }
    Interval accountByAccount = held.plus(lent).minus(debts).plus(standing.total());
    Interval lost = Bounds.scale(shortfall.total(), BigDecimal.ONE.subtract(recovery));
    Interval assetByAsset = matched(book, prices).minus(lost).plus(lent);
    return new Equity(
        Bounds.both(accountByAccount, assetByAsset),
        held,
        Bounds.scale(shortfall.total(), recovery),
        lent,
        claims.total(),
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

  /// What an account adds to equity. It falls as the balance rises, so the ends of the account's
  /// range change places, and the ends of the sum are the sums of the ends.
  private static Interval standing(Interval net, BigDecimal recovery) {
    BigDecimal least = net.high() == null ? null : standing(net.high(), recovery);
    return new Interval(
        least, net.isExact() ? least : net.low() == null ? null : standing(net.low(), recovery));
  }

  private static BigDecimal standing(BigDecimal net, BigDecimal recovery) {
    return net.signum() >= 0 ? net.negate() : net.negate().multiply(recovery);
  }

  /// The matched gap of each asset at its price. Less what accounts under water fail to pay, plus
  /// loans, it is the same equity by another road: with exact figures both roads meet; with ranges
  /// each can be the narrower one, and both are true.
  private static Interval matched(Book book, Prices prices) {
    Interval sum = Interval.ZERO;
    for (Map.Entry<String, Interval> net : Positions.net(book).entrySet()) {
      sum = sum.plus(prices.value(net.getKey(), net.getValue()));
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
