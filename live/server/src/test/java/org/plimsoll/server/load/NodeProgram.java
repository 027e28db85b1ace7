package org.plimsoll.server.load;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.plimsoll.cluster.ClusterNode;
import org.plimsoll.cluster.ClusterSettings;

/// A node of a cluster in a process of its own, which is killed at any instant.
final class NodeProgram {
  private NodeProgram() {}

  /// Runs the node whose number is the second argument, by the file that is the first one, and ends
  /// when its input does.
  public static void main(String[] arguments) throws Exception {
    ClusterSettings settings = ClusterSettings.read(Path.of(arguments[0]));
    int member = Integer.parseInt(arguments[1]);
    Thread.ofPlatform().daemon().start(NodeProgram::endWithInput);
    try (ClusterNode node = ClusterNode.start(settings, member, NodeProgram::say)) {
      while (!node.awaitEnd(1, TimeUnit.SECONDS)) {
        // until it is killed
      }
      System.out.println("ended: " + node.trouble());
    }
    Runtime.getRuntime().halt(1);
  }

  private static void say(String line) {
    System.out.println(line);
  }

  private static void endWithInput() {
    try {
      while (System.in.read() >= 0) {
        // until whoever started it is gone
      }
    } catch (java.io.IOException gone) {
      // as good as the end
    }
    Runtime.getRuntime().halt(0);
  }
}
