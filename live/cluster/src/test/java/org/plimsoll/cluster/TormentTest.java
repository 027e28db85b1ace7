package org.plimsoll.cluster;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.cluster.Torment.Fault;

/// A cluster that is tormented, and what must hold all the same: no acknowledged order is lost,
/// none is there twice, order entry is linearizable, and all nodes have one state.
@Tag("cluster")
class TormentTest {
  @TempDir private Path directory;

  @Test
  void shouldKeepWhatItAcknowledgedWhoeverIsKilled() throws Exception {
    torment(
        1, List.of(Fault.KILL_LEADER, Fault.KILL_FOLLOWER, Fault.PAUSE_LEADER, Fault.EMPTY_DISK));
  }

  @Test
  void shouldLoseNothingWhenEachNodeIsRestarted() throws Exception {
    torment(2, List.of(Fault.RESTART_EACH));
  }

  @Test
  @EnabledIfSystemProperty(named = "plimsoll.long", matches = "true")
  void shouldKeepItAgainAndAgain() throws Exception {
    long seed = Long.getLong("plimsoll.seed", 1);
    List<Fault> faults = new ArrayList<>();
    for (int round = 0; round < Integer.getInteger("plimsoll.rounds", 5); round++) {
      faults.addAll(
          List.of(
              Fault.KILL_LEADER,
              Fault.KILL_FOLLOWER,
              Fault.KILL_TWO,
              Fault.PAUSE_LEADER,
              Fault.PAUSE_FOLLOWER,
              Fault.EMPTY_DISK,
              Fault.RESTART_LEADER));
    }
    Collections.shuffle(faults, new Random(seed));
    record(torment(seed, faults).line(seed));
  }

  @Test
  @EnabledIfSystemProperty(named = "plimsoll.long", matches = "true")
  void shouldKeepWhatItAcknowledgedWhoeverIsCutOff() throws Exception {
    assumeTrue(Namespaces.areThere(), "networks of their own need an administrator's rights");
    long seed = Long.getLong("plimsoll.seed", 1);
    try (Namespaces networks = Namespaces.make()) {
      List<Fault> faults = new ArrayList<>();
      for (int round = 0; round < Integer.getInteger("plimsoll.rounds", 5); round++) {
        faults.addAll(List.of(Fault.CUT_OFF_LEADER, Fault.CUT_OFF_FOLLOWER));
      }
      record(torment(new Cluster3(directory, networks), Namespaces.HERE, seed, faults).line(seed));
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "plimsoll.long", matches = "true")
  void shouldKeepWhatItAcknowledgedWhenADiskIsFull() throws Exception {
    assumeTrue(
        SmallDisk.isThere(directory.resolve("probe")),
        "a disk of its own needs an administrator's rights");
    Cluster3 cluster = new Cluster3(directory);
    try (SmallDisk disk = SmallDisk.make(cluster.settings().directory(0), "1g")) {
      cluster.put(disk);
      long seed = Long.getLong("plimsoll.seed", 1);
      record(torment(cluster, "127.0.0.1", seed, List.of(Fault.FILL_DISK)).line(seed));
    }
  }

  private Tally torment(long seed, List<Fault> faults) throws Exception {
    return torment(new Cluster3(directory), "127.0.0.1", seed, faults);
  }

  private static Tally torment(Cluster3 cluster, String here, long seed, List<Fault> faults)
      throws Exception {
    try (Torment torment = new Torment(cluster, here, seed)) {
      for (Fault fault : faults) {
        torment.suffer(fault);
      }
      Tally tally = torment.finish();
      System.out.println(tally.line(seed));
      return tally;
    }
  }

  private static void record(String line) throws Exception {
    String file = System.getProperty("plimsoll.tally", "");
    if (!file.isEmpty()) {
      Files.writeString(
          Path.of(file), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
  }
}
