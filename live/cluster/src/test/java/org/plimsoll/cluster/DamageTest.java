package org.plimsoll.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.protocol.AccountCommand.OpenAccount;

/// What a node says of a directory that it cannot trust, and that the others go on without it.
@Tag("cluster")
class DamageTest {
  private static final int ACCOUNTS = 6_000;

  @TempDir private Path directory;

  @Test
  void shouldRefuseADamagedLogAndADamagedSnapshotAndComeBackFromNothing() throws Exception {
    try (Cluster3 cluster = new Cluster3(directory)) {
      cluster.startAll();
      try (ClusterConnection connection =
              new ClusterConnection(cluster.settings().members(), "127.0.0.1");
          ClusterClient client = connection.client(1)) {
        open(client, 0, ACCOUNTS);
        Path node = cluster.settings().directory(follower(client));
        int member = follower(client);
        awaitRecordings(node, 3);
        cluster.node(member).end();

        Path log = recordings(node).getFirst();
        refuses(cluster, member, log, 40);
        Path snapshot = recordings(node).getLast();
        refuses(cluster, member, snapshot, 40);

        open(client, ACCOUNTS, ACCOUNTS + 10);
        empty(node);
        cluster.start(member);
        awaitLevel(client, member);
      }
    }
  }

  private static int follower(ClusterClient client) throws Exception {
    return (client.status().get(60, TimeUnit.SECONDS).leader() + 1) % Cluster3.NODES;
  }

  private static void open(ClusterClient client, int from, int to) throws Exception {
    for (int i = from; i < to - 1; i++) {
      var _ = client.send(new OpenAccount(i, "a" + i));
    }
    Answer last = client.send(new OpenAccount(to - 1, "last" + to)).get(120, TimeUnit.SECONDS);
    assertThat(last.outcome()).isEqualTo(Answer.Outcome.APPLIED);
  }

  /// Changes a byte, sees that the node refuses to start for it, and changes it back.
  private static void refuses(Cluster3 cluster, int member, Path file, long at) throws Exception {
    flip(file, at);
    cluster.start(member);
    assertThat(cluster.node(member).hasEnded(60)).isTrue();
    assertThat(cluster.node(member).said())
        .contains("refused: " + file + " at ")
        .contains("its checksum differs");
    flip(file, at);
  }

  private static void flip(Path file, long at) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek(at);
      int old = bytes.read();
      bytes.seek(at);
      bytes.write(old ^ 1);
    }
  }

  private static List<Path> recordings(Path node) throws IOException {
    try (Stream<Path> files = Files.list(node.resolve("archive"))) {
      return files.filter(file -> file.toString().endsWith(".rec")).sorted().toList();
    }
  }

  /// The log, and a snapshot of what is Aeron's and one of what is ours.
  private static void awaitRecordings(Path node, int count) throws Exception {
    long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (recordings(node).size() < count) {
      assertThat(System.nanoTime()).isLessThan(deadlineNs);
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

  private static void awaitLevel(ClusterClient client, int member) throws Exception {
    long position = client.status().get(60, TimeUnit.SECONDS).position();
    long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (client.status().get(60, TimeUnit.SECONDS).members().stream()
        .noneMatch(each -> each.number() == member && each.position() >= position)) {
      assertThat(System.nanoTime()).isLessThan(deadlineNs);
      Thread.sleep(100);
    }
  }
}
