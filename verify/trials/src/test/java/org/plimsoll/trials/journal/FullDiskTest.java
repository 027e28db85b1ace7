package org.plimsoll.trials.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.plimsoll.journal.JournalException;
import org.plimsoll.journal.JournalFault;
import org.plimsoll.journal.JournalWriter;
import org.plimsoll.journal.Recovered;
import org.plimsoll.journal.Recovery;
import org.plimsoll.trials.disk.Effect;
import org.plimsoll.trials.disk.Fault;
import org.plimsoll.trials.disk.SimulatedDisk;

/// A disk without room for a further file.
class FullDiskTest {
  private boolean isFull;
  private final SimulatedDisk disk =
      new SimulatedDisk((effect, number, file) ->
          isFull && effect == Effect.GROW ? Fault.FAIL_AFTER : Fault.NONE);
  private final Witness witness = new Witness();
  private final JournalWriter writer = JournalWriter.create(disk, Workload.ID, Workload.SETTINGS);

  @Test
  void shouldSayHowMuchRoomIsSureAndRefuseBeforeAnythingIsPromised() {
    isFull = true;
    // The spare of the first segment was made in time; after it there is no other.
    assertThat(writer.roomBytes()).isEqualTo(4 * 4096);
    int batches = 0;
    while (writer.roomBytes() >= 4096) {
      witness.commit(writer, 1, 0);
      batches++;
    }
    assertThat(batches).isEqualTo(8);
    assertThatThrownBy(() -> witness.commit(writer, 1, 0))
        .isInstanceOfSatisfying(
            JournalException.class, e -> assertThat(e.fault()).isEqualTo(JournalFault.FULL));
    assertThat(writer.durableSequence()).isEqualTo(8);
  }

  @Test
  void shouldGoOnWithoutANewStartWhenThereIsRoomAgain() throws IOException {
    isFull = true;
    while (writer.roomBytes() >= 4096) {
      witness.commit(writer, 1, 0);
    }
    writer.prepare();
    assertThat(writer.roomBytes()).isZero();
    isFull = false;
    writer.prepare();
    assertThat(writer.roomBytes()).isEqualTo(4 * 4096);
    witness.commit(writer, 3, 4096);
    writer.close();
    assertThat(Recovery.examine(disk))
        .isInstanceOfSatisfying(
            Recovered.class, found -> assertThat(witness.complaint(disk, found)).isEmpty());
  }

  @Test
  void shouldNotSaveASnapshotThatHasNoRoom() {
    witness.commit(writer, 1, 0);
    isFull = true;
    assertThatThrownBy(() -> witness.save(writer.snapshots())).isInstanceOf(IOException.class);
    assertThat(disk.list()).noneMatch(name -> name.endsWith(".snapshot"));
  }

  @Test
  void shouldStayFailedOnceASyncHasFailed() {
    boolean[] isFailing = {false};
    SimulatedDisk failing =
        new SimulatedDisk((effect, number, file) ->
            isFailing[0] && effect == Effect.SYNC ? Fault.FAIL : Fault.NONE);
    JournalWriter doomed = JournalWriter.create(failing, Workload.ID, Workload.SETTINGS);
    isFailing[0] = true;
    assertThatThrownBy(() -> witness.commit(doomed, 1, 0))
        .isInstanceOf(JournalException.class)
        .hasRootCauseMessage("SYNC of next.part has failed");
    isFailing[0] = false;
    assertThatThrownBy(() -> witness.commit(doomed, 1, 0))
        .isInstanceOfSatisfying(
            JournalException.class, e -> assertThat(e.fault()).isEqualTo(JournalFault.FAILED));
    assertThat(doomed.durableSequence()).isZero();
  }
}
