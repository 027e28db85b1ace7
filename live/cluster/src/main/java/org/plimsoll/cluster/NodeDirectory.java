package org.plimsoll.cluster;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A node's own directory, held by one process at a time. The lock is the kernel's, so it is gone
/// with the process however that ends, and whoever holds it knows that what others left behind in
/// the directory is not theirs any more.
public final class NodeDirectory implements AutoCloseable {
  private static final String LOCK = "node.lock";
  private static final String SEEDING = "node.seeding";

  private final Path path;
  private final FileChannel channel;

  private NodeDirectory(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /// Takes a directory, and makes it if it is not there.
  ///
  /// @param roomBytes how much room its disk must have
  /// @throws NodeRefusal if another process has it, or what is in it is not what was written
  /// @throws IOException if it cannot be read or written
  static NodeDirectory take(Path path, long roomBytes) throws NodeRefusal, IOException {
    Files.createDirectories(path);
    FileChannel channel =
        FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    NodeDirectory directory = new NodeDirectory(path, channel);
    try {
      if (!isLocked(channel)) {
        throw new NodeRefusal(path + ": another process runs this node");
      }
      directory.requireRoom(roomBytes);
      if (Files.exists(path.resolve(SEEDING))) {
        directory.empty();
      }
      ArchiveCheck.mend(directory.archive());
      return directory;
    } catch (NodeRefusal | IOException | RuntimeException refused) {
      directory.close();
      throw refused;
    }
  }

  /// Says that what comes into it from here on is only a part; a start that finds it so begins with
  /// nothing.
  void beginSeeding() throws IOException {
    Files.createFile(path.resolve(SEEDING));
  }

  /// Says that it is whole.
  void endSeeding() throws IOException {
    Files.delete(path.resolve(SEEDING));
  }

  private void empty() throws IOException {
    for (Path part : List.of(archive(), consensus())) {
      try (Stream<Path> files = Files.exists(part) ? Files.walk(part) : Stream.empty()) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    Files.delete(path.resolve(SEEDING));
  }

  /// Returns whether it has neither log nor snapshot.
  boolean isEmpty() {
    return !Files.exists(archive());
  }

  /// Returns whether a process runs the node of a directory now.
  ///
  /// @throws IOException if that cannot be found out
  public static boolean isTaken(Path path) throws IOException {
    Path lock = path.resolve(LOCK);
    if (!Files.exists(lock)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
      return !isLocked(channel);
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      @Nullable FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException taken) {
      return false;
    }
  }

  /// @throws IOException if the disk has less room than that
  void requireRoom(long bytes) throws IOException {
    long free = Files.getFileStore(path).getUsableSpace();
    if (free < bytes) {
      throw new IOException(
          path + ": " + (free >> 20) + " MB are free, and a node needs " + (bytes >> 20));
    }
  }

  Path path() {
    return path;
  }

  Path archive() {
    return path.resolve("archive");
  }

  Path consensus() {
    return path.resolve("consensus");
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
