package org.plimsoll.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A journal on a real disk, on a good day.
class JournalWriterTest {
  @TempDir private Path directory;
  private DiskStorage storage;

  @BeforeEach
  void open() throws IOException {
    storage = DiskStorage.open(directory.resolve("journal"));
  }

  @AfterEach
  void close() throws IOException {
    storage.close();
  }

  private JournalWriter create() {
    return JournalWriter.create(storage, Records.ID, Records.SMALL);
  }

  @Test
  void shouldReadWhatWasCommitted() throws IOException {
    try (JournalWriter writer = create()) {
      Records.commit(writer, "one", "two");
      Records.commit(writer, "", "four");
      assertThat(writer.durableSequence()).isEqualTo(4);
    }
    assertThat(Records.read(storage)).containsExactly("one", "two", "", "four");
    assertThat(Records.read(storage, Records.recovered(storage), 3)).containsExactly("", "four");
    assertThat(Records.read(storage, Records.recovered(storage), 5)).isEmpty();
  }

  @Test
  void shouldGoOnInFurtherSegmentsAndAfterFurtherStarts() throws IOException {
    List<String> expected = new ArrayList<>();
    create().close();
    for (int start = 0; start < 5; start++) {
      try (JournalWriter writer = JournalWriter.resume(storage, Records.recovered(storage))) {
        for (int i = 0; i < 7; i++) {
          String text = "record " + start + "." + i;
          Records.commit(writer, text, "x".repeat(i * 1000));
          expected.add(text);
          expected.add("x".repeat(i * 1000));
        }
      }
      assertThat(Records.read(storage)).isEqualTo(expected);
    }
    assertThat(storage.list()).hasSizeGreaterThan(8).allMatch(name -> name.endsWith(".journal"));
    Recovered recovered = Records.recovered(storage);
    for (int from = 1; from <= expected.size() + 1; from++) {
      assertThat(Records.read(storage, recovered, from))
          .isEqualTo(expected.subList(from - 1, expected.size()));
    }
  }

  @Test
  void shouldWriteNoMoreThanABatchTakes() throws IOException {
    int segment = 11 * Block.BYTES;
    JournalSettings settings = new JournalSettings(segment, 3 * Block.BYTES);
    try (JournalWriter writer = JournalWriter.create(storage, Records.ID, settings)) {
      for (int i = 0; i < 9; i++) {
        Records.commit(writer, "short");
      }
    }
    Path file = directory.resolve("journal").resolve(FileName.segment(1));
    assertThat(Files.size(file)).isEqualTo(segment);
    assertThat(Records.read(storage)).hasSize(9);
  }

  @Test
  void shouldLetABatchGrowAfterASmallOne() throws IOException {
    String large = "x".repeat(Block.BYTES);
    try (JournalWriter writer = create()) {
      Batch batch = writer.newBatch();
      batch.begin(1);
      Records.append(batch, "small");
      writer.commit(batch);
      batch.begin(2);
      Records.append(batch, large);
      Records.append(batch, "behind it");
      writer.commit(batch);
    }
    assertThat(Records.read(storage)).containsExactly("small", large, "behind it");
  }

  @Test
  void shouldLetOneBatchBeFilledWhileTheOtherIsCommitted() throws IOException {
    try (JournalWriter writer = create()) {
      Batch filled = writer.newBatch();
      Batch next = writer.newBatch();
      filled.begin(1);
      Records.append(filled, "one");
      next.begin(filled.nextSequence());
      Records.append(next, "two");
      writer.commit(filled);
      assertThat(writer.durableSequence()).isEqualTo(1);
      writer.commit(next);
      assertThat(writer.durableSequence()).isEqualTo(2);
    }
    assertThat(Records.read(storage)).containsExactly("one", "two");
  }

  @Test
  void shouldRefuseABatchThatIsNotTheNext() throws IOException {
    try (JournalWriter writer = create()) {
      Batch batch = writer.newBatch();
      batch.begin(2);
      assertThatIllegalStateException().isThrownBy(() -> writer.commit(batch));
      assertThatIllegalStateException()
          .isThrownBy(() -> writer.newBatch().append(new byte[1], 0, 1));
    }
  }

  @Test
  void shouldTakeRecordsUpToTheLongestAndNoLonger() throws IOException {
    try (JournalWriter writer = create()) {
      int longest = Records.SMALL.recordBytesMax();
      Batch batch = writer.newBatch();
      batch.begin(1);
      assertThat(batch.fits(longest + 1)).isFalse();
      assertThatIllegalStateException()
          .isThrownBy(() -> batch.append(new byte[9000], 0, longest + 1));
      Records.append(batch, "y".repeat(longest));
      assertThat(batch.fits(0)).isFalse();
      writer.commit(batch);
    }
    assertThat(Records.read(storage))
        .singleElement()
        .asString()
        .hasSize(Records.SMALL.recordBytesMax());
  }

  @Test
  void shouldNotCreateAJournalOverAnother() throws IOException {
    create().close();
    assertThatIllegalStateException().isThrownBy(this::create);
  }

  @Test
  void shouldRefuseSizesThatNoJournalHas() {
    assertThatIllegalArgumentException().isThrownBy(() -> new JournalSettings(4096 * 3, 4096));
    assertThatIllegalArgumentException().isThrownBy(() -> new JournalSettings(4096 * 4, 4095));
    assertThatIllegalArgumentException().isThrownBy(() -> new JournalSettings(4096 * 4 + 1, 4096));
    assertThat(new JournalSettings(4096 * 4, 4096).recordBytesMax()).isEqualTo(4096 - 56 - 4);
  }

  @Test
  void shouldSaySoWhereThereIsNoJournal() {
    assertThat(Recovery.examine(storage))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.damage()).isEqualTo(Damage.NO_JOURNAL));
  }
}
