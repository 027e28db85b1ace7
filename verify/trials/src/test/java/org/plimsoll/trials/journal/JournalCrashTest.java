package org.plimsoll.trials.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plimsoll.journal.Damage;
import org.plimsoll.journal.JournalException;
import org.plimsoll.journal.Recovered;
import org.plimsoll.journal.Recovery;
import org.plimsoll.journal.Refused;
import org.plimsoll.trials.disk.Effect;
import org.plimsoll.trials.disk.Fault;
import org.plimsoll.trials.disk.FaultPlan;
import org.plimsoll.trials.disk.SimulatedCrash;
import org.plimsoll.trials.disk.SimulatedDisk;
import org.plimsoll.trials.disk.Survival;

/// A crash or failure at every effect of a life, with everything that may be left of it.
class JournalCrashTest {
  private static final Survival SYNCED_ONLY = new Survival.SyncedOnly();
  private static final List<Survival> SURVIVALS =
      Stream.concat(
              Stream.of(new Survival.Kill(), SYNCED_ONLY),
              LongStream.range(0, 8).<Survival>mapToObj(Survival.Some::new))
          .toList();

  /// Lives until the fault ends it.
  private static SimulatedDisk live(Witness witness, FaultPlan plan) throws IOException {
    SimulatedDisk disk = new SimulatedDisk(plan);
    try {
      new Workload(disk, witness).live();
    } catch (SimulatedCrash | JournalException | IOException theEnd) {
      // What is left is asked next.
    }
    return disk;
  }

  private static int effectsOfALife() throws IOException {
    SimulatedDisk disk = new SimulatedDisk(FaultPlan.NEVER);
    new Workload(disk, new Witness()).live();
    return disk.effects();
  }

  /// Recovers and goes on, then loses everything that no sync has covered, and recovers again.
  private static void requireAfterlife(SimulatedDisk disk, Witness witness) throws IOException {
    if (isStillborn(disk, witness)) {
      return;
    }
    new Workload(disk, witness).goOn(2);
    SimulatedDisk last = disk.restart(SYNCED_ONLY, FaultPlan.NEVER);
    new Workload(last, witness).goOn(0);
  }

  /// Whether the journal was not there yet; then nothing was promised either.
  private static boolean isStillborn(SimulatedDisk disk, Witness witness) {
    if (Recovery.examine(disk) instanceof Refused refused
        && refused.damage() == Damage.NO_JOURNAL) {
      assertThat(witness.acknowledged()).isZero();
      return true;
    }
    return false;
  }

  @ParameterizedTest
  @EnumSource(names = {"CRASH_BEFORE", "CRASH_AFTER"})
  void shouldKeepEveryPromiseWhereverAMachineStops(Fault fault) throws IOException {
    int effects = effectsOfALife();
    for (int where = 0; where < effects; where++) {
      for (Survival survival : SURVIVALS) {
        Witness witness = new Witness();
        SimulatedDisk left = live(witness, FaultPlan.once(where, fault));
        try {
          requireAfterlife(left.restart(survival, FaultPlan.NEVER), witness);
        } catch (IOException | AssertionError e) {
          fail(fault + " at effect " + where + ", " + survival, e);
        }
      }
    }
  }

  @Test
  void shouldKeepEveryPromiseWhereverAStartStops() throws IOException {
    int effects = effectsOfALife();
    for (int where = 0; where < effects; where += 3) {
      for (int second = 0; second < 16; second++) {
        Witness witness = new Witness();
        SimulatedDisk left = live(witness, FaultPlan.once(where, Fault.CRASH_AFTER));
        Survival survival = new Survival.Some(where + 1000L * second);
        try {
          startAndStopAt(
              second, left.restart(survival, FaultPlan.once(second, Fault.CRASH_AFTER)), witness);
        } catch (IOException | AssertionError e) {
          fail("effects " + where + " and " + second + ", " + survival, e);
        }
      }
    }
  }

  private static void startAndStopAt(int second, SimulatedDisk disk, Witness witness)
      throws IOException {
    if (isStillborn(disk, witness)) {
      return;
    }
    try {
      new Workload(disk, witness).goOn(2);
    } catch (SimulatedCrash theSecond) {
      assertThat(disk.effects()).isEqualTo(second + 1);
    }
    requireAfterlife(disk.restart(new Survival.Some(second), FaultPlan.NEVER), witness);
  }

  @ParameterizedTest
  @EnumSource(names = {"FAIL", "FAIL_AFTER"})
  void shouldKeepEveryPromiseWhicheverEffectFails(Fault fault) throws IOException {
    int effects = effectsOfALife();
    for (int where = 0; where < effects; where++) {
      for (Survival survival : SURVIVALS) {
        Witness witness = new Witness();
        Effect[] failed = {Effect.CREATE};
        int here = where;
        SimulatedDisk left =
            live(
                witness,
                (effect, number, file) -> {
                  failed[0] = number == here ? effect : failed[0];
                  return number == here ? fault : Fault.NONE;
                });
        try {
          requireAfterlife(left.restart(survival, FaultPlan.NEVER), witness);
        } catch (IOException | AssertionError e) {
          // Which names a failed sync of a directory has left cannot be mended: only refused.
          boolean isNamesRefused =
              failed[0] == Effect.SYNC_DIRECTORY && e.getMessage().startsWith("refused");
          if (!isNamesRefused) {
            fail(fault + " at effect " + where + ", " + survival, e);
          }
        }
      }
    }
  }

  @Test
  void shouldRefuseOrLoseOnlyTheEndWhereASyncHasLied() throws IOException {
    int effects = effectsOfALife();
    int refused = 0;
    for (int where = 0; where < effects; where++) {
      Witness witness = new Witness();
      SimulatedDisk left = live(witness, FaultPlan.once(where, Fault.LIE));
      SimulatedDisk found = left.restart(SYNCED_ONLY, FaultPlan.NEVER);
      switch (Recovery.examine(found)) {
        case Recovered recovered ->
            assertThat(witness.complaint(found, recovered)).as("effect %d", where).isEmpty();
        case Refused _ -> refused++;
      }
    }
    assertThat(refused).isPositive();
  }
}
