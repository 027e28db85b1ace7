package org.plimsoll.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.cluster.ClusterSettings.Address;

/// A node whose others have only a part of the log.
class SeedingTest {
  private static final long BEGIN = 3L << 24;

  @TempDir private Path directory;

  @Test
  void shouldRefuseToStartWhereNobodyHasWhatFollowsItsLog() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 4, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> greet(other));
      ClusterSettings settings = settings(other.getLocalPort());
      assertThat(Seeding.othersBegin(settings, 0)).isEqualTo(BEGIN);
      Files.createDirectories(settings.directory(0).resolve("archive"));
      assertThatThrownBy(() -> ClusterNode.start(settings, 0, _ -> {}))
          .isInstanceOf(NodeRefusal.class)
          .hasMessageContaining("its log ends before position " + BEGIN);
    }
  }

  @Test
  void shouldBeginWithNothingWhereItWasKilledWhileItTookThings() throws Exception {
    Path node = directory.resolve("node-0");
    try (NodeDirectory taken = NodeDirectory.take(node, 0)) {
      taken.beginSeeding();
      Files.createDirectories(taken.archive());
      Files.writeString(taken.archive().resolve("0-0.rec"), "a part of something");
    }
    try (NodeDirectory taken = NodeDirectory.take(node, 0)) {
      assertThat(taken.isEmpty()).isTrue();
    }
  }

  private ClusterSettings settings(int otherPort) throws IOException {
    int free = Cluster3.freePort();
    return new ClusterSettings(
        List.of(
            new Address("127.0.0.1", free),
            new Address("127.0.0.1", otherPort),
            new Address("127.0.0.1", free + 10)),
        directory);
  }

  private static void greet(ServerSocket other) {
    while (!other.isClosed()) {
      try (Socket asking = other.accept()) {
        new FeedWord.Greeting(1, 3, 500, BEGIN).writeTo(asking.getOutputStream());
      } catch (IOException gone) {
        return;
      }
    }
  }
}
