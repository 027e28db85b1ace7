package org.plimsoll.server.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/// Files that nobody but their owner may read or write.
public final class OwnerFile {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private OwnerFile() {}

  /// Makes a file with a content, all of it or none, whatever happens meanwhile.
  public static void create(Path file, byte[] content) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(part);
    try (FileChannel channel =
        FileChannel.open(
            part,
            EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
      write(channel, 0, content);
      channel.force(true);
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel directory =
        FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
      directory.force(true);
    }
  }

  /// Reads a file.
  ///
  /// @throws KeyRefusal if others than its owner may read it, or it is longer than it may be
  public static byte[] read(Path file, long bytesMax) throws IOException, KeyRefusal {
    Set<PosixFilePermission> others = EnumSet.copyOf(Files.getPosixFilePermissions(file));
    others.removeAll(OWNER_ONLY);
    others.remove(PosixFilePermission.OWNER_EXECUTE);
    if (!others.isEmpty()) {
      throw new KeyRefusal(
          file + ": is open to others than its owner; make it so no longer with chmod 600");
    }
    if (Files.size(file) > bytesMax) {
      throw new KeyRefusal(file + ": is longer than " + bytesMax + " bytes");
    }
    return Files.readAllBytes(file);
  }

  static void write(FileChannel channel, long position, byte[] content) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(content);
    long at = position;
    while (bytes.hasRemaining()) {
      at += channel.write(bytes, at);
    }
  }
}
