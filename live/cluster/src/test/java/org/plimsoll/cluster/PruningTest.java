package org.plimsoll.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.protocol.AccountCommand.OpenAccount;

/// A cluster whose nodes delete what they no longer need.
@Tag("cluster")
class PruningTest {
  private static final int SNAPSHOT_EVERY = 40_000;

  @TempDir private Path directory;

  @Test
  void shouldStartWithWhatIsLeft() throws Exception {
    try (Cluster3 cluster = Cluster3.pruned(directory, SNAPSHOT_EVERY)) {
      cluster.startAll();
      try (ClusterConnection connection =
              new ClusterConnection(cluster.settings().members(), "127.0.0.1");
          ClusterClient client = connection.client(1)) {
        fillUntilPruned(cluster, client);
        int leader = client.status().get(60, TimeUnit.SECONDS).leader();
        int follower = (leader + 1) % Cluster3.NODES;
        restart(cluster, follower, client);
        restart(cluster, leader, client);
        int other = (leader + 2) % Cluster3.NODES;
        cluster.node(other).kill();
        empty(cluster.settings().directory(other));
        cluster.start(other);
        awaitLevel(cluster, client, other);
        restart(cluster, other, client);
        cluster.node(follower).kill();
        send(client, 1).get(60, TimeUnit.SECONDS);
      }
    }
  }

  private static void restart(Cluster3 cluster, int member, ClusterClient client) throws Exception {
    cluster.node(member).kill();
    cluster.start(member);
    awaitLevel(cluster, client, member);
  }

  /// Sends commands that change nothing, until no node has its first file any more.
  private static void fillUntilPruned(Cluster3 cluster, ClusterClient client) throws Exception {
    long endNs = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
    for (int i = 0; i < Cluster3.NODES; i++) {
      Path archive = cluster.settings().directory(i).resolve("archive");
      while (LogFiles.begin(archive) == 0) {
        assertThat(System.nanoTime()).isLessThan(endNs);
        send(client, 1_000).get(60, TimeUnit.SECONDS);
      }
    }
  }

  private static CompletableFuture<Answer> send(ClusterClient client, int count) throws Exception {
    CompletableFuture<Answer> last = CompletableFuture.failedFuture(new IllegalStateException());
    for (int i = 0; i < count; i++) {
      last = client.send(new OpenAccount(7_777, "an-account-out-of-turn"));
    }
    return last;
  }

  private static void awaitLevel(Cluster3 cluster, ClusterClient client, int member)
      throws Exception {
    long position = client.status().get(60, TimeUnit.SECONDS).position();
    long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (client.status().get(60, TimeUnit.SECONDS).members().stream()
        .noneMatch(each -> each.number() == member && each.position() >= position)) {
      assertThat(System.nanoTime()).as(cluster.node(member).said()).isLessThan(deadlineNs);
      Thread.sleep(100);
    }
  }

  private static void empty(Path node) throws IOException {
    try (Stream<Path> files = Files.walk(node)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
