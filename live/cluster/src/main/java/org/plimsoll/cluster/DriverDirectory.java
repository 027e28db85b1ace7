package org.plimsoll.cluster;

import io.aeron.CommonContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The directory of shared memory of a driver, with a lock of the kernel's that says whose it is. A
/// process that is killed leaves the directory behind and not the lock, so the next start of anyone
/// knows that it can be deleted.
public final class DriverDirectory implements AutoCloseable {
  private static final String MARK = "-plimsoll-";
  private static final String LOCK = "plimsoll.lock";
  private static final int WORDS_MAX = 4_096;

  /// Those of this process: it would lose its lock by opening the file once more and closing it.
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final FileChannel lock;

  private DriverDirectory(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /// A directory that is there.
  ///
  /// @param path where it is
  /// @param owner what it was made for, or nothing if nobody has said so
  /// @param isUsed whether a process has it
  /// @param bytes how large it is
  public record Found(Path path, String owner, boolean isUsed, long bytes) {
    /// Returns whether whoever made it is gone.
    public boolean isStranded() {
      return !isUsed && !owner.isEmpty();
    }
  }

  /// Returns the name of a directory, as Aeron wants it.
  ///
  /// @param name which nobody else uses
  static String named(String name) {
    return CommonContext.getAeronDirectoryName() + MARK + name;
  }

  /// Deletes what others have left behind, launches a driver, and says whose its directory is. One
  /// process does so at a time, so that none deletes what another is about to make. All others wait
  /// for it, so nothing is launched here that waits for a disk.
  ///
  /// @param name the directory's, as [#named] returns it
  /// @param owner what it is for
  /// @param launching makes it
  static DriverDirectory launch(String name, String owner, Runnable launching) throws IOException {
    synchronized (DriverDirectory.class) {
      Path gate = Path.of(CommonContext.getAeronDirectoryName() + "-plimsoll.lock");
      try (FileChannel channel =
              FileChannel.open(gate, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock _ = channel.lock()) {
        for (Found found : all()) {
          if (found.isStranded()) {
            delete(found.path());
          }
        }
        launching.run();
        return claim(Path.of(name), owner);
      }
    }
  }

  private static DriverDirectory claim(Path directory, String owner) throws IOException {
    FileChannel channel =
        FileChannel.open(
            directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.tryLock() == null) {
      channel.close();
      throw new IOException(directory + ": another process has it");
    }
    channel.write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.UTF_8)));
    OWN.add(directory);
    return new DriverDirectory(directory, channel);
  }

  /// Returns all that drivers of this user have.
  ///
  /// @throws IOException if that cannot be found out
  public static List<Found> all() throws IOException {
    Path first = Path.of(CommonContext.getAeronDirectoryName());
    String prefix = first.getFileName() + MARK;
    Path parent = first.toAbsolutePath().getParent();
    List<Found> found = new ArrayList<>();
    try (Stream<Path> paths =
        parent != null && Files.isDirectory(parent) ? Files.list(parent) : Stream.empty()) {
      for (Path path : paths.filter(each -> isOne(each, prefix)).sorted().toList()) {
        found.add(look(path));
      }
    }
    return found;
  }

  private static boolean isOne(Path path, String prefix) {
    return path.getFileName().toString().startsWith(prefix) && Files.isDirectory(path);
  }

  private static Found look(Path path) throws IOException {
    if (OWN.contains(path)) {
      return new Found(path, "this process", true, bytes(path));
    }
    try (FileChannel channel =
        FileChannel.open(path.resolve(LOCK), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ByteBuffer words = ByteBuffer.allocate(WORDS_MAX);
      int length = Math.max(0, channel.read(words, 0));
      String owner = new String(words.array(), 0, length, StandardCharsets.UTF_8);
      return new Found(path, owner, isLocked(channel), bytes(path));
    } catch (NoSuchFileException unsaid) {
      return new Found(path, "", false, bytes(path));
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try (@Nullable FileLock lock = channel.tryLock()) {
      return lock == null;
    }
  }

  private static long bytes(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException | UncheckedIOException gone) {
      return 0;
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  @Override
  public void close() throws IOException {
    OWN.remove(path);
    lock.close();
  }
}
