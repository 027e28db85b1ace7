package org.plimsoll.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Snapshots on a real disk, on a good day.
class SnapshotsTest {
  @TempDir private Path directory;
  private DiskStorage storage;
  private JournalWriter writer;
  private Snapshots snapshots;

  @BeforeEach
  void open() throws IOException {
    storage = DiskStorage.open(directory);
    writer = JournalWriter.create(storage, Records.ID, Records.SMALL);
    snapshots = writer.snapshots();
    for (int i = 1; i <= 14; i++) {
      Records.commit(writer, "record " + i);
    }
  }

  @AfterEach
  void close() throws IOException {
    writer.close();
    storage.close();
  }

  private void save(long sequence) throws IOException {
    snapshots.save(sequence, -sequence, out -> out.write(new byte[(int) sequence << 18]));
  }

  @Test
  void shouldBeginFromTheNewest() throws IOException {
    save(3);
    save(7);
    Recovered found = Records.recovered(storage);
    assertThat(found.snapshot()).contains(new Snapshot(7, -7, 7 << 18));
    assertThat(found.replayFrom()).isEqualTo(8);
    try (InputStream body = found.snapshot().orElseThrow().open(storage)) {
      assertThat(body.readAllBytes()).hasSize(7 << 18).containsOnly(0);
    }
  }

  @Test
  void shouldSaveNothingThatIsNotDurable() {
    assertThatIllegalArgumentException().isThrownBy(() -> save(15));
    assertThatIllegalArgumentException().isThrownBy(() -> save(0));
  }

  @Test
  void shouldPruneWhatLiesBeforeTheSecondNewest() throws IOException {
    save(3);
    assertThat(snapshots.prune()).isZero();
    save(8);
    save(10);
    assertThat(snapshots.prune()).isEqualTo(3);
    Recovered found = Records.recovered(storage);
    assertThat(found.firstSequence()).isEqualTo(9);
    assertThat(found.lastSequence()).isEqualTo(14);
    assertThat(Records.read(storage, found, found.replayFrom()))
        .containsExactly("record 11", "record 12", "record 13", "record 14");
    assertThat(snapshots.prune()).isZero();
  }

  @Test
  void shouldReplaceASnapshotOfTheSameRecord() throws IOException {
    save(3);
    snapshots.save(3, 99, out -> out.write(1));
    assertThat(Records.recovered(storage).snapshot()).contains(new Snapshot(3, 99, 1));
  }

  @Test
  void shouldDoNothingMoreAfterAFailure() throws IOException {
    assertThatThrownBy(() ->
            snapshots.save(
                3,
                0,
                out -> {
                  throw new IOException("out of luck");
                }))
        .hasMessage("out of luck");
    assertThatThrownBy(() -> save(4)).isInstanceOf(IOException.class);
    assertThatThrownBy(snapshots::prune).isInstanceOf(IOException.class);
    assertThat(Records.recovered(storage).snapshot()).isEmpty();
    Records.commit(writer, "record 15");
  }
}
