package org.plimsoll.venue;

import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// How far a look for accounts below their maintenance requirement has come.
final class ScanProgress {
  /// How many accounts are still to be looked at.
  int left;

  /// When the rest of the look was put on the agenda, while any are left.
  long dueNs;

  private int accounts;
  private int next;

  /// Begins a look at all accounts there are: with the first one, or if one is under way, with that
  /// whose turn it is.
  void begin(int accountCount) {
    next = left == 0 ? 0 : next;
    accounts = accountCount;
    left = accountCount;
  }

  /// Returns the account whose turn it is.
  int next() {
    return next;
  }

  /// Returns how many accounts there are from that one to the last.
  int untilWrap() {
    return accounts - next;
  }

  /// Goes on by some accounts, at most to the last; the first follows it.
  void pass(int count) {
    next += count;
    next = next < accounts ? next : 0;
    left -= count;
  }

  void writeTo(StateSink sink) {
    sink.add(left).add(dueNs).add(accounts).add(next);
  }

  void readFrom(StateSource source, int accountCount) {
    left = source.within(0, accountCount);
    dueNs = source.number();
    accounts = source.within(left, accountCount);
    next = source.within(0, Math.max(0, accounts - 1));
  }
}
