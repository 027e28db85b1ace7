package org.plimsoll.ecosystem.agent.lender;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.ecosystem.scenario.Plan;
import org.plimsoll.ecosystem.scenario.Setting;
import org.plimsoll.ecosystem.world.Appraiser;
import org.plimsoll.ecosystem.world.LoanBook;
import org.plimsoll.ecosystem.world.OutsideMarket;
import org.plimsoll.ecosystem.world.WorldLedger;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// A lender's loans: what it offers, calls, asks back and takes.
final class LoanDesk {
  private static final long DAY_NS = 86_400_000_000_000L;

  private final LoanBook book;
  private final WorldLedger ledger;
  private final Appraiser appraiser;
  private final OutsideMarket market;
  private final Lending terms;
  private final int holder;
  private final int money;
  private final List<Credit> credits = new ArrayList<>();

  LoanDesk(Setting setting, Lending terms, int holder) {
    this.terms = terms;
    this.holder = holder;
    book = setting.economy().loans();
    ledger = setting.economy().ledger();
    appraiser = new Appraiser(ledger, setting.economy().prices());
    market = new OutsideMarket(ledger, appraiser);
    money = setting.instrument(terms.money());
    int debt = setting.instrument(terms.debt());
    for (Lending.Line line : terms.lines()) {
      int loan =
          book.open(
              new LoanBook.Terms(
                  holder,
                  setting.holder(line.borrower()),
                  setting.holder(line.keeping()),
                  money,
                  debt,
                  setting.instrument(line.collateral())));
      credits.add(new Credit(loan, line));
    }
  }

  /// Marks every loan: takes the collateral of whoever has not paid in time, calls for more where
  /// it is worth too little.
  ///
  /// @return what is written off
  long mark(long nowNs) {
    long lost = 0;
    for (Credit credit : credits) {
      if (book.dueNs(credit.loan) < nowNs) {
        lost += foreclose(credit);
      } else {
        call(credit, nowNs);
      }
    }
    return lost;
  }

  private long foreclose(Credit credit) {
    int collateral = book.terms(credit.loan).collateral();
    long seized = book.pledged(credit.loan);
    long worth = appraiser.worth(collateral, seized);
    long loss = book.foreclose(credit.loan, Math.round((1 - terms.fireSale()) * worth));
    market.sell(holder, collateral, seized, terms.fireSale());
    credit.isLost = true;
    return loss;
  }

  private void call(Credit credit, long nowNs) {
    LoanBook.Terms loan = book.terms(credit.loan);
    long principal = book.principal(credit.loan);
    long pledged = book.pledged(credit.loan);
    long worth = appraiser.worth(loan.collateral(), pledged);
    long lacking = 0;
    double callAt = credit.line.callAt();
    if (callAt > 0 && principal > callAt * worth) {
      long needed = Math.round(principal / Math.max(1e-9, 1 - credit.line.haircut()));
      lacking = Math.max(0, appraiser.amountFor(loan.collateral(), needed) - pledged);
    }
    if (lacking > 0 || book.called(credit.loan) > 0) {
      book.call(credit.loan, lacking, due(nowNs));
    }
  }

  /// Asks money back where cash falls short of what is needed, or a loan is above its limit; offers
  /// to lend what is left over.
  ///
  /// @param needed cash, the largest number for all that can be had
  void balance(long nowNs, long needed) {
    long cash = ledger.balance(holder, money);
    long lacking = needed > cash ? needed - cash : 0;
    long owed = Math.max(1, owed());
    double part = Math.min(1, (double) lacking / owed);
    for (Credit credit : credits) {
      long principal = book.principal(credit.loan);
      long limit = credit.isLost ? 0 : appraiser.money(credit.limit.at(nowNs));
      long wanted = Math.max(Math.round(part * principal), principal - limit);
      long demand = Math.max(wanted, Math.min(book.demanded(credit.loan), principal));
      if (demand > 0) {
        book.demand(credit.loan, demand, due(nowNs));
      }
      long spare = lacking > 0 || demand > 0 ? 0 : cash - needed;
      long offered = Math.min(limit, principal + Math.max(0, spare));
      book.offer(credit.loan, offered, terms.advanceE9(credit.line));
    }
  }

  private long due(long nowNs) {
    return nowNs + Math.round(terms.noticeDays() * DAY_NS);
  }

  /// Returns what borrowers owe in all.
  long owed() {
    long sum = 0;
    for (Credit credit : credits) {
      sum += book.principal(credit.loan);
    }
    return sum;
  }

  void writeTo(StateSink sink) {
    credits.forEach(credit -> sink.add(credit.isLost ? 1 : 0));
  }

  void readFrom(StateSource source) {
    credits.forEach(credit -> credit.isLost = source.flag());
  }

  private static final class Credit {
    private final int loan;
    private final Lending.Line line;
    private final Plan limit;
    private boolean isLost;

    Credit(int loan, Lending.Line line) {
      this.loan = loan;
      this.line = line;
      limit = new Plan(line.limit());
    }
  }
}
