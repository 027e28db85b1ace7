package org.plimsoll.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.plimsoll.cluster.DriverDirectory;
import org.plimsoll.cluster.NodeDirectory;

/// What there is to say about the directories of a cluster's nodes.
final class ClusterParts {
  private ClusterParts() {}

  /// Returns what is found below a directory.
  static List<Machine.Part> below(Path data) throws IOException {
    List<Path> nodes;
    try (Stream<Path> all = Files.isDirectory(data) ? Files.list(data) : Stream.empty()) {
      nodes =
          all.filter(each -> each.getFileName().toString().matches("node-[0-9]+"))
              .sorted()
              .toList();
    }
    List<Machine.Part> parts = new ArrayList<>();
    for (Path node : nodes) {
      parts.add(of(node));
    }
    for (DriverDirectory.Found driver : DriverDirectory.all()) {
      parts.addAll(of(driver));
    }
    if (nodes.isEmpty()) {
      parts.add(new Machine.Part("cluster", false, false, "no node has its directory in " + data));
    }
    return parts;
  }

  private static List<Machine.Part> of(DriverDirectory.Found driver) {
    String size = " (" + (driver.bytes() >> 20) + " MB)";
    if (driver.isUsed()) {
      return List.of();
    }
    return List.of(
        new Machine.Part(
            "memory",
            true,
            false,
            driver.path()
                + size
                + (driver.isStranded()
                    ? " was left behind by a process that was killed, of "
                        + driver.owner()
                        + "; the next start of any node here deletes it"
                    : " says nothing of whose it is; delete it if no node runs here")));
  }

  private static Machine.Part of(Path node) throws IOException {
    String name = String.valueOf(node.getFileName());
    String what = NodeDirectory.isTaken(node) ? "runs, in " : "does not run, in ";
    return new Machine.Part(name, true, false, what + node);
  }
}
