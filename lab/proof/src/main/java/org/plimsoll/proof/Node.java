package org.plimsoll.proof;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A node of the tree as its bytes: its hash, then its sum per column in 16 bytes, highest first.
///
/// These bytes are exactly what the parent's hash is taken over, for both children in their order.
/// Binding only the total, as in Maxwell's first scheme, lets a prover show each side another
/// sibling and shrink the total to the largest balance (Hu, Zhang, Guo, IACR ePrint 2018/1139). The
/// first byte of every hash tells leaf, inner node and pad apart, so none passes for another.
final class Node {
  /// How many bits a sum has.
  static final int SUM_BITS = 128;

  static final int SUM_BYTES = SUM_BITS / Byte.SIZE;

  private static final byte LEAF = 0;
  private static final byte INNER = 1;
  private static final byte PAD = 2;

  private final byte[] bytes;

  private Node(byte[] bytes) {
    this.bytes = bytes;
  }

  static int size(int columns) {
    return Sha256.BYTES + columns * SUM_BYTES;
  }

  /// Returns a node whose numbers were checked to be in range.
  static Node leaf(Leaf leaf) {
    byte[] id = leaf.id().getBytes(StandardCharsets.UTF_8);
    byte[] sums = encoded(leaf.balances());
    byte[] hash = Sha256.of(LEAF, Sha256.number(id.length), id, Sha256.bytes(leaf.salt()), sums);
    return joined(hash, sums);
  }

  /// Returns the `index`-th of the empty leaves that fill the tree up to a power of two. Its number
  /// is in its hash, so that two trees of other lengths never have one root.
  static Node pad(int index, int columns) {
    return joined(Sha256.of(PAD, Sha256.number(index)), new byte[columns * SUM_BYTES]);
  }

  /// Returns a node whose numbers were checked to be in range.
  static Node of(Sibling sibling) {
    return joined(Sha256.bytes(sibling.hash()), encoded(sibling.sums()));
  }

  static Node ofBytes(byte[] bytes) {
    return new Node(bytes);
  }

  static Node parent(Node left, Node right) {
    return joined(Sha256.of(INNER, left.bytes, right.bytes), sums(left.bytes, right.bytes));
  }

  byte[] bytes() {
    return bytes.clone();
  }

  Sibling shown() {
    List<BigInteger> sums = new ArrayList<>();
    for (int at = Sha256.BYTES; at < bytes.length; at += SUM_BYTES) {
      sums.add(new BigInteger(1, bytes, at, SUM_BYTES));
    }
    return new Sibling(Sha256.hex(Arrays.copyOf(bytes, Sha256.BYTES)), sums);
  }

  private static Node joined(byte[] hash, byte[] sums) {
    byte[] bytes = Arrays.copyOf(hash, hash.length + sums.length);
    System.arraycopy(sums, 0, bytes, hash.length, sums.length);
    return new Node(bytes);
  }

  private static byte[] encoded(List<BigInteger> numbers) {
    byte[] bytes = new byte[numbers.size() * SUM_BYTES];
    for (int i = 0; i < numbers.size(); i++) {
      byte[] number = numbers.get(i).toByteArray();
      // A number of 128 bits has a 17th byte in front, which is zero.
      int length = Math.min(number.length, SUM_BYTES);
      int end = (i + 1) * SUM_BYTES;
      System.arraycopy(number, number.length - length, bytes, end - length, length);
    }
    return bytes;
  }

  /// Adds column by column. Leaves below [Range#bits] cannot carry out of a column, so a carry that
  /// does is a broken invariant and not somebody's input.
  private static byte[] sums(byte[] left, byte[] right) {
    byte[] sums = new byte[left.length - Sha256.BYTES];
    for (int end = sums.length; end > 0; end -= SUM_BYTES) {
      int carry = 0;
      for (int at = end - 1; at >= end - SUM_BYTES; at--) {
        int sum =
            Byte.toUnsignedInt(left[Sha256.BYTES + at])
                + Byte.toUnsignedInt(right[Sha256.BYTES + at])
                + carry;
        sums[at] = (byte) sum;
        carry = sum >>> Byte.SIZE;
      }
      if (carry != 0) {
        throw new ArithmeticException("a sum is over 128 bits; the range check failed");
      }
    }
    return sums;
  }
}
