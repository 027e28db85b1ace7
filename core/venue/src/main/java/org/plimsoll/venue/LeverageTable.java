package org.plimsoll.venue;

import java.util.Arrays;
import org.plimsoll.margin.MarginProfile;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// The leverage that each account has chosen.
final class LeverageTable {
  private static final MarginProfile PROFILE = MarginProfile.FTX_2022;

  /// The leverage of an account that has not chosen.
  static final int USUAL = 10;

  /// The largest leverage that an account may choose.
  static final int MAX = PROFILE.leverageMax();

  private int[] leverage = new int[16];
  private int accounts;

  void openAccount() {
    if (accounts == leverage.length) {
      leverage = Arrays.copyOf(leverage, accounts * 2);
    }
    leverage[accounts++] = USUAL;
  }

  void choose(int account, int chosen) {
    leverage[account] = chosen;
  }

  int of(int account) {
    return leverage[account];
  }

  /// Returns the account's base initial margin fraction.
  long floorE9(int account) {
    return floorE9Of(leverage[account]);
  }

  /// Returns the least maintenance fraction at the account's leverage.
  long maintenanceFloorE9(int account) {
    return PROFILE.maintenanceFloorE9(leverage[account]);
  }

  /// Returns the base initial margin fraction of a leverage.
  static long floorE9Of(int leverage) {
    return PROFILE.initialFloorE9(leverage);
  }

  void writeTo(StateSink sink) {
    for (int account = 0; account < accounts; account++) {
      sink.add(leverage[account]);
    }
  }

  void readFrom(StateSource source) {
    for (int account = 0; account < accounts; account++) {
      leverage[account] = source.within(1, MAX);
    }
  }
}
