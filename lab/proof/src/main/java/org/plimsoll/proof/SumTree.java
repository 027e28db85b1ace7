package org.plimsoll.proof;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A Merkle sum tree in files, one per level, so that its size is bounded by the disk alone.
///
/// It is written level by level and read back by one pass over all levels at once: only two nodes
/// per level are ever in memory.
public final class SumTree implements AutoCloseable {
  /// How many accounts a tree may have; a pad is numbered in 4 bytes.
  public static final int LEAVES_MAX = 1 << 30;

  private static final int BUFFER_BYTES = 1 << 16;

  private final Path folder;
  private final int columns;
  private final SumRoot root;

  private SumTree(Path folder, int columns, SumRoot root) {
    this.folder = folder;
    this.columns = columns;
    this.root = root;
  }

  /// Someone who is told the path of every leaf.
  @FunctionalInterface
  public interface PathSink {
    /// Takes the next path; leaves come in order. A [Sibling] that two paths share is one object.
    void accept(InclusionPath path) throws IOException;
  }

  /// Builds a tree.
  ///
  /// @param folder an empty folder for the levels, which [#close] empties again
  /// @param columns how many numbers each leaf has, at least 1
  /// @param count how many leaves there are
  /// @param leaves in strictly ascending order of id (by UTF-16 code unit): so no id comes twice
  /// @throws IllegalArgumentException if there are no leaves, more or fewer than `count`, ids out
  ///   of order, or a number out of range
  /// @throws IOException if a level cannot be written
  public static SumTree build(Path folder, int columns, int count, Iterable<Leaf> leaves)
      throws IOException {
    if (count < 1 || count > LEAVES_MAX) {
      throw new IllegalArgumentException("count " + count + " is not 1 to " + LEAVES_MAX);
    }
    int depth = Range.depth(count);
    writeLeaves(level(folder, 0), columns, count, leaves);
    for (int level = 1; level <= depth; level++) {
      writeParents(level(folder, level - 1), level(folder, level), columns);
    }
    Sibling top = Node.ofBytes(Files.readAllBytes(level(folder, depth))).shown();
    return new SumTree(folder, columns, new SumRoot(top.hash(), top.sums(), count));
  }

  /// Returns the top of the tree.
  public SumRoot root() {
    return root;
  }

  /// Tells the path of every leaf, in order.
  ///
  /// @throws IOException if a level cannot be read, or the sink cannot take a path
  public void paths(PathSink sink) throws IOException {
    int depth = Range.depth(root.count());
    List<Level> levels = new ArrayList<>();
    try {
      for (int level = 0; level < depth; level++) {
        levels.add(new Level(input(level(folder, level)), columns));
      }
      for (int index = 0; index < root.count(); index++) {
        List<Sibling> siblings = new ArrayList<>(depth);
        for (int level = 0; level < depth; level++) {
          siblings.add(levels.get(level).siblingOf(index >> level));
        }
        sink.accept(new InclusionPath(index, siblings));
      }
    } finally {
      for (Level level : levels) {
        level.in.close();
      }
    }
  }

  /// Deletes the levels.
  @Override
  public void close() throws IOException {
    for (int level = 0; level <= Range.depth(root.count()); level++) {
      Files.deleteIfExists(level(folder, level));
    }
  }

  private static void writeLeaves(Path file, int columns, int count, Iterable<Leaf> leaves)
      throws IOException {
    int depth = Range.depth(count);
    int bits = Range.bits(depth, 0);
    int written = 0;
    String last = "";
    try (OutputStream out = output(file)) {
      for (Leaf leaf : leaves) {
        Optional<String> fault = Range.fault(leaf.id(), leaf.balances(), columns, bits);
        if (leaf.id().compareTo(last) <= 0) {
          fault = Optional.of(leaf.id() + " comes after " + last + "; each id must be higher");
        }
        if (fault.isPresent()) {
          throw new IllegalArgumentException(fault.get());
        }
        out.write(Node.leaf(leaf).bytes());
        last = leaf.id();
        written++;
      }
      if (written != count) {
        throw new IllegalArgumentException(written + " leaves came, not " + count);
      }
      for (int pad = 0; pad < (1 << depth) - count; pad++) {
        out.write(Node.pad(pad, columns).bytes());
      }
    }
  }

  private static void writeParents(Path children, Path parents, int columns) throws IOException {
    try (InputStream in = input(children);
        OutputStream out = output(parents)) {
      byte[] left = in.readNBytes(Node.size(columns));
      while (left.length > 0) {
        byte[] right = in.readNBytes(Node.size(columns));
        out.write(Node.parent(Node.ofBytes(left), Node.ofBytes(right)).bytes());
        left = in.readNBytes(Node.size(columns));
      }
    }
  }

  private static Path level(Path folder, int level) {
    return folder.resolve("level-" + level);
  }

  private static InputStream input(Path file) throws IOException {
    return new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
  }

  private static OutputStream output(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES);
  }

  /// The pair of a level at which the walk stands.
  private static final class Level {
    private final InputStream in;
    private final int columns;
    private int pair = -1;
    private final List<Sibling> nodes = new ArrayList<>(2);

    Level(InputStream in, int columns) {
      this.in = in;
      this.columns = columns;
    }

    /// Returns the other one of the pair in which the node at `index` stands. Indexes only grow,
    /// and no pair is left out.
    Sibling siblingOf(int index) throws IOException {
      if (index >> 1 != pair) {
        nodes.clear();
        nodes.add(next());
        nodes.add(next());
        pair = index >> 1;
      }
      return nodes.get((index & 1) ^ 1);
    }

    private Sibling next() throws IOException {
      return Node.ofBytes(in.readNBytes(Node.size(columns))).shown();
    }
  }
}
