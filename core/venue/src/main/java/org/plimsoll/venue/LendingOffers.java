package org.plimsoll.venue;

import java.util.Arrays;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// What accounts offer to lend, by asset, and what of it is lent.
///
/// What is reserved of an account's balance is never less than its offer or what is lent of it: it
/// can be more after a recall, until the venue can do without it. Offers of an asset are kept in
/// the order in which they are lent: by rate, then by account.
final class LendingOffers {
  private static final int ROWS_AT_FIRST = 16;

  private final int assetsMax;
  private final int[][] accountsOf;
  private final int[] counts;
  private final boolean[] wasOffered;
  private final long[] reservedInAll;
  private int accounts;
  private long[] amounts = new long[0];
  private long[] ratesE9 = new long[0];
  private long[] lent = new long[0];
  private long[] reserved = new long[0];

  LendingOffers(int assetsMax) {
    this.assetsMax = assetsMax;
    this.accountsOf = new int[assetsMax][0];
    this.counts = new int[assetsMax];
    this.wasOffered = new boolean[assetsMax];
    this.reservedInAll = new long[assetsMax];
  }

  void openAccount() {
    accounts++;
    if (accounts * assetsMax > amounts.length) {
      int cells = Math.max(ROWS_AT_FIRST * assetsMax, amounts.length * 2);
      amounts = Arrays.copyOf(amounts, cells);
      ratesE9 = Arrays.copyOf(ratesE9, cells);
      lent = Arrays.copyOf(lent, cells);
      reserved = Arrays.copyOf(reserved, cells);
    }
  }

  /// Returns whether anybody ever offered anything of the asset.
  boolean wasEverOffered(int asset) {
    return wasOffered[asset];
  }

  /// Returns how many accounts have an offer of the asset or something reserved from one.
  int count(int asset) {
    return counts[asset];
  }

  /// Returns the account at a place in the order of lending, from 0.
  int account(int asset, int place) {
    return accountsOf[asset][place];
  }

  /// Returns what the account offers to lend.
  long amount(int account, int asset) {
    return amounts[cell(account, asset)];
  }

  /// Returns the least hourly rate of the account's offer, in billionths.
  long rateE9(int account, int asset) {
    return ratesE9[cell(account, asset)];
  }

  /// Returns what is lent of the account's balance.
  long lent(int account, int asset) {
    return lent[cell(account, asset)];
  }

  /// Returns what the account cannot spend of its balance.
  long reserved(int account, int asset) {
    return reserved[cell(account, asset)];
  }

  /// Returns what is reserved over all accounts.
  long reserved(int asset) {
    return reservedInAll[asset];
  }

  /// Puts an offer in place of the account's last one. A recall leaves the rate as it was, since
  /// what is still lent earns it. More is reserved for a larger one; nothing is released for a
  /// smaller one.
  void offer(int account, int asset, long amount, long rateE9) {
    int cell = cell(account, asset);
    wasOffered[asset] = true;
    takeOut(account, asset);
    amounts[cell] = amount;
    ratesE9[cell] = amount == 0 ? ratesE9[cell] : rateE9;
    reserve(asset, cell, Math.max(reserved[cell], amount));
    putIn(account, asset);
  }

  /// States what is lent of the account's balance, at most what is reserved.
  void lend(int account, int asset, long amount) {
    lent[cell(account, asset)] = amount;
  }

  /// Releases what is neither offered nor lent, at most `most`.
  void release(int account, int asset, long most) {
    int cell = cell(account, asset);
    long idle = reserved[cell] - Math.max(amounts[cell], lent[cell]);
    reserve(asset, cell, reserved[cell] - Math.min(idle, most));
    leaveIfIdle(account, asset);
  }

  /// Ends so much of what is reserved, for somebody else is in the account's place from here on.
  void seize(int account, int asset, long amount) {
    int cell = cell(account, asset);
    reserve(asset, cell, reserved[cell] - amount);
    amounts[cell] = Math.min(amounts[cell], reserved[cell]);
    lent[cell] = Math.min(lent[cell], reserved[cell]);
    leaveIfIdle(account, asset);
  }

  void writeTo(StateSink sink) {
    for (int asset = 0; asset < assetsMax; asset++) {
      sink.add(wasOffered[asset] ? 1 : 0).add(counts[asset]);
      for (int place = 0; place < counts[asset]; place++) {
        int cell = cell(accountsOf[asset][place], asset);
        sink.add(accountsOf[asset][place]).add(amounts[cell]).add(ratesE9[cell]);
        sink.add(lent[cell]).add(reserved[cell]);
      }
    }
  }

  void readFrom(StateSource source) {
    for (int asset = 0; asset < assetsMax; asset++) {
      wasOffered[asset] = source.flag();
      int count = source.count(accounts);
      for (int place = 0; place < count; place++) {
        int account = source.index(accounts);
        int cell = cell(account, asset);
        source.require(reserved[cell] == 0, "an account has one offer of an asset");
        amounts[cell] = source.within(0, Limits.LENDING_MAX);
        ratesE9[cell] = source.within(0, Limits.LENDING_RATE_MAX_E9);
        lent[cell] = source.within(0, Limits.LENDING_MAX);
        long kept = source.within(Math.max(1, amounts[cell]), Limits.LENDING_MAX);
        reserve(asset, cell, kept);
        source.require(place(account, asset) == place, "offers are in the order of lending");
        putIn(account, asset);
      }
    }
  }

  private void reserve(int asset, int cell, long amount) {
    reservedInAll[asset] += amount - reserved[cell];
    reserved[cell] = amount;
  }

  private void leaveIfIdle(int account, int asset) {
    int cell = cell(account, asset);
    if (reserved[cell] == 0) {
      takeOut(account, asset);
      ratesE9[cell] = 0;
    }
  }

  /// Leaves the account out of the order if it is in it.
  private void takeOut(int account, int asset) {
    int place = place(account, asset);
    if (place < counts[asset] && accountsOf[asset][place] == account) {
      counts[asset]--;
      System.arraycopy(
          accountsOf[asset], place + 1, accountsOf[asset], place, counts[asset] - place);
    }
  }

  private void putIn(int account, int asset) {
    if (reserved[cell(account, asset)] == 0) {
      return;
    }
    int place = place(account, asset);
    int count = counts[asset]++;
    if (count == accountsOf[asset].length) {
      accountsOf[asset] = Arrays.copyOf(accountsOf[asset], Math.max(ROWS_AT_FIRST, count * 2));
    }
    System.arraycopy(accountsOf[asset], place, accountsOf[asset], place + 1, count - place);
    accountsOf[asset][place] = account;
  }

  /// Returns how many accounts stand before this one in the order of lending.
  private int place(int account, int asset) {
    int low = 0;
    int high = counts[asset];
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (isBefore(accountsOf[asset][middle], account, asset)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private boolean isBefore(int one, int other, int asset) {
    int byRate = Long.compare(ratesE9[cell(one, asset)], ratesE9[cell(other, asset)]);
    return byRate != 0 ? byRate < 0 : one < other;
  }

  private int cell(int account, int asset) {
    return account * assetsMax + asset;
  }
}
