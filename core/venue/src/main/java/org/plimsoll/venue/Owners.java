package org.plimsoll.venue;

import java.util.Arrays;

/// Whose each account is: the number of its owner's first account.
final class Owners {
  private int[] owners = new int[16];
  private int accounts;

  void add(int owner) {
    if (accounts == owners.length) {
      owners = Arrays.copyOf(owners, accounts * 2);
    }
    owners[accounts++] = owner;
  }

  int get(int account) {
    return owners[account];
  }
}
