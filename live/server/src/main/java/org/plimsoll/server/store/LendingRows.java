package org.plimsoll.server.store;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.ledger.LedgerAccount.Kind;
import org.plimsoll.protocol.Event;
import org.plimsoll.protocol.Event.TransferPosted;
import org.plimsoll.protocol.LendingEvent.BalanceReserved;
import org.plimsoll.protocol.LendingEvent.LendingCleared;

/// The rates of loans by the hour, and everybody's interest with what it was on: what an account
/// owed before it was charged, or what of its balance was lent.
final class LendingRows implements Projection {
  private final Rows rows;
  private final SortedMap<Integer, LendingCleared> clearings = new TreeMap<>();
  private final SortedMap<Long, Long> balances = new TreeMap<>();
  private final SortedMap<Long, Long> lent = new TreeMap<>();

  LendingRows(Rows rows) {
    this.rows = rows;
  }

  @Override
  public void on(Event event, List<Event> rest) {
    switch (event) {
      case LendingCleared e -> {
        clearings.put(e.asset(), e);
        rows.add(
            Statement.LENDING_RATE,
            rows.dueNs(),
            e.asset(),
            e.rateE9(),
            e.borrowRateE9(),
            e.demand(),
            e.matched());
      }
      case BalanceReserved e -> lent.put(key(e.account(), e.asset()), e.lent());
      case TransferPosted e -> transfer(e);
      default -> {}
    }
  }

  private void transfer(TransferPosted e) {
    switch (e.cause()) {
      case INTEREST_PAID -> {
        int account = LedgerAccount.number(e.from());
        long owed = -balances.getOrDefault(key(account, e.asset()), 0L);
        interest(e, account, false, owed, clearing(e.asset()).borrowRateE9());
      }
      case INTEREST_EARNED -> {
        int account = LedgerAccount.number(e.to());
        long size = lent.getOrDefault(key(account, e.asset()), 0L);
        interest(e, account, true, size, clearing(e.asset()).rateE9());
      }
      default -> {}
    }
    add(e.from(), e.asset(), -e.amount());
    add(e.to(), e.asset(), e.amount());
  }

  private void interest(TransferPosted e, int account, boolean isEarned, long size, long rateE9) {
    rows.add(
        Statement.INTEREST, rows.dueNs(), account, e.asset(), isEarned, size, rateE9, e.amount());
  }

  private LendingCleared clearing(int asset) {
    LendingCleared clearing = clearings.get(asset);
    if (clearing == null) {
      throw new IllegalStateException("interest on asset " + asset + " without a rate");
    }
    return clearing;
  }

  private void add(int address, int asset, long amount) {
    if (LedgerAccount.kind(address) == Kind.CUSTOMER) {
      balances.merge(key(LedgerAccount.number(address), asset), amount, Long::sum);
    }
  }

  private static long key(int account, int asset) {
    return (long) account << Integer.SIZE | asset;
  }
}
