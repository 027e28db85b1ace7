package org.plimsoll.cluster;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// A node in a process of its own, which is killed at any instant. It ends when its input does.
final class NodeProgram {
  private static volatile boolean isTold;

  private NodeProgram() {}

  public static void main(String[] arguments) throws Exception {
    ClusterSettings settings = ClusterSettings.read(Path.of(arguments[0]));
    int member = Integer.parseInt(arguments[1]);
    Thread.ofPlatform().daemon().start(NodeProgram::endWithInput);
    try (ClusterNode node = ClusterNode.start(settings, member, NodeProgram::say)) {
      NodeView told = NodeView.NONE;
      while (!node.awaitEnd(100, TimeUnit.MILLISECONDS)) {
        if (isTold) {
          return;
        }
        NodeView view = node.view();
        if (view.role() != told.role() || view.term() != told.term()) {
          told = view;
          System.out.println(view);
        }
      }
      System.out.println(
          "ended: " + node.trouble().map(Throwable::toString).orElse("unexpectedly"));
      System.out.flush();
      Runtime.getRuntime().halt(1);
    } catch (java.io.IOException unusable) {
      System.out.println("unusable: " + unusable.getMessage());
      System.out.flush();
      Runtime.getRuntime().halt(2);
    } catch (NodeRefusal refused) {
      System.out.println("refused: " + refused.getMessage());
      System.out.flush();
      Runtime.getRuntime().halt(3);
    }
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
    isTold = true;
  }
}
