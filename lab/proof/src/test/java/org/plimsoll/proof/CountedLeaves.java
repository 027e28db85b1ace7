package org.plimsoll.proof;

import java.math.BigInteger;
import java.util.Iterator;
import java.util.List;

/// As many accounts as are asked for, none of them kept: the first is owed 0, the next 1, and so
/// on.
final class CountedLeaves implements Iterator<Leaf> {
  private static final Salts SALTS = Salts.ofSeed("counted");

  private final int count;
  private int next;

  CountedLeaves(int count) {
    this.count = count;
  }

  static Leaf leaf(int index) {
    String id = "account-" + Integer.toString(10_000_000 + index).substring(1);
    return new Leaf(id, SALTS.of(id), List.of(BigInteger.valueOf(index)));
  }

  static BigInteger total(int count) {
    return BigInteger.valueOf(count * (count - 1L) / 2);
  }

  @Override
  public boolean hasNext() {
    return next < count;
  }

  @Override
  public Leaf next() {
    return leaf(next++);
  }
}
