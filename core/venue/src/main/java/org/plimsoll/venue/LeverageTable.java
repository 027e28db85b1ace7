package org.plimsoll.venue;

import org.plimsoll.units.MarginProfile;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// The leverage that each account has chosen, and how much of it counts in the era that binds.
///
/// What is new follows the era at once. What stands keeps the maintenance of the leverage that was
/// chosen for it until the instant that was announced, so that no change of era liquidates anybody
/// by surprise.
final class LeverageTable {
  /// The leverage of an account that has not chosen.
  static final int USUAL = 10;

  /// The largest leverage of any era.
  static final int MAX = largest();

  private final AccountRows rows;
  private MarginEra era = MarginEra.FIRST;
  private int maintainedMax = leverageMax();

  LeverageTable(AccountRows rows) {
    this.rows = rows;
  }

  void openAccount(int account) {
    choose(account, USUAL);
  }

  MarginEra era() {
    return era;
  }

  /// Returns the largest leverage that an account may choose.
  int leverageMax() {
    return era.profile().leverageMax();
  }

  void begin(MarginEra begun) {
    era = begun;
    maintainedMax = Math.max(maintainedMax, leverageMax());
  }

  /// Lets time come.
  ///
  /// @return whether maintenance may require something else now
  boolean moveTo(long clockNs) {
    boolean moves = clockNs >= era.maintenanceNs() && maintainedMax > leverageMax();
    if (moves) {
      maintainedMax = leverageMax();
    }
    return moves;
  }

  void choose(int account, int leverage) {
    rows.set(account, AccountRows.LEVERAGE, leverage);
  }

  int chosen(int account) {
    return (int) rows.get(account, AccountRows.LEVERAGE);
  }

  /// Returns the leverage at which an account may do something new.
  int of(int account) {
    return Math.min(chosen(account), leverageMax());
  }

  /// Returns the leverage by which maintenance asks, at least [#of].
  int maintained(int account) {
    return Math.min(chosen(account), maintainedMax);
  }

  /// Returns the account's least maintenance fraction.
  long maintenanceFloorE9(int account) {
    return MarginProfile.maintenanceFloorE9(maintained(account));
  }

  private static int largest() {
    int largest = 0;
    for (MarginProfile profile : MarginProfile.values()) {
      largest = Math.max(largest, profile.leverageMax());
    }
    return largest;
  }

  void writeTo(StateSink sink) {
    sink.add(era.profile().ordinal()).add(era.maintenanceNs()).add(maintainedMax);
    for (int account = 0; account < rows.count(); account++) {
      sink.add(chosen(account));
    }
  }

  void readFrom(StateSource source) {
    era = new MarginEra(source.oneOf(MarginProfile.values()), source.number());
    maintainedMax = source.within(leverageMax(), MAX);
    for (int account = 0; account < rows.count(); account++) {
      choose(account, source.within(1, MAX));
    }
  }
}
