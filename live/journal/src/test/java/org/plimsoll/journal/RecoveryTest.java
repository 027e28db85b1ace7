package org.plimsoll.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each reason for which a recovery refuses, on a real disk.
class RecoveryTest {
  @TempDir private Path directory;
  private DiskStorage storage;

  @BeforeEach
  void writeThreeSegments() throws IOException {
    storage = DiskStorage.open(directory);
    try (JournalWriter writer = JournalWriter.create(storage, Records.ID, Records.SMALL)) {
      for (int i = 1; i <= 10; i++) {
        Records.commit(writer, "record " + i);
      }
    }
    assertThat(storage.list())
        .containsExactly(FileName.segment(1), FileName.segment(5), FileName.segment(9));
  }

  @AfterEach
  void close() throws IOException {
    storage.close();
  }

  private Path file(String name) {
    return directory.resolve(name);
  }

  private void overwrite(String name, long position, byte... bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(file(name), StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(bytes), position);
    }
  }

  private void requireRefused(Damage damage, String name, long position) {
    assertThat(Recovery.examine(storage))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.damage()).isEqualTo(damage);
              assertThat(refused.file()).isEqualTo(name);
              assertThat(refused.position()).isEqualTo(position);
              assertThat(refused.sentence()).isNotBlank();
            });
  }

  @Test
  void shouldNotTakeAWriteThatIsUnderWayForDamage() {
    Storage beside = new SeenInParts(storage, FileName.segment(9), 4096);
    assertThat(Records.recovered(beside).lastSequence()).isEqualTo(10);
  }

  @Test
  void shouldRefuseWithoutASegmentInTheMiddle() throws IOException {
    Files.delete(file(FileName.segment(5)));
    requireRefused(Damage.SEGMENT_MISSING, FileName.segment(1), 5 * 4096);
  }

  @Test
  void shouldRefuseWithoutTheLastSegment() throws IOException {
    Files.delete(file(FileName.segment(9)));
    requireRefused(Damage.SEGMENT_MISSING, FileName.segment(5), 5 * 4096);
  }

  @Test
  void shouldRefuseWithoutTheFirstSegment() throws IOException {
    Files.delete(file(FileName.segment(1)));
    requireRefused(Damage.NO_SNAPSHOT, FileName.segment(5), 0);
  }

  @Test
  void shouldRefuseWithSnapshotsAndNoSegment() throws IOException {
    for (int first : new int[] {1, 5, 9}) {
      Files.delete(file(FileName.segment(first)));
    }
    Files.createFile(file(FileName.snapshot(7)));
    requireRefused(Damage.SEGMENT_MISSING, "", 0);
  }

  @Test
  void shouldRefuseDamageInTheMiddleAndToTheLastBatch() throws IOException {
    overwrite(FileName.segment(5), 2 * 4096 + 60, (byte) 'X');
    requireRefused(Damage.BATCH_DAMAGED, FileName.segment(5), 2 * 4096);
    overwrite(FileName.segment(5), 2 * 4096 + 60, (byte) 'r');
    overwrite(FileName.segment(9), 2 * 4096 + 60, (byte) 'X');
    requireRefused(Damage.BATCH_DAMAGED, FileName.segment(9), 2 * 4096);
    overwrite(FileName.segment(9), 2 * 4096 + 60, (byte) 'r');
    assertThat(Records.recovered(storage).lastSequence()).isEqualTo(10);
  }

  @Test
  void shouldRefuseABrokenHeaderAndAWrongLength() throws IOException {
    overwrite(FileName.segment(5), 30, (byte) 77);
    requireRefused(Damage.HEADER_BROKEN, FileName.segment(5), 0);
    Files.write(file(FileName.segment(1)), new byte[1], StandardOpenOption.APPEND);
    requireRefused(Damage.LENGTH_WRONG, FileName.segment(1), 0);
  }

  @Test
  void shouldRefuseASegmentUnderAnotherName() throws IOException {
    Files.move(file(FileName.segment(9)), file(FileName.segment(10)));
    requireRefused(Damage.HEADER_BROKEN, FileName.segment(10), 0);
  }

  @Test
  void shouldRefuseAnUnknownVersion() throws IOException {
    SegmentHeader header =
        new SegmentHeader(2, Records.ID, 5, Records.SMALL.segmentBytes(), 8192, 0);
    overwrite(FileName.segment(5), 0, header.bytes().array());
    requireRefused(Damage.UNKNOWN_VERSION, FileName.segment(5), 0);
  }

  @Test
  void shouldRefuseASegmentOfAnotherJournal() throws IOException {
    Path other = directory.resolve("other");
    try (DiskStorage others = DiskStorage.open(other);
        JournalWriter writer = JournalWriter.create(others, new JournalId(7, 8), Records.SMALL)) {
      for (int i = 1; i <= 10; i++) {
        Records.commit(writer, "record " + i);
      }
    }
    Files.delete(file(FileName.segment(5)));
    Files.copy(other.resolve(FileName.segment(5)), file(FileName.segment(5)));
    requireRefused(Damage.FOREIGN, FileName.segment(5), 0);
  }

  @Test
  void shouldRefuseASegmentOfAnotherHistoryOfTheSameJournal() throws IOException {
    Path fork = directory.resolve("fork");
    try (DiskStorage forked = DiskStorage.open(fork);
        JournalWriter writer = JournalWriter.create(forked, Records.ID, Records.SMALL)) {
      for (int i = 1; i <= 10; i++) {
        Records.commit(writer, i == 4 ? "another" : "record " + i);
      }
    }
    Files.delete(file(FileName.segment(5)));
    Files.copy(fork.resolve(FileName.segment(5)), file(FileName.segment(5)));
    requireRefused(Damage.OUT_OF_ORDER, FileName.segment(5), 0);
  }

  @Test
  void shouldRefuseASnapshotOfMoreThanThereIs() throws IOException {
    Files.createFile(file(FileName.snapshot(11)));
    requireRefused(Damage.SNAPSHOT_AHEAD, FileName.snapshot(11), 0);
  }

  @Test
  void shouldRefuseWhatCannotBeRead() throws IOException {
    Files.delete(file(FileName.segment(5)));
    Files.createDirectory(file(FileName.segment(5)));
    assertThat(Recovery.examine(storage))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.damage()).isEqualTo(Damage.UNREADABLE));
  }
}
