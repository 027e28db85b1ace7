package org.plimsoll.spark;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where Spark is on this machine.
///
/// @param home what Spark calls SPARK_HOME: a folder with its jars in `jars`; secrets and logs of
///   clusters on this machine go below it
/// @param job the folder with the jars that a cluster needs besides: ours, and what they need
record SparkHome(Path home, Path job) {
  /// Returns what the launcher of this program says.
  ///
  /// @throws IllegalStateException if it says nothing
  static SparkHome ofThisProgram() {
    return new SparkHome(Path.of(told("plimsoll.spark.home")), Path.of(told("plimsoll.spark.job")));
  }

  private static String told(String property) {
    String told = System.getProperty(property);
    if (told == null) {
      throw new IllegalStateException("whoever starts this must set " + property);
    }
    return told;
  }

  /// Returns the class path of a master and a worker: Spark, and what starts them.
  String nodeClassPath() {
    String own =
        files(job).stream()
            .filter(jar -> jar.getFileName().toString().startsWith("plimsoll-spark"))
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    return home.resolve("jars") + File.separator + "*" + File.pathSeparator + own;
  }

  /// Returns the jars that the driver sends to executors.
  List<Path> jobJars() {
    return files(job).stream().filter(jar -> jar.toString().endsWith(".jar")).toList();
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// Returns the folder of a cluster of this machine.
  Path cluster(String host, int port) {
    return home.resolve("clusters").resolve(host + "-" + port);
  }

  /// Returns the word that a cluster wants to hear from those who send it jobs: what the
  /// environment says, else that of a cluster which this machine started; empty if it wants none.
  Optional<String> secret(String host, int port) {
    String told = System.getenv("PLIMSOLL_SPARK_SECRET");
    if (told != null) {
      return Optional.of(told);
    }
    Path kept = cluster(host, port).resolve("secret");
    try {
      return Files.exists(kept) ? Optional.of(Files.readString(kept).strip()) : Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
