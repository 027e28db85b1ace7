package org.plimsoll.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The repository's own Java files.
final class Sources {
  private Sources() {}

  /// The nearest directory at or above the working directory that holds the launcher: tests are run
  /// from the root, from the module and from an editor alike.
  static Path root() {
    Path here = Path.of("").toAbsolutePath();
    return IntStream.rangeClosed(0, here.getNameCount())
        .mapToObj(up -> here.resolve("../".repeat(up)).normalize())
        .filter(directory -> Files.isRegularFile(directory.resolve("plimsoll")))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no repository above " + here));
  }

  /// Every Java file of the modules, in the order of their paths.
  static List<Path> all() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String floor : List.of("core", "lab", "cli", "verify")) {
      try (Stream<Path> found = Files.walk(root().resolve(floor))) {
        found.filter(Sources::isSource).forEach(files::add);
      }
    }
    return files.stream().sorted().toList();
  }

  private static boolean isSource(Path file) {
    String path = file.toString();
    return path.endsWith(".java") && path.contains("/src/") && !path.contains("/target/");
  }
}
