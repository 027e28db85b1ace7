package org.plimsoll.results;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A folder for files that are not finished, on the same file system as the place they are for, so
/// that a rename takes them there in one step. Closing it removes whatever is still in it.
///
/// @param path named after this process, so that two that write to one place do not mix
record PartialFolder(Path path) implements AutoCloseable {
  /// Makes an empty one in the folder in which `place` is, or will be.
  static PartialFolder beside(Path place) throws IOException {
    PartialFolder folder =
        new PartialFolder(place.resolveSibling(".partial-" + ProcessHandle.current().pid()));
    folder.close(); // an earlier process with this number may have been killed
    Files.createDirectory(folder.path);
    return folder;
  }

  /// Makes one file the file `place`, in the stead of an older one.
  void release(String name, Path place) throws IOException {
    Files.move(path.resolve(name), place, StandardCopyOption.ATOMIC_MOVE);
  }

  /// Makes the whole folder the new folder `place`.
  void becomes(Path place) throws IOException {
    Files.move(path, place, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() throws IOException {
    if (Files.isDirectory(path)) {
      delete(path);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
          delete(file);
        } else {
          Files.delete(file);
        }
      }
    }
    Files.delete(folder);
  }
}
