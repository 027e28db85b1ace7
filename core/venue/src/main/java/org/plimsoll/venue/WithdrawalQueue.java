package org.plimsoll.venue;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.CashEvent.WithdrawalRequested;
import org.plimsoll.protocol.WithdrawalMode;
import org.plimsoll.protocol.WithdrawalPolicy;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// The withdrawals of one asset that wait to be sent, oldest first, and the policy by which they
/// are.
final class WithdrawalQueue {
  private final TreeMap<Long, WithdrawalRequested> waiting = new TreeMap<>();
  private WithdrawalPolicy policy;
  private int sentThisMinute;
  private boolean isOnAgenda;

  WithdrawalQueue(int asset) {
    policy = WithdrawalPolicy.atFirst(asset);
  }

  WithdrawalPolicy policy() {
    return policy;
  }

  void setPolicy(WithdrawalPolicy changed) {
    policy = changed;
  }

  /// Returns whether something waits that the policy lets go.
  boolean hasWork() {
    return !waiting.isEmpty() && policy.mode() != WithdrawalMode.GATED;
  }

  /// Returns whether what is asked for now would be sent at once: nobody is ever overtaken.
  boolean isOpen() {
    return waiting.isEmpty() && policy.mode() == WithdrawalMode.IMMEDIATE;
  }

  /// Returns whether the minute's share is not used up.
  boolean hasShareLeft() {
    return policy.mode() != WithdrawalMode.QUEUED || sentThisMinute < policy.perMinute();
  }

  void countSent() {
    sentThisMinute++;
  }

  void startMinute() {
    sentThisMinute = 0;
  }

  boolean isOnAgenda() {
    return isOnAgenda;
  }

  void setOnAgenda(boolean onAgenda) {
    isOnAgenda = onAgenda;
  }

  void add(WithdrawalRequested withdrawal) {
    waiting.put(withdrawal.withdrawal(), withdrawal);
  }

  WithdrawalRequested first() {
    return waiting.firstEntry().getValue();
  }

  @Nullable WithdrawalRequested find(long withdrawal) {
    return waiting.get(withdrawal);
  }

  void remove(WithdrawalRequested withdrawal) {
    waiting.remove(withdrawal.withdrawal());
  }

  List<WithdrawalRequested> waiting() {
    return List.copyOf(waiting.values());
  }

  void writeTo(StateSink sink) {
    sink.add(policy.mode().ordinal()).add(policy.perMinute()).add(sentThisMinute);
    sink.add(isOnAgenda ? 1 : 0).add(waiting.size());
    for (WithdrawalRequested each : waiting.values()) {
      sink.add(each.withdrawal()).add(each.account()).add(each.amount()).add(each.custody());
    }
  }

  /// Reads all but what waits, whose count is next.
  void readFrom(StateSource source, int asset) {
    WithdrawalMode mode = source.oneOf(WithdrawalMode.values());
    int perMinute = source.within(0, Limits.WITHDRAWALS_PER_MINUTE_MAX);
    policy = new WithdrawalPolicy(asset, mode, perMinute);
    sentThisMinute = source.within(0, Integer.MAX_VALUE);
    isOnAgenda = source.flag();
  }
}
