package org.plimsoll.bench.orders;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Moves of one unit, each between the two accounts of an owner.
final class Transfers {
  private final int accounts;
  private final long start;
  private final int[] sources;

  /// @param sources from which account each move goes
  Transfers(int accounts, long start, int[] sources) {
    this.accounts = accounts;
    this.start = start;
    this.sources = sources;
  }

  /// Draws owners and directions at random.
  static Transfers draw(int accounts, int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] sources = new int[count];
    Arrays.setAll(sources, _ -> random.nextInt(accounts));
    return new Transfers(accounts, count, sources);
  }

  /// Returns the first so many of them.
  Transfers first(int count) {
    return new Transfers(accounts, start, Arrays.copyOf(sources, count));
  }

  /// Returns how many accounts there are, even; 0 and 1 have one owner, and so on.
  int accounts() {
    return accounts;
  }

  /// Returns what each account has at first, so much that every move is allowed.
  long start() {
    return start;
  }

  int count() {
    return sources.length;
  }

  /// Returns from which account each of some moves goes.
  int[] sources(int from, int to) {
    return Arrays.copyOfRange(sources, from, Math.min(sources.length, to));
  }

  /// Returns from which account a move goes.
  int source(int move) {
    return sources[move];
  }

  /// Returns to which account it goes: the other of its owner.
  int target(int move) {
    return sources[move] ^ 1;
  }

  /// Fails unless balances are those that these moves lead to, account by account.
  void requireLeadTo(long[] balances) {
    long[] expected = new long[accounts];
    Arrays.fill(expected, start);
    for (int source : sources) {
      expected[source]--;
      expected[source ^ 1]++;
    }
    int account = Arrays.mismatch(expected, balances);
    if (account >= 0) {
      throw new IllegalStateException("account " + account + " has another balance than it should");
    }
  }
}
