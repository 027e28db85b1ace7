package org.plimsoll.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.protocol.Command;

/// Who follows a cluster that loses its leader.
@Tag("cluster")
class LearnerTest {
  private static final int MANY = 300;

  @TempDir private Path directory;

  @Test
  void shouldHearOfEveryCommandOnceWhoeverIsKilled() throws Exception {
    try (Cluster3 cluster = new Cluster3(directory)) {
      cluster.startAll();
      List<ClusterSettings.Address> members = cluster.settings().members();
      Pupil pupil = new Pupil(members);
      pupil.start();
      try (ClusterConnection connection = new ClusterConnection(members, "127.0.0.1");
          Trader trader = new Trader(connection, 1, 0, 7)) {
        for (Command command : Opening.commands(1)) {
          trader.send(command).get(120, TimeUnit.SECONDS);
        }
        trader.start();
        awaitTrades(trader, MANY);
        pupil.startAgain();
        int leader = trader.client().status().get(60, TimeUnit.SECONDS).leader();
        cluster.node(leader).kill();
        awaitTrades(trader, 2 * MANY);
        cluster.start(leader);
        awaitTrades(trader, 3 * MANY);
        trader.finish();
        long position = trader.client().status().get(60, TimeUnit.SECONDS).position();
        assertThat(pupil.awaits(position)).isTrue();
      }
      pupil.learner().close();
      for (int i = 0; i < Cluster3.NODES; i++) {
        cluster.node(i).kill();
      }
      assertThat(pupil.trouble()).isEmpty();
      assertThat(pupil.sequences())
          .containsExactlyElementsOf(
              LongStream.rangeClosed(1, pupil.sequences().size()).boxed().toList());
      long end = pupil.learner().standing().position();
      assertThat(wholeLogs(cluster, end, pupil.sequences().getLast()))
          .as("a majority has everything; the node that was started again may be behind")
          .hasSizeGreaterThan(Cluster3.NODES / 2)
          .extracting(LogReplay.Outcome::venueHash)
          .containsOnly(pupil.hash());
    }
  }

  private static List<LogReplay.Outcome> wholeLogs(Cluster3 cluster, long end, long sequence)
      throws Exception {
    List<LogReplay.Outcome> whole = new ArrayList<>();
    for (int node = 0; node < Cluster3.NODES; node++) {
      LogReplay.Outcome outcome =
          LogReplay.of(cluster.settings(), cluster.settings().directory(node), end);
      if (outcome.sequence() == sequence) {
        whole.add(outcome);
      }
    }
    return whole;
  }

  private static void awaitTrades(Trader trader, int count) throws Exception {
    long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (trader.history().size() < count) {
      assertThat(System.nanoTime()).isLessThan(deadlineNs);
      Thread.sleep(10);
    }
  }
}
