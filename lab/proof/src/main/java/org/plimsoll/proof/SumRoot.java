package org.plimsoll.proof;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/// The top of a tree: what binds every leaf under it.
///
/// @param hash 32 bytes in lower case hexadecimal
/// @param sums the total per column, in smallest units
/// @param count how many leaves are accounts, at least 1; the rest up to a power of two are pads
public record SumRoot(String hash, List<BigInteger> sums, int count) {
  /// Takes a copy of the sums.
  ///
  /// @throws IllegalArgumentException if the hash has another form, or there is no leaf
  public SumRoot {
    if (!Sha256.isHex(hash, Sha256.BYTES)) {
      throw new IllegalArgumentException("root " + hash + " is not 64 hex digits");
    }
    if (count < 1 || count > SumTree.LEAVES_MAX) {
      throw new IllegalArgumentException(
          "a tree has 1 to " + SumTree.LEAVES_MAX + " accounts, not " + count);
    }
    sums = List.copyOf(sums);
  }

  /// Checks that a leaf stands under this root at the place that the path says.
  ///
  /// Every number shown on the way is checked to be in range: one negative sibling would be enough
  /// to hide what is owed.
  public Check check(Leaf leaf, InclusionPath path) {
    return Check.of(fault(leaf, path));
  }

  private Optional<String> fault(Leaf leaf, InclusionPath path) {
    int depth = Range.depth(count);
    if (path.siblings().size() != depth) {
      return Optional.of(
          "the path has " + path.siblings().size() + " steps, and this tree has " + depth);
    }
    if (path.index() < 0 || path.index() >= count) {
      return Optional.of("there is no account at place " + path.index());
    }
    Optional<String> fault = rangeFault(leaf, path, depth);
    return fault.isPresent() ? fault : hashFault(leaf, path);
  }

  private Optional<String> rangeFault(Leaf leaf, InclusionPath path, int depth) {
    Optional<String> fault =
        Range.fault("the account", leaf.balances(), sums.size(), Range.bits(depth, 0));
    for (int level = 0; level < depth && fault.isEmpty(); level++) {
      List<BigInteger> shown = path.siblings().get(level).sums();
      fault =
          Range.fault(
              "step " + (level + 1) + " of the path", shown, sums.size(), Range.bits(depth, level));
    }
    return fault;
  }

  private Optional<String> hashFault(Leaf leaf, InclusionPath path) {
    Node node = Node.leaf(leaf);
    for (int level = 0; level < path.siblings().size(); level++) {
      Node sibling = Node.of(path.siblings().get(level));
      boolean isLeft = (path.index() >> level & 1) == 0;
      node = isLeft ? Node.parent(node, sibling) : Node.parent(sibling, node);
    }
    Sibling top = node.shown();
    if (!top.hash().equals(hash)) {
      return Optional.of("the path does not lead to the published root");
    }
    return top.sums().equals(sums)
        ? Optional.empty()
        : Optional.of("the path leads to other totals than the published ones");
  }
}
