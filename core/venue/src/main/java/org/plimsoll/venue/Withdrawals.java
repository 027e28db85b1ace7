package org.plimsoll.venue;

import java.util.TreeMap;
import org.plimsoll.protocol.CashEvent.WithdrawalRequested;
import org.plimsoll.units.StateHash;

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

  void hashInto(StateHash hash) {
    hash.add(last);
    for (WithdrawalQueue queue : queues) {
      queue.hashInto(hash);
    }
  }
}
