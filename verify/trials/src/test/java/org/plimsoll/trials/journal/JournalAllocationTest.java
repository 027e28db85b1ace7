package org.plimsoll.trials.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.journal.Batch;
import org.plimsoll.journal.DiskStorage;
import org.plimsoll.journal.JournalReader;
import org.plimsoll.journal.JournalSettings;
import org.plimsoll.journal.JournalWriter;
import org.plimsoll.journal.Recovered;
import org.plimsoll.journal.Recovery;
import org.plimsoll.trials.disk.FaultPlan;
import org.plimsoll.trials.disk.SimulatedDisk;

/// A record costs no memory, neither when it is appended nor when it is read.
class JournalAllocationTest {
  private static final int BATCHES = 40;
  private static final byte[] RECORD = new byte[64];

  /// What a batch may cost, however many records it has, and what 600,000 appends may.
  private static final long BATCH_BYTES = 4096;

  @TempDir private Path directory;

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }

  private static void fill(Batch batch, long firstSequence) {
    batch.begin(firstSequence);
    while (batch.fits(RECORD.length)) {
      batch.append(RECORD, 0, RECORD.length);
    }
  }

  @Test
  void shouldAppendWithoutMemory() {
    SimulatedDisk disk = new SimulatedDisk(FaultPlan.NEVER);
    Batch batch =
        JournalWriter.create(disk, Workload.ID, new JournalSettings(4 << 20, 1 << 20)).newBatch();
    fill(batch, 1);
    long before = allocated();
    for (int i = 0; i < BATCHES; i++) {
      fill(batch, 1);
    }
    long spent = allocated() - before;
    assertThat(batch.records()).isGreaterThan(15_000);
    assertThat(spent).isLessThan(BATCH_BYTES);
  }

  @Test
  void shouldReadWithoutMemoryForARecord() throws IOException {
    JournalSettings settings = new JournalSettings(4 << 20, 1 << 18);
    try (DiskStorage storage = DiskStorage.open(directory)) {
      try (JournalWriter writer = JournalWriter.create(storage, Workload.ID, settings)) {
        Batch batch = writer.newBatch();
        for (int i = 0; i < BATCHES; i++) {
          fill(batch, writer.durableSequence() + 1);
          writer.commit(batch);
        }
      }
      Recovered found = (Recovered) Recovery.examine(storage);
      try (JournalReader reader = JournalReader.open(storage, found, 1)) {
        reader.next();
        long before = allocated();
        long records = 1;
        while (reader.next()) {
          records++;
        }
        long spent = allocated() - before;
        assertThat(records).isGreaterThan(BATCHES * 3_000L);
        assertThat(spent).isLessThan(BATCHES * BATCH_BYTES);
      }
    }
  }
}
