package org.plimsoll.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.cluster.ClusterSettings.Address;
import org.plimsoll.protocol.AccountCommand.OpenAccount;

/// Who reaches a cluster, and stands still for a while.
@Tag("cluster")
class ClusterConnectionTest {
  @TempDir private Path directory;

  @Test
  void shouldGoOnSendingWhenWhatReachesTheDriverHasEnded() throws Exception {
    ClusterSettings settings = ClusterSettings.local(1, Cluster3.freePort(), directory);
    List<Address> members = settings.members();
    try (ClusterNode node = ClusterNode.start(settings, 0, _ -> {});
        ClusterConnection connection = new ClusterConnection(members, "127.0.0.1");
        ClusterClient client = connection.client(1)) {
      assertThat(node.trouble()).isEmpty();
      CompletableFuture<Answer> first = client.send(new OpenAccount(0, "a"));
      assertThat(first.get(60, TimeUnit.SECONDS).outcome()).isEqualTo(Answer.Outcome.APPLIED);
      connection.aeron().close();
      CompletableFuture<Answer> second = client.send(new OpenAccount(1, "b"));
      assertThat(second.get(60, TimeUnit.SECONDS).outcome()).isEqualTo(Answer.Outcome.APPLIED);
    }
  }
}
