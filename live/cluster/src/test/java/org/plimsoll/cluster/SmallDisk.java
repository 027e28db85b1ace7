package org.plimsoll.cluster;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A disk of its own for a directory, so small that it can be filled. Making one needs the rights
/// of an administrator of the machine.
final class SmallDisk implements AutoCloseable {
  private static final int BLOCK = 1 << 16;

  private final Path directory;

  private SmallDisk(Path directory) {
    this.directory = directory;
  }

  /// Returns whether this machine lets one be made.
  static boolean isThere(Path scratch) throws IOException, InterruptedException {
    try (SmallDisk disk = make(scratch, "1m")) {
      return Files.exists(disk.directory);
    } catch (IOException refused) {
      return false;
    }
  }

  static SmallDisk make(Path directory, String size) throws IOException, InterruptedException {
    Files.createDirectories(directory);
    run(List.of("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", directory.toString()));
    return new SmallDisk(directory);
  }

  /// Leaves no room.
  void fill() throws IOException {
    byte[] block = new byte[BLOCK];
    for (int length : new int[] {BLOCK, 1}) {
      try (OutputStream out = Files.newOutputStream(filler(length))) {
        while (true) {
          out.write(block, 0, length);
        }
      } catch (IOException full) {
        // that is what was wanted
      }
    }
  }

  /// Makes room again.
  void free() throws IOException {
    Files.deleteIfExists(filler(BLOCK));
    Files.deleteIfExists(filler(1));
  }

  private Path filler(int length) {
    return directory.resolve("filler-" + length);
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException(String.join(" ", command));
    }
  }

  @Override
  public void close() throws IOException {
    try {
      run(List.of("umount", "-l", directory.toString()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
