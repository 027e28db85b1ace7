package org.plimsoll.solvency.loadline;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.solvency.assess.Equity;
import org.plimsoll.solvency.assess.Positions;
import org.plimsoll.solvency.assess.Prices;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Asset;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Custody;
import org.plimsoll.solvency.book.Feedback;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Loan;

/// The equity of a book's subject, sorted by how it goes with the price of one token: what does
/// not, what does at every price, and debts that the token secures.
///
/// It is the equity of [Equity], account by account.
final class EquityParts {
  private final Book book;
  private final Asset token;
  private final Prices prices;
  private final BigDecimal unrecovered;
  private final List<TiedDebt> tied = new ArrayList<>();
  private Interval constant = Interval.ZERO;
  private Interval held = Interval.ZERO;

  EquityParts(Book book, Asset token) {
    this.book = book;
    this.token = token;
    this.prices = new Prices(book);
    this.unrecovered = BigDecimal.ONE.subtract(book.policies().accountRecovery());
    for (Custody custody : book.custody()) {
      add(custody.asset(), custody.quantity().value());
    }
    for (Loan loan : Positions.borrowed(book)) {
      add(loan.asset(), loan.principal().value().negate());
    }
    Positions.accounts(book).forEach(this::add);
    Positions.lent(book).forEach(this::add);
  }

  TokenExposure exposure(Feedback.OwnToken told) {
    return new TokenExposure(token.id(), prices.of(token.id()), told, constant, held, tied);
  }

  private void add(String asset, Interval quantity) {
    if (asset.equals(token.id())) {
      held = held.plus(quantity);
    } else {
      constant = constant.plus(prices.value(asset, quantity));
    }
  }

  private void add(Account account) {
    SortedMap<String, Figure> others = new TreeMap<>(account.exposure(book.currency()));
    Figure own = others.remove(token.id());
    Interval tokens = own == null ? Interval.ZERO : own.value();
    Interval value = prices.value(others);
    if (isNegative(value) || isNegative(tokens)) {
      if (tokens.equals(Interval.ZERO)) {
        addStanding(value);
      } else {
        tied.add(TiedDebt.account(account.id(), value, tokens, unrecovered.doubleValue()));
      }
    } else {
      constant = constant.minus(value);
      held = held.minus(tokens);
    }
  }

  private void addStanding(Interval net) {
    Interval back = Interval.exactly(book.policies().accountRecovery());
    constant = constant.minus(net.positivePart()).plus(net.negate().positivePart().times(back));
  }

  private static boolean isNegative(Interval value) {
    return value.low() == null || value.low().signum() < 0;
  }

  private void add(Loan loan) {
    SortedMap<String, Figure> others = new TreeMap<>(loan.collateral());
    Figure pledged = others.remove(token.id());
    Interval principal = loan.principal().value();
    boolean owesToken = loan.asset().equals(token.id());
    if (pledged == null && !owesToken) {
      constant = constant.plus(Equity.worth(loan, prices));
      return;
    }
    tied.add(
        TiedDebt.loan(
            loan.id(),
            owesToken ? Interval.ZERO : prices.value(loan.asset(), principal),
            owesToken ? principal : Interval.ZERO,
            prices.value(others),
            pledged == null ? Interval.ZERO : pledged.value(),
            BigDecimal.ONE.subtract(loan.recourse()).doubleValue()));
  }
}
