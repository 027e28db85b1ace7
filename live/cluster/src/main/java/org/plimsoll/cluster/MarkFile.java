package org.plimsoll.cluster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/// A file by which Aeron knows that a process uses a directory: it holds the time of the last sign
/// of life. A process that is killed leaves it behind looking alive for ten seconds, and one that
/// finds no room on the disk while it makes it leaves it behind unreadable for ever.
///
/// @param path where it is
/// @param state what it says
/// @param activeMs when it last gave a sign of life, in milliseconds since 1970; 0 if never
public record MarkFile(Path path, State state, long activeMs) {
  private static final int MESSAGE_HEADER = 8;
  private static final int AT_VERSION = MESSAGE_HEADER;
  private static final int AT_ACTIVE = MESSAGE_HEADER + 8;
  private static final int HEADER = AT_ACTIVE + Long.BYTES;

  /// What a mark file says.
  public enum State {
    /// Whoever made it went away, or was killed: a node may start.
    LEFT_BEHIND,
    /// Whoever made it did not get so far as to say anything, and Aeron would wait for it.
    STRANDED
  }

  /// Returns the mark files of a node's directory.
  ///
  /// @throws IOException if it cannot be read
  public static List<MarkFile> in(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(directory, 2)) {
      return files
          .filter(file -> file.getFileName().toString().matches(".*-mark.*\\.dat"))
          .sorted()
          .map(MarkFile::read)
          .toList();
    }
  }

  private static MarkFile read(Path path) {
    ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
      while (header.hasRemaining() && file.read(header, header.position()) > 0) {
        // until the header is whole
      }
    } catch (IOException unreadable) {
      return new MarkFile(path, State.STRANDED, 0);
    }
    return header.hasRemaining() || header.getInt(AT_VERSION) == 0
        ? new MarkFile(path, State.STRANDED, 0)
        : new MarkFile(path, State.LEFT_BEHIND, Math.max(0, header.getLong(AT_ACTIVE)));
  }

  /// Lets it say that nobody uses the directory. Whoever calls knows that by holding the lock.
  ///
  /// A stranded one is deleted, since nothing was ever written to it; of another only the time is
  /// changed.
  void release() throws IOException {
    if (state == State.STRANDED) {
      Files.delete(path);
      return;
    }
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
      file.write(ByteBuffer.allocate(Long.BYTES), AT_ACTIVE);
    }
  }
}
