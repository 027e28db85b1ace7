package org.plimsoll.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.plimsoll.protocol.Command;

/// Three nodes under load, to which something happens again and again. In the end all that was ever
/// sent has been answered, the answers are those of one venue that does one thing at a time, and
/// the nodes' own disks have every command once, in one order, with one state.
final class Torment implements AutoCloseable {
  private static final int TRADERS = 4;
  private static final int OPERATOR = TRADERS + 1;
  private static final long DEADLINE_NS = TimeUnit.SECONDS.toNanos(60);
  private static final int PAUSE_MS = 3_000;

  private final Cluster3 cluster;
  private final UniformRandomProvider random;
  private final ClusterConnection connection;
  private final List<Trader> traders = new ArrayList<>();
  private final Trader operator;
  private final Map<Fault, List<Long>> silences = new TreeMap<>();

  /// What may happen to a node.
  enum Fault {
    KILL_LEADER,
    KILL_FOLLOWER,
    KILL_TWO,
    PAUSE_LEADER,
    PAUSE_FOLLOWER,
    EMPTY_DISK,
    RESTART_LEADER,
    /// Each node is told to stop and started, one after the other, the leader last.
    RESTART_EACH,
    CUT_OFF_LEADER,
    CUT_OFF_FOLLOWER,
    /// The disk of node 0 is full: it stops, does not start, and does once there is room.
    FILL_DISK
  }

  Torment(Cluster3 cluster, String here, long seed) throws Exception {
    this.cluster = cluster;
    this.random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    cluster.startAll();
    connection = new ClusterConnection(cluster.settings().members(), here);
    operator = new Trader(connection, OPERATOR, 0, seed);
    for (Command command : Opening.commands(TRADERS)) {
      operator.send(command).get(120, TimeUnit.SECONDS);
    }
    for (int i = 0; i < TRADERS; i++) {
      traders.add(new Trader(connection, i + 1, i % Opening.MARKETS, seed * 100 + i));
    }
    traders.forEach(Trader::start);
  }

  /// Lets something happen, and waits until the cluster has got over it.
  void suffer(Fault fault) throws Exception {
    awaitAnswers(traders.size() * 50L);
    int leader = operator.client().status().get(120, TimeUnit.SECONDS).leader();
    int follower = (leader + 1 + random.nextInt(2)) % Cluster3.NODES;
    long atNs = System.nanoTime();
    switch (fault) {
      case KILL_LEADER -> killAndStart(leader);
      case KILL_FOLLOWER -> killAndStart(follower);
      case KILL_TWO -> {
        cluster.node(leader).kill();
        killAndStart(follower);
        cluster.start(leader);
      }
      case PAUSE_LEADER -> pause(leader);
      case PAUSE_FOLLOWER -> pause(follower);
      case EMPTY_DISK -> {
        cluster.node(follower).kill();
        delete(cluster.settings().directory(follower));
        cluster.start(follower);
      }
      case RESTART_LEADER -> {
        cluster.node(leader).end();
        cluster.start(leader);
      }
      case RESTART_EACH -> restartEach(leader);
      case CUT_OFF_LEADER -> cutOff(leader);
      case CUT_OFF_FOLLOWER -> cutOff(follower);
      case FILL_DISK -> fillDisk();
    }
    awaitAnswers(traders.size() * 50L);
    awaitLevel();
    silences.computeIfAbsent(fault, _ -> new ArrayList<>()).add(silence(atNs));
  }

  private void killAndStart(int member) throws Exception {
    cluster.node(member).kill();
    Thread.sleep(random.nextInt(0, 2_000));
    cluster.start(member);
  }

  private void restartEach(int leader) throws Exception {
    for (int i = 1; i <= Cluster3.NODES; i++) {
      int member = (leader + i) % Cluster3.NODES;
      cluster.node(member).end();
      assertThat(cluster.node(member).isAlive()).isFalse();
      cluster.start(member);
      awaitLevel();
    }
  }

  private void pause(int member) throws Exception {
    cluster.node(member).signal("STOP");
    Thread.sleep(PAUSE_MS);
    cluster.node(member).signal("CONT");
  }

  private void fillDisk() throws Exception {
    cluster.disk().fill();
    assertThat(cluster.node(0).hasEnded(60)).as("it stops by itself").isTrue();
    cluster.start(0);
    assertThat(cluster.node(0).hasEnded(60)).as("it does not start without room").isTrue();
    assertThat(cluster.node(0).said()).contains("MB are free, and a node needs 32");
    cluster.disk().free();
    cluster.start(0);
  }

  private void cutOff(int member) throws Exception {
    cluster.cutOff(member);
    Thread.sleep(PAUSE_MS);
    cluster.heal(member);
  }

  private static void delete(Path directory) throws Exception {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private int answers() {
    return traders.stream().mapToInt(trader -> trader.history().size()).sum();
  }

  private void awaitAnswers(long more) throws InterruptedException {
    long enough = answers() + more;
    long deadlineNs = System.nanoTime() + DEADLINE_NS;
    while (answers() < enough) {
      assertThat(System.nanoTime()).as("no answers any more").isLessThan(deadlineNs);
      Thread.sleep(20);
    }
  }

  /// Waits until every node has decided what is in the log now.
  private void awaitLevel() throws Exception {
    long deadlineNs = System.nanoTime() + DEADLINE_NS;
    long position = operator.client().status().get(120, TimeUnit.SECONDS).position();
    ClusterStatus status;
    do {
      restartEnded();
      Thread.sleep(100);
      status = operator.client().status().get(120, TimeUnit.SECONDS);
      assertThat(System.nanoTime())
          .as("not level with %d: %s%n%s", position, status, said())
          .isLessThan(deadlineNs);
    } while (status.members().size() < Cluster3.NODES
        || status.members().stream().anyMatch(member -> member.position() < position));
  }

  private String said() throws Exception {
    StringBuilder said = new StringBuilder();
    for (int i = 0; i < Cluster3.NODES; i++) {
      said.append("node ").append(i).append(":\n").append(cluster.node(i).said());
    }
    return said.toString();
  }

  /// A node that lost its place in the cluster ends, and whoever looks after it starts it again.
  private void restartEnded() throws Exception {
    for (int i = 0; i < Cluster3.NODES; i++) {
      if (!cluster.node(i).isAlive()) {
        assertThat(cluster.node(i).said()).doesNotContain("refused: ").doesNotContain("Divergence");
        cluster.start(i);
      }
    }
  }

  /// Returns the longest time without an answer to anybody since then.
  private long silence(long sinceNs) {
    long[] answered =
        traders.stream()
            .flatMap(trader -> trader.history().stream())
            .mapToLong(Operation::answeredNs)
            .filter(ns -> ns >= sinceNs)
            .sorted()
            .toArray();
    long longest = 0;
    long last = sinceNs;
    for (long ns : answered) {
      longest = Math.max(longest, ns - last);
      last = ns;
    }
    return longest;
  }

  /// Ends the load, and holds everything against everything.
  Tally finish() throws Exception {
    for (Trader trader : traders) {
      trader.finish();
    }
    awaitLevel();
    List<Operation> history = new ArrayList<>(operator.history());
    traders.forEach(trader -> history.addAll(trader.history()));
    assertThat(Linearizability.fault(history)).isEmpty();
    for (int i = 0; i < Cluster3.NODES; i++) {
      cluster.node(i).end();
    }
    requireDisks(history);
    return new Tally(history.size(), silences);
  }

  private void requireDisks(List<Operation> history) throws Exception {
    long end = Long.MAX_VALUE;
    for (int i = 0; i < Cluster3.NODES; i++) {
      end = Math.min(end, replay(i, Long.MAX_VALUE, new HashMap<>()).position());
    }
    LogReplay.Outcome first = null;
    for (int i = 0; i < Cluster3.NODES; i++) {
      Map<String, Answer> kept = new HashMap<>();
      LogReplay.Outcome outcome = replay(i, end, kept);
      for (Operation each : history) {
        String name = each.client() + "/" + each.answer().clientSequence();
        assertThat(kept.remove(name)).as("node %d, %s", i, name).isEqualTo(each.answer());
      }
      assertThat(kept).as("node %d has what nobody sent", i).isEmpty();
      assertThat(first == null ? outcome : first).isEqualTo(outcome);
      first = outcome;
    }
  }

  private LogReplay.Outcome replay(int member, long end, Map<String, Answer> kept)
      throws Exception {
    Path directory = cluster.settings().directory(member);
    return LogReplay.of(
        cluster.settings(),
        directory,
        end,
        (position, message, replies) -> {
          for (Egress reply : replies) {
            if (reply instanceof Egress.Told told && told.answer().position() == position) {
              String name = told.client() + "/" + told.answer().clientSequence();
              assertThat(kept.put(name, told.answer())).as("%s is there twice", name).isNull();
            }
          }
        });
  }

  @Override
  public void close() {
    traders.forEach(Trader::close);
    operator.close();
    connection.close();
    cluster.close();
  }
}
