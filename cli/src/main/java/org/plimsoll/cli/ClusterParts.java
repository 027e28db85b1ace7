package org.plimsoll.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.plimsoll.cluster.DriverDirectory;
import org.plimsoll.cluster.MarkFile;
import org.plimsoll.cluster.NodeDirectory;

/// What there is to say about the directories of a cluster's nodes.
final class ClusterParts {
  private static final long ALIVE_MS = 10_000;

  private ClusterParts() {}

  /// Returns what is found below a directory.
  ///
  /// @param nowMs the time, in milliseconds since 1970
  static List<Machine.Part> below(Path data, long nowMs) throws IOException {
    List<Path> nodes;
    try (Stream<Path> all = Files.isDirectory(data) ? Files.list(data) : Stream.empty()) {
      nodes =
          all.filter(each -> each.getFileName().toString().matches("node-[0-9]+"))
              .sorted()
              .toList();
    }
    List<Machine.Part> parts = new ArrayList<>();
    for (Path node : nodes) {
      parts.addAll(of(node, nowMs));
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

  private static List<Machine.Part> of(Path node, long nowMs) throws IOException {
    String name = String.valueOf(node.getFileName());
    if (NodeDirectory.isTaken(node)) {
      return List.of(new Machine.Part(name, true, false, "runs, in " + node));
    }
    List<Machine.Part> parts = new ArrayList<>();
    parts.add(new Machine.Part(name, true, false, "does not run, in " + node));
    for (MarkFile mark : MarkFile.in(node)) {
      String file = node.relativize(mark.path()).toString();
      if (mark.state() == MarkFile.State.STRANDED) {
        parts.add(
            new Machine.Part(
                name,
                false,
                false,
                file
                    + " was never finished, as by a start on a full disk; Aeron would wait for it for"
                    + " ever. The next start of the node deletes it"));
      } else if (nowMs - mark.activeMs() < ALIVE_MS) {
        parts.add(
            new Machine.Part(
                name,
                true,
                false,
                file
                    + " was left behind by a process that was killed less than 10 s ago; the next"
                    + " start of the node does not wait for it"));
      }
    }
    return parts;
  }
}
