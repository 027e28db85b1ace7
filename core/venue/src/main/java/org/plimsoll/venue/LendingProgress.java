package org.plimsoll.venue;

import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// How far the clearing that is under way has come. Only one ever is: it stays first on the agenda
/// until it is done.
///
/// A pass over the accounts charges borrowers, and a second one pays lenders, so that what lenders
/// get has been charged before.
final class LendingProgress {
  private long rateE9;
  private long borrowRateE9;
  private int accounts;
  private int charged;
  private int paid;

  void begin(long lendingRateE9, long rateOfBorrowersE9, int accountCount) {
    rateE9 = lendingRateE9;
    borrowRateE9 = rateOfBorrowersE9;
    accounts = lendingRateE9 == 0 ? 0 : accountCount;
    charged = 0;
    paid = 0;
  }

  boolean isUnderWay() {
    return paid < accounts;
  }

  boolean isCharging() {
    return charged < accounts;
  }

  /// Returns the account whose turn it is.
  int next() {
    return isCharging() ? charged : paid;
  }

  /// Goes on to the next account.
  void advance() {
    if (isCharging()) {
      charged++;
    } else {
      paid++;
    }
  }

  long rateE9() {
    return rateE9;
  }

  long borrowRateE9() {
    return borrowRateE9;
  }

  void writeTo(StateSink sink) {
    sink.add(rateE9).add(borrowRateE9).add(accounts).add(charged).add(paid);
  }

  void readFrom(StateSource source, int accountCount) {
    rateE9 = source.number();
    borrowRateE9 = source.number();
    accounts = source.within(0, accountCount);
    charged = source.within(0, accounts);
    paid = source.within(0, accounts);
  }
}
