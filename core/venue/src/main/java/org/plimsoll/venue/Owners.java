package org.plimsoll.venue;

/// Whose each account is: the number of its owner's first account.
final class Owners {
  private final AccountRows rows;

  Owners(AccountRows rows) {
    this.rows = rows;
  }

  void openAccount(int account, int owner) {
    rows.set(account, AccountRows.OWNER, owner);
  }

  int get(int account) {
    return (int) rows.get(account, AccountRows.OWNER);
  }
}
