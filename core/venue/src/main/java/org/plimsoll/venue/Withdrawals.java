package org.plimsoll.venue;

import java.util.TreeMap;
import org.plimsoll.protocol.CashEvent.WithdrawalRequested;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// The queues of all assets, and how many withdrawals of each account wait in them.
final class Withdrawals {
  private final WithdrawalQueue[] queues;
  private final TreeMap<Integer, Integer> waitingByAccount = new TreeMap<>();
  private long last;

  Withdrawals(int assetsMax) {
    queues = new WithdrawalQueue[assetsMax];
    for (int asset = 0; asset < assetsMax; asset++) {
      queues[asset] = new WithdrawalQueue(asset);
    }
  }

  WithdrawalQueue queue(int asset) {
    return queues[asset];
  }

  /// Returns the next withdrawal's number and counts it.
  long nextNumber() {
    return ++last;
  }

  int waiting(int account) {
    return waitingByAccount.getOrDefault(account, 0);
  }

  void add(WithdrawalRequested withdrawal) {
    queues[withdrawal.asset()].add(withdrawal);
    waitingByAccount.merge(withdrawal.account(), 1, Integer::sum);
  }

  void remove(WithdrawalRequested withdrawal) {
    queues[withdrawal.asset()].remove(withdrawal);
    waitingByAccount.compute(
        withdrawal.account(), (_, count) -> count == null || count == 1 ? null : count - 1);
  }

  void writeTo(StateSink sink) {
    sink.add(last);
    for (WithdrawalQueue queue : queues) {
      queue.writeTo(sink);
    }
  }

  void readFrom(StateSource source, int accounts, int places) {
    last = source.within(0, Long.MAX_VALUE);
    for (int asset = 0; asset < queues.length; asset++) {
      queues[asset].readFrom(source, asset);
      int count = source.count();
      for (int i = 0; i < count; i++) {
        long number = source.within(1, last);
        int account = source.index(accounts);
        long amount = source.within(1, Limits.BALANCE_MAX);
        source.require(queues[asset].find(number) == null, "a withdrawal waits once");
        add(new WithdrawalRequested(number, account, asset, amount, source.index(places)));
      }
    }
  }
}
