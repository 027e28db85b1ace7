package org.plimsoll.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The eight users of a well-known public demonstration, in the format of this room with one
/// column.
class Pv03SumTreeTest {
  private static final List<String> NAMES =
      List.of("Alice", "Bob", "Charlie", "David", "Eve", "Fred", "Greta", "Henry");
  private static final long[] BALANCES = {20, 50, 10, 164, 870, 6, 270, 90};
  private static final Sibling DAVID =
      sibling("e8e064098a98e37dacd33dfab4fbb34e3794b603d83a8fc059e03ef25d89b1f0", 164);
  private static final Sibling ALICE_AND_BOB =
      sibling("314321295af01d977260d3bcc37325998101803d35e06d3dcbe6da323774aa65", 70);
  private static final Sibling THE_LAST_FOUR =
      sibling("bf0993ad7c65f75271ab48d3d20ed5a77918053b84ca8acf5cfb9f047f75587e", 1236);

  @TempDir private Path folder;

  private static Leaf leaf(int i) {
    return leaf(i, BALANCES[i]);
  }

  private static Leaf leaf(int i, long balance) {
    return new Leaf(
        NAMES.get(i), Sha256.hex(Sha256.of("salt-" + i)), List.of(BigInteger.valueOf(balance)));
  }

  private static List<Leaf> leaves(int count) {
    List<Leaf> leaves = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      leaves.add(leaf(i));
    }
    return leaves;
  }

  private static Sibling sibling(String hash, long sum) {
    return new Sibling(hash, List.of(BigInteger.valueOf(sum)));
  }

  private SumRoot root(List<Leaf> leaves) throws IOException {
    try (SumTree tree = SumTree.build(folder, 1, leaves.size(), leaves)) {
      return tree.root();
    }
  }

  private static Check charlie(SumRoot root, List<Sibling> siblings) {
    return root.check(leaf(2), new InclusionPath(2, siblings));
  }

  private static String reason(Check check) {
    return ((Check.Fails) check).reason();
  }

  @Test
  void pv03_firstLeafHasThePublishedHash() {
    assertThat(Node.leaf(leaf(0)).shown())
        .isEqualTo(sibling("c7470a011a348743e1dde1de4cc1ce15fd368d8410474f0866f89f680f342394", 20));
  }

  @Test
  void pv03_eightUsersHaveThePublishedRootAndTotal() throws IOException {
    assertThat(root(leaves(8)))
        .isEqualTo(
            new SumRoot(
                "79ec070a2b5cb13e91c858ba0b7d78d3370d0a70ad22a1d8b3fefdc27b2841c0",
                List.of(BigInteger.valueOf(1480)),
                8));
  }

  @Test
  void pv03_firstFiveUsersArePaddedWithThree() throws IOException {
    assertThat(root(leaves(5)))
        .isEqualTo(
            new SumRoot(
                "c2f33b88256f07538f752367fb50a56c17511e097e6bc87607a51e6ed2d2d723",
                List.of(BigInteger.valueOf(1114)),
                5));
  }

  @Test
  void pv03_charlieSeesThreeSiblingsFromTheBottomUp() throws IOException {
    List<InclusionPath> paths = new ArrayList<>();
    try (SumTree tree = SumTree.build(folder, 1, 8, leaves(8))) {
      tree.paths(paths::add);
      assertThat(paths.get(2))
          .isEqualTo(new InclusionPath(2, List.of(DAVID, ALICE_AND_BOB, THE_LAST_FOUR)));
      assertThat(charlie(tree.root(), paths.get(2).siblings())).isInstanceOf(Check.Holds.class);
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void pv03_negativeBalanceIsRefusedAtBuild() {
    List<Leaf> leaves = leaves(8);
    leaves.set(7, leaf(7, -480));
    assertThatThrownBy(() -> root(leaves))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Henry has the negative number -480");
  }

  @Test
  void pv03_negativeBalanceIsRefusedInALeafAndInEverySiblingShown() throws IOException {
    SumRoot root = root(leaves(8));
    List<Sibling> honest = List.of(DAVID, ALICE_AND_BOB, THE_LAST_FOUR);
    assertThat(reason(root.check(leaf(2, -480), new InclusionPath(2, honest))))
        .isEqualTo("the account has the negative number -480");
    for (int level = 0; level < honest.size(); level++) {
      List<Sibling> shown = new ArrayList<>(honest);
      shown.set(level, sibling(honest.get(level).hash(), -480));
      assertThat(reason(charlie(root, shown)))
          .isEqualTo("step " + (level + 1) + " of the path has the negative number -480");
    }
  }

  @Test
  void shouldRefuseSumsThatCouldWrap() throws IOException {
    BigInteger tooMuch = BigInteger.TWO.pow(125);
    List<Leaf> leaves = leaves(8);
    leaves.set(0, new Leaf("Alice", leaf(0).salt(), List.of(tooMuch)));
    assertThatThrownBy(() -> root(leaves)).hasMessageContaining("which is 2^125 or more");
    leaves.set(0, new Leaf("Alice", leaf(0).salt(), List.of(tooMuch.subtract(BigInteger.ONE))));
    assertThat(root(leaves).sums()).containsExactly(tooMuch.add(BigInteger.valueOf(1480 - 20 - 1)));
    Sibling wrapping = new Sibling(DAVID.hash(), List.of(tooMuch));
    assertThat(reason(charlie(root(leaves), List.of(wrapping, ALICE_AND_BOB, THE_LAST_FOUR))))
        .startsWith("step 1 of the path has");
  }

  @Test
  void shouldRefuseSwappedSiblings() throws IOException {
    SumRoot root = root(leaves(8));
    assertThat(charlie(root, List.of(ALICE_AND_BOB, DAVID, THE_LAST_FOUR)))
        .isInstanceOf(Check.Fails.class);
    Check otherSide =
        root.check(leaf(2), new InclusionPath(3, List.of(DAVID, ALICE_AND_BOB, THE_LAST_FOUR)));
    assertThat(reason(otherSide)).isEqualTo("the path does not lead to the published root");
  }

  @Test
  void shouldRefuseTwoUsersOnOneLeaf() {
    List<Leaf> leaves = leaves(8);
    leaves.set(1, leaf(0));
    assertThatThrownBy(() -> root(leaves))
        .hasMessage("Alice comes after Alice; each id must be higher");
  }

  @Test
  void shouldRefuseAnInnerNodeOrAPadInPlaceOfALeaf() throws IOException {
    SumRoot five = root(leaves(5));
    assertThat(reason(five.check(leaf(4), new InclusionPath(5, List.of()))))
        .isEqualTo("the path has 0 steps, and this tree has 3");
    List<Sibling> three = List.of(DAVID, ALICE_AND_BOB, THE_LAST_FOUR);
    assertThat(reason(five.check(leaf(4), new InclusionPath(5, three))))
        .isEqualTo("there is no account at place 5");
    assertThat(Node.pad(0, 1).shown().hash()).isNotEqualTo(Node.pad(1, 1).shown().hash());
  }

  @Test
  void pv03_theRecordedFormatEHasItsRootToo() {
    assertThat(FormatE.root(NAMES, BALANCES))
        .isEqualTo("02122f3824f06141e3b9e0edffb45eae8ce3dd5f1b56b9fd445f491fe8834809 1480");
  }

  @Test
  void pv03_flawedTreeOfMaximaProvesEveryoneAndOwesTooLittle() throws IOException {
    FlawedMaxTree flawed = new FlawedMaxTree(leaves(8));
    assertThat(flawed.total()).isEqualTo(870);
    for (int i = 0; i < 8; i++) {
      assertThat(flawed.convinces(i)).as(NAMES.get(i)).isTrue();
    }
    SumRoot claimed =
        new SumRoot(root(leaves(8)).hash(), List.of(BigInteger.valueOf(flawed.total())), 8);
    assertThat(reason(charlie(claimed, List.of(DAVID, ALICE_AND_BOB, THE_LAST_FOUR))))
        .isEqualTo("the path leads to other totals than the published ones");
  }

  @Test
  void shouldBindBothChildrenSoThatNobodyCanBeShownAnotherSum() throws IOException {
    SumRoot root = root(leaves(8));
    for (long shown : new long[] {0, 163, 165}) {
      Sibling other = sibling(DAVID.hash(), shown);
      assertThat(reason(charlie(root, List.of(other, ALICE_AND_BOB, THE_LAST_FOUR))))
          .isEqualTo("the path does not lead to the published root");
    }
  }
}
