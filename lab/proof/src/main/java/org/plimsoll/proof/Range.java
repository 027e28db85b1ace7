package org.plimsoll.proof;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/// What numbers may stand in a tree, so that none is negative and no sum ever wraps.
///
/// A leaf of a tree of depth d has less than 128 - d bits; a node h levels above the leaves, which
/// sums 2^h of them, less than 128 - d + h; so the root has at most 128.
final class Range {
  private Range() {}

  /// Returns how many levels of parents a tree over that many leaves has.
  ///
  /// @param count of leaves, at least 1
  static int depth(int count) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(count - 1);
  }

  /// Returns how many bits a number may have at a height above the leaves.
  static int bits(int depth, int height) {
    return Node.SUM_BITS - depth + height;
  }

  /// Returns what is wrong with the numbers of a node, nothing if they may stand there.
  static Optional<String> fault(String whose, List<BigInteger> numbers, int columns, int bits) {
    if (numbers.size() != columns) {
      return Optional.of(whose + " has " + numbers.size() + " numbers, not " + columns);
    }
    for (BigInteger number : numbers) {
      if (number.signum() < 0) {
        return Optional.of(whose + " has the negative number " + number);
      }
      if (number.bitLength() > bits) {
        return Optional.of(whose + " has " + number + ", which is 2^" + bits + " or more");
      }
    }
    return Optional.empty();
  }
}
