package org.plimsoll.proof;

import java.util.ArrayList;
import java.util.List;

/// How a venue cheats where a parent binds its total and the children's hashes, but not the
/// children's sums (Hu, Zhang, Guo, IACR ePrint 2018/1139): every parent claims the larger child,
/// and each user is shown a sibling that makes up the difference.
final class FlawedMaxTree {
  private record Part(String hash, long sum) {}

  private final List<List<Part>> levels = new ArrayList<>();

  FlawedMaxTree(List<Leaf> leaves) {
    List<Part> level = new ArrayList<>();
    for (Leaf leaf : leaves) {
      level.add(
          new Part(Node.leaf(leaf).shown().hash(), leaf.balances().getFirst().longValueExact()));
    }
    levels.add(level);
    while (level.size() > 1) {
      List<Part> parents = new ArrayList<>();
      for (int i = 0; i < level.size(); i += 2) {
        long claimed = Math.max(level.get(i).sum, level.get(i + 1).sum);
        parents.add(new Part(parent(claimed, level.get(i).hash, level.get(i + 1).hash), claimed));
      }
      levels.add(parents);
      level = parents;
    }
  }

  long total() {
    return levels.getLast().getFirst().sum;
  }

  /// Returns whether the user at `index`, shown siblings that suit, finds the published root.
  boolean convinces(int index) {
    Part own = levels.getFirst().get(index);
    for (int level = 0; level + 1 < levels.size(); level++) {
      int at = index >> level;
      Part sibling = levels.get(level).get(at ^ 1);
      long shown = levels.get(level + 1).get(at >> 1).sum - own.sum;
      if (shown < 0) {
        return false;
      }
      long sum = own.sum + shown;
      own =
          new Part(
              (at & 1) == 0
                  ? parent(sum, own.hash, sibling.hash)
                  : parent(sum, sibling.hash, own.hash),
              sum);
    }
    return own.equals(levels.getLast().getFirst());
  }

  private static String parent(long sum, String left, String right) {
    return Sha256.hex(Sha256.of(sum + left + right));
  }
}
