package org.plimsoll.trials.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plimsoll.journal.Damage;
import org.plimsoll.journal.JournalWriter;
import org.plimsoll.journal.Recovered;
import org.plimsoll.journal.Recovery;
import org.plimsoll.journal.Refused;
import org.plimsoll.trials.disk.FaultPlan;
import org.plimsoll.trials.disk.SimulatedDisk;
import org.plimsoll.trials.disk.Survival;

/// Damage to a small journal at every place where there can be any: everything that was promised is
/// there, or the journal is refused.
class JournalDamageTest {
  private final Witness witness = new Witness();
  private NavigableMap<String, byte[]> files = new TreeMap<>();

  @BeforeEach
  void liveAndStopCleanly() throws IOException {
    SimulatedDisk disk = new SimulatedDisk(FaultPlan.NEVER);
    new Workload(disk, witness).live();
    files = disk.files();
  }

  private static SortedMap<String, byte[]> with(
      SortedMap<String, byte[]> files, String name, byte[] bytes) {
    SortedMap<String, byte[]> changed = new TreeMap<>(files);
    changed.put(name, bytes);
    return changed;
  }

  private SortedMap<String, byte[]> without(String name) {
    SortedMap<String, byte[]> changed = new TreeMap<>(files);
    changed.remove(name);
    return changed;
  }

  private static byte[] flipped(byte[] bytes, int at) {
    byte[] changed = bytes.clone();
    changed[at] ^= (byte) (1 << at % 8);
    return changed;
  }

  /// Whether it is refused; if not, nothing may be missing.
  private boolean isRefused(SortedMap<String, byte[]> found, String what) {
    SimulatedDisk disk = SimulatedDisk.of(found);
    return switch (Recovery.examine(disk)) {
      case Refused _ -> true;
      case Recovered recovered -> {
        assertThat(witness.complaint(disk, recovered)).as(what).isEmpty();
        yield false;
      }
    };
  }

  private Damage damage(SortedMap<String, byte[]> found) {
    return Recovery.examine(SimulatedDisk.of(found)) instanceof Refused refused
        ? refused.damage()
        : null;
  }

  @Test
  void shouldLoseNothingThroughAFlippedBitAnywhere() {
    int refused = 0;
    for (String name : files.keySet()) {
      for (int at = 0; at < files.get(name).length; at++) {
        byte[] bytes = flipped(files.get(name), at);
        refused += isRefused(with(files, name, bytes), name + " at " + at) ? 1 : 0;
      }
    }
    assertThat(refused).isGreaterThan(1000);
  }

  @Test
  void shouldLoseNothingThroughAnyShorterFile() {
    for (String name : files.keySet()) {
      for (int length = 0; length < files.get(name).length; length++) {
        byte[] bytes = Arrays.copyOf(files.get(name), length);
        boolean isRefused = isRefused(with(files, name, bytes), name + " of " + length);
        assertThat(isRefused).isEqualTo(name.endsWith(".journal"));
      }
    }
  }

  @Test
  void shouldLoseNothingThroughSectorsThatReadAsZeros() {
    // No more than a block: with the last batch and the mark behind it gone, there was nothing.
    for (String name : files.keySet()) {
      for (int from = 0; from < files.get(name).length; from += 512) {
        int farthest = Math.min(files.get(name).length, from + 4096);
        for (int to = from + 512; to <= farthest; to += 512) {
          byte[] bytes = files.get(name).clone();
          Arrays.fill(bytes, from, to, (byte) 0);
          isRefused(with(files, name, bytes), name + " from " + from + " to " + to);
        }
      }
    }
  }

  @Test
  void shouldRefuseWithoutAnyOneSegmentAndGoOnWithoutAnyOneSnapshot() {
    List<String> segments = names(".journal");
    assertThat(segments).hasSizeGreaterThan(1);
    assertThat(segments.stream().skip(1))
        .allSatisfy(name -> assertThat(damage(without(name))).isEqualTo(Damage.SEGMENT_MISSING));
    assertThat(names(".snapshot"))
        .hasSize(2)
        .allSatisfy(name -> assertThat(isRefused(without(name), name)).isFalse());
    isRefused(without(segments.getFirst()), segments.getFirst());
  }

  @Test
  void shouldRefuseAPrunedJournalWithoutSnapshots() {
    NavigableMap<String, byte[]> bare = new TreeMap<>(files);
    names(".snapshot").forEach(bare::remove);
    assertThat(damage(bare)).isEqualTo(Damage.NO_SNAPSHOT);
  }

  @Test
  void shouldGoOnFromTheOlderSnapshotAndSayWhichItPassedOver() {
    String newest = names(".snapshot").getLast();
    SimulatedDisk disk = SimulatedDisk.of(with(files, newest, flipped(files.get(newest), 60)));
    assertThat(Recovery.examine(disk))
        .isInstanceOfSatisfying(
            Recovered.class,
            found -> {
              assertThat(found.passedOver()).containsExactly(newest);
              assertThat(witness.complaint(disk, found)).isEmpty();
            });
  }

  @Test
  void shouldRefuseASnapshotOfMoreThanThereIs() {
    byte[] snapshot = files.get(names(".snapshot").getLast());
    assertThat(damage(with(files, "00000000000000000999.snapshot", snapshot)))
        .isEqualTo(Damage.SNAPSHOT_AHEAD);
  }

  @Test
  void shouldTellWhatTheLastMarkWouldHaveTold() throws IOException {
    // Without the mark behind it, damage to the last batch looks like a write that a crash has
    // torn.
    SimulatedDisk disk = new SimulatedDisk(FaultPlan.NEVER);
    JournalWriter writer = JournalWriter.create(disk, Workload.ID, Workload.SETTINGS);
    Witness promised = new Witness();
    promised.commit(writer, 2, 0);
    promised.commit(writer, 3, 0);
    NavigableMap<String, byte[]> marked = disk.files();
    String name = marked.firstKey();
    assertThat(damage(with(marked, name, flipped(marked.get(name), 2 * 4096 + 70))))
        .isEqualTo(Damage.BATCH_DAMAGED);

    SortedMap<String, byte[]> bare =
        disk.restart(new Survival.SyncedOnly(), FaultPlan.NEVER).files();
    bare.put(name, flipped(bare.get(name), 2 * 4096 + 70));
    assertThat(Recovery.examine(SimulatedDisk.of(bare)))
        .isInstanceOfSatisfying(
            Recovered.class,
            found -> {
              assertThat(found.lastSequence()).isEqualTo(2);
              assertThat(found.isTorn()).isTrue();
            });
  }

  @Test
  void shouldLoseAtMostTheLastBatchThroughAFlippedBitAndACrashAtOnce() throws IOException {
    SimulatedDisk disk = new SimulatedDisk(FaultPlan.NEVER);
    JournalWriter writer = JournalWriter.create(disk, Workload.ID, Workload.SETTINGS);
    Witness promised = new Witness();
    for (int i = 0; i < 7; i++) {
      promised.commit(writer, 1 + i % 3, i % 3 == 1 ? 4096 : 0);
    }
    long beforeLast = promised.acknowledged() - 1;
    SortedMap<String, byte[]> found =
        disk.restart(new Survival.SyncedOnly(), FaultPlan.NEVER).files();
    for (String name : found.keySet()) {
      for (int at = 0; at < found.get(name).length; at++) {
        byte[] bytes = flipped(found.get(name), at);
        if (Recovery.examine(SimulatedDisk.of(with(found, name, bytes))) instanceof Recovered r) {
          assertThat(r.lastSequence()).isGreaterThanOrEqualTo(beforeLast);
          assertThat(r.isTorn() || r.lastSequence() == promised.acknowledged()).isTrue();
        }
      }
    }
  }

  private List<String> names(String kind) {
    return files.keySet().stream().filter(name -> name.endsWith(kind)).toList();
  }
}
