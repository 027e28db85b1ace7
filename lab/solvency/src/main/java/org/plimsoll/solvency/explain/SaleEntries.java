package org.plimsoll.solvency.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.plimsoll.solvency.assess.Equity;
import org.plimsoll.solvency.assess.LiquidationView;
import org.plimsoll.solvency.assess.Positions;
import org.plimsoll.solvency.assess.Prices;
import org.plimsoll.solvency.book.Account;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.solvency.book.Custody;
import org.plimsoll.solvency.book.Figure;
import org.plimsoll.solvency.book.Interval;
import org.plimsoll.solvency.book.Loan;

/// The lines of a book at the prices that a sale at once leaves.
final class SaleEntries {
  private final Book book;
  private final Prices marks;
  private final Prices sold;
  private final Working working;

  SaleEntries(Book book, LiquidationView view) {
    this.book = book;
    this.marks = new Prices(book);
    this.sold = new Prices(view.prices());
    this.working = new Working(book, sold);
  }

  List<Entry> held() {
    List<Entry> entries = new ArrayList<>();
    for (Custody custody : book.custody()) {
      Interval quantity = custody.quantity().value();
      entries.add(
          new Entry(
              Entry.Kind.CUSTODY,
              Working.name(custody),
              working.valued(custody.asset(), quantity),
              sold.value(custody.asset(), quantity),
              working.sources(custody.asset(), custody.quantity())));
    }
    return entries;
  }

  List<Entry> equity() {
    List<Entry> entries = new ArrayList<>();
    Positions.net(book).forEach((asset, net) -> entries.add(position(asset, net)));
    Interval lost = Interval.exactly(BigDecimal.ONE.subtract(book.policies().accountRecovery()));
    for (Account account : Positions.accounts(book)) {
      Interval shortfall = netValue(account).negate().positivePart();
      if (!shortfall.equals(Interval.ZERO)) {
        entries.add(
            new Entry(
                Entry.Kind.ACCOUNT,
                Working.name(account),
                "under water after the sale; owed to it: " + working.valued(account),
                shortfall.times(lost).negate(),
                working.sources(account)));
      }
    }
    Positions.lent(book).forEach(loan -> entries.add(lent(loan)));
    return entries;
  }

  private Entry position(String asset, Interval net) {
    return new Entry(
        Entry.Kind.ASSET,
        "net " + asset,
        working.valued(asset, net),
        standing(asset, net),
        working.sources(asset));
  }

  private Entry lent(Loan loan) {
    Interval debt = marks.value(loan.asset(), loan.principal().value());
    Interval collateral = sold.value(loan.collateral());
    return new Entry(
        Entry.Kind.LOAN,
        working.name(loan),
        "collateral after the sale " + working.valued(loan.collateral()),
        Equity.worth(debt, collateral, loan.recourse()),
        working.sources(loan.asset(), loan.principal()));
  }

  private Interval netValue(Account account) {
    Interval net = Interval.ZERO;
    for (Map.Entry<String, Figure> balance : account.exposure(book.currency()).entrySet()) {
      net = net.plus(standing(balance.getKey(), balance.getValue().value()));
    }
    return net;
  }

  /// What is there is worth its sale; what lacks is worth its price.
  private Interval standing(String asset, Interval quantity) {
    Interval lacking = quantity.negate().positivePart();
    return sold.value(asset, quantity.positivePart()).minus(marks.value(asset, lacking));
  }
}
