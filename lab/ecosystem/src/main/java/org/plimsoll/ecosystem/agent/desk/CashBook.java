package org.plimsoll.ecosystem.agent.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.plimsoll.ecosystem.kernel.RandomStream;
import org.plimsoll.ecosystem.world.WorldCause;
import org.plimsoll.ecosystem.world.WorldListener;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// A party's payments twice: as banks and wallets state them, and as a bookkeeper who makes
/// mistakes enters them. Both begin anew after each reconciliation.
final class CashBook implements WorldListener {
  private final ReconcilerTerms terms;
  private final int holder;
  private final LongSupplier clock;
  private final RandomStream mistakes;
  private final List<Entry> statement = new ArrayList<>();
  private final List<Entry> book = new ArrayList<>();
  private long payments;

  CashBook(ReconcilerTerms terms, int holder, LongSupplier clock, RandomStream mistakes) {
    this.terms = terms;
    this.holder = holder;
    this.clock = clock;
    this.mistakes = mistakes;
  }

  @Override
  public void onTransfer(WorldCause cause, int instrument, int from, int to, long amount) {
    if (from == holder || to == holder) {
      long signed = to == holder ? amount : -amount;
      Entry entry = new Entry(++payments, clock.getAsLong(), instrument, signed);
      statement.add(entry);
      enter(entry);
    }
  }

  private void enter(Entry entry) {
    double luck = mistakes.uniform() - terms.missingShare();
    if (luck < 0) {
      return;
    }
    boolean isDouble = luck < terms.doubleShare();
    boolean isWrong = !isDouble && luck < terms.doubleShare() + terms.wrongShare();
    book.add(isWrong ? withoutLastDigit(entry) : entry);
    if (isDouble) {
      book.add(entry);
    }
  }

  /// A digit is lost at the end: the amount is a tenth, or nothing where it has one digit.
  private static Entry withoutLastDigit(Entry entry) {
    return new Entry(entry.reference(), entry.timeNs(), entry.instrument(), entry.amount() / 10);
  }

  /// Returns where the two differ since the last time, and begins anew.
  List<Discrepancy> reconcile() {
    List<Discrepancy> found = Reconciliation.of(statement, book);
    statement.clear();
    book.clear();
    return found;
  }

  void writeTo(StateSink sink) {
    mistakes.writeTo(sink);
    sink.add(payments);
    for (List<Entry> entries : List.of(statement, book)) {
      sink.add(entries.size());
      entries.forEach(each ->
          sink.add(each.reference()).add(each.timeNs()).add(each.instrument()).add(each.amount()));
    }
  }

  void readFrom(StateSource source) {
    mistakes.readFrom(source);
    payments = source.number();
    for (List<Entry> entries : List.of(statement, book)) {
      entries.clear();
      int count = source.count();
      for (int i = 0; i < count; i++) {
        entries.add(
            new Entry(
                source.number(),
                source.number(),
                source.within(0, Integer.MAX_VALUE),
                source.number()));
      }
    }
  }
}
