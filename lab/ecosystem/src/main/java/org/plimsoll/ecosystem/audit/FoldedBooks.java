package org.plimsoll.ecosystem.audit;

import java.util.Arrays;
import org.plimsoll.ledger.LedgerAccount;
import org.plimsoll.ledger.LedgerAccount.Kind;

/// What the transfers that a venue has told add up to, by ledger account and in sum: its books a
/// second time, from its events alone.
final class FoldedBooks {
  private static final int KINDS = Kind.values().length;
  private static final int NUMBERS_AT_FIRST = 16;

  private final int assets;
  private final long[][] balances = new long[KINDS][];
  private final long[] sums;
  private final long[] owedBy;

  /// Creates books in which nobody has anything.
  ///
  /// @param assets how many there can be
  FoldedBooks(int assets) {
    this.assets = assets;
    Arrays.setAll(balances, _ -> new long[NUMBERS_AT_FIRST * assets]);
    sums = new long[KINDS * assets];
    owedBy = new long[assets];
  }

  void move(int asset, int from, int to, long amount) {
    add(from, asset, -amount);
    add(to, asset, amount);
  }

  /// Sets a balance to what it is known to be.
  void set(int address, int asset, long balance) {
    add(address, asset, balance - balance(address, asset));
  }

  long balance(int address, int asset) {
    long[] ofKind = balances[LedgerAccount.kind(address).ordinal()];
    int place = place(address, asset);
    return place < ofKind.length ? ofKind[place] : 0;
  }

  /// Returns the sum of the balances of a kind.
  long sum(Kind kind, int asset) {
    return sums[kind.ordinal() * assets + asset];
  }

  /// Returns what customers with less than nothing owe in all.
  long owedBy(int asset) {
    return owedBy[asset];
  }

  private void add(int address, int asset, long change) {
    Kind kind = LedgerAccount.kind(address);
    int place = place(address, asset);
    if (place >= balances[kind.ordinal()].length) {
      balances[kind.ordinal()] = Arrays.copyOf(balances[kind.ordinal()], (place + assets) * 2);
    }
    long before = balances[kind.ordinal()][place];
    long after = before + change;
    balances[kind.ordinal()][place] = after;
    sums[kind.ordinal() * assets + asset] += change;
    if (kind == Kind.CUSTOMER) {
      owedBy[asset] += Math.max(0, -after) - Math.max(0, -before);
    }
  }

  private int place(int address, int asset) {
    return LedgerAccount.number(address) * assets + asset;
  }
}
