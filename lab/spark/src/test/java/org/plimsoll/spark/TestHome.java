package org.plimsoll.spark;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/// What the launcher puts together, from the class path of a test: Spark and every library in one
/// folder, our own classes as jars in another.
final class TestHome {
  private TestHome() {}

  static SparkHome in(Path folder) throws IOException {
    Path jars = Files.createDirectories(folder.resolve("home/jars"));
    Path job = Files.createDirectories(folder.resolve("job"));
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path path = Path.of(entry);
      if (Files.isDirectory(path) && !path.endsWith("test-classes")) {
        pack(path, job.resolve("plimsoll-" + module(path) + ".jar"));
      } else if (path.toString().endsWith(".jar")) {
        boolean isOurs = path.getFileName().toString().startsWith("plimsoll-");
        Files.copy(path, (isOurs ? job : jars).resolve(path.getFileName()));
      }
    }
    return new SparkHome(folder.resolve("home"), job);
  }

  /// Returns the name of the module whose classes lie somewhere below its `target`.
  private static Path module(Path classes) {
    Path at = classes;
    while (!at.endsWith("target")) {
      at = at.getParent();
    }
    return at.getParent().getFileName();
  }

  private static void pack(Path classes, Path jar) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream packed = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      List<Path> all = files.filter(Files::isRegularFile).toList();
      for (Path file : all) {
        packed.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, packed);
      }
    }
  }
}
