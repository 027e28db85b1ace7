package org.plimsoll.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.agrona.SemanticVersion;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.cluster.ClusterSettings.Address;

/// A log that was decided under other rules.
@Tag("cluster")
class RulesTest {
  private static final int NEWER = SemanticVersion.compose(1, 0, 0);
  private static final int PATCHED = SemanticVersion.compose(0, 9, 9);

  @TempDir private Path directory;

  @Test
  void shouldRefuseALogOfOtherRulesAndDecideOneOfTheSame() throws Exception {
    ClusterSettings settings = ClusterSettings.local(1, Cluster3.freePort(), directory);
    try (ClusterNode node = ClusterNode.start(settings, 0, ClusterNode.RULES, _ -> {})) {
      awaitTime(settings.members(), node);
    }
    try (ClusterNode node = ClusterNode.start(settings, 0, NEWER, _ -> {})) {
      assertThat(node.awaitEnd(60, TimeUnit.SECONDS)).isTrue();
      assertThat(node.trouble().orElseThrow()).hasMessageContaining("incompatible version");
    }
    try (ClusterNode node = ClusterNode.start(settings, 0, PATCHED, _ -> {})) {
      awaitTime(settings.members(), node);
      assertThat(node.trouble()).isEmpty();
    }
  }

  private static void awaitTime(List<Address> members, ClusterNode node) throws Exception {
    try (ClusterConnection connection = new ClusterConnection(members, "127.0.0.1")) {
      assertThat(connection.status(60, TimeUnit.SECONDS)).isPresent();
    }
    long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (node.view().sequence() < 3) {
      assertThat(System.nanoTime()).isLessThan(deadlineNs);
      Thread.sleep(20);
    }
  }
}
