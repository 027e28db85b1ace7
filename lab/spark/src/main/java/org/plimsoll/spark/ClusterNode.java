package org.plimsoll.spark;

import java.io.IOException;
import java.util.Arrays;
import org.apache.spark.deploy.master.Master;
import org.apache.spark.deploy.worker.Worker;

/// A process of a cluster: a master or a worker of Spark. It ends when its standard input does, so
/// that it never outlives whoever started it, however that one ended.
public final class ClusterNode {
  private ClusterNode() {}

  /// Starts `master` or `worker`, with Spark's own arguments.
  public static void main(String[] arguments) {
    Thread watch = new Thread(ClusterNode::endWithTheInput, "end with the input");
    watch.setDaemon(true);
    watch.start();
    String[] own = Arrays.copyOfRange(arguments, 1, arguments.length);
    switch (arguments[0]) {
      case "master" -> Master.main(own);
      case "worker" -> Worker.main(own);
      default -> throw new IllegalArgumentException(arguments[0] + " is no kind of node");
    }
  }

  private static void endWithTheInput() {
    try {
      while (System.in.read() >= 0) {
        // Nobody has anything to say here.
      }
    } catch (IOException _) {
      // Then nobody is there.
    }
    System.exit(0);
  }
}
