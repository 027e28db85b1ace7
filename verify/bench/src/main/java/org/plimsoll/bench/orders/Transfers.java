package org.plimsoll.bench.orders;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Moves of one unit, each between the two accounts of an owner.
///
/// @param accounts how many accounts there are, even; 0 and 1 have one owner, and so on
/// @param start what each of them has at first, so much that every move is allowed
/// @param sources from which account each move goes; it goes to the other of its owner
record Transfers(int accounts, long start, int[] sources) {
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

  int count() {
    return sources.length;
  }

  int source(int move) {
    return sources[move];
  }

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
