package org.plimsoll.journal;

/// The unit in which a journal is written. Each batch begins in a block of its own, so that a write
/// that is torn by a crash can harm nothing that was acknowledged before it.
final class Block {
  /// What file systems and most disks write as one.
  static final int BYTES = 4096;

  private Block() {}

  static int roundUp(int bytes) {
    return (bytes + BYTES - 1) / BYTES * BYTES;
  }
}
