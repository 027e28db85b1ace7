package org.plimsoll.venue;

import java.util.Arrays;
import org.plimsoll.ledger.LedgerAccount;

/// What accounts would owe of each asset if every resting order took what it can and brought
/// nothing: kept as balances and orders change, so that nobody need look through all accounts
/// before the next one borrows.
///
/// A fill moves the same amount from what orders could take to what they took, so it never adds to
/// this sum: only commands that the gates have passed do, and interest.
final class PossibleDebts {
  private static final int ROWS_AT_FIRST = 16;

  private final int assetsMax;
  private final long[] inAll;
  private int accounts;
  private long[] left;
  private int[] shortAssets = new int[ROWS_AT_FIRST];

  PossibleDebts(int assetsMax) {
    this.assetsMax = assetsMax;
    this.inAll = new long[assetsMax];
    this.left = new long[ROWS_AT_FIRST * assetsMax];
  }

  void openAccount() {
    accounts++;
    if (accounts * assetsMax > left.length) {
      left = Arrays.copyOf(left, left.length * 2);
      shortAssets = Arrays.copyOf(shortAssets, shortAssets.length * 2);
    }
  }

  /// Follows a transfer between two ledger accounts.
  void transfer(int asset, int from, int to, long amount) {
    if (LedgerAccount.kind(from) == LedgerAccount.Kind.CUSTOMER) {
      add(LedgerAccount.number(from), asset, -amount);
    }
    if (LedgerAccount.kind(to) == LedgerAccount.Kind.CUSTOMER) {
      add(LedgerAccount.number(to), asset, amount);
    }
  }

  /// Follows a change of what an account has left once its orders took what they can.
  void add(int account, int asset, long change) {
    int cell = account * assetsMax + asset;
    long before = left[cell];
    long after = before + change;
    left[cell] = after;
    if (before < 0 || after < 0) {
      inAll[asset] += Math.max(0, -after) - Math.max(0, -before);
      shortAssets[account] += (after < 0 ? 1 : 0) - (before < 0 ? 1 : 0);
    }
  }

  /// Returns whether the account would owe nothing of any asset.
  boolean isNeverShort(int account) {
    return shortAssets[account] == 0;
  }

  /// Returns what an account has left of an asset once its orders took what they can.
  long left(int account, int asset) {
    return left[account * assetsMax + asset];
  }

  /// Returns what accounts would owe of an asset in all.
  long inAll(int asset) {
    return inAll[asset];
  }
}
