package org.plimsoll.venue;

import java.util.Arrays;
import org.plimsoll.margin.MarginProfile;
import org.plimsoll.units.StateHash;

/// The leverage that each account has chosen.
final class LeverageTable {
  /// The leverage of an account that has not chosen.
  static final int USUAL = 10;

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
    return MarginProfile.FTX_2022.initialFloorE9(leverage[account]);
  }

  void hashInto(StateHash hash) {
    for (int account = 0; account < accounts; account++) {
      hash.add(leverage[account]);
    }
  }
}
