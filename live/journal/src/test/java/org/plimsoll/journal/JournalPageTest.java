package org.plimsoll.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Holds docs/reference/journal.md against the bytes that are written.
class JournalPageTest {
  private static final Path PAGE = Path.of("../../docs/reference/journal.md");
  private static final JournalId ID = new JournalId(0x1112131415161718L, 0x2122232425262728L);

  private record Field(int offset, String type, String name) {
    int bytes() {
      return type.equals("i64") ? 8 : 4;
    }

    long read(ByteBuffer bytes) {
      return bytes() == 8 ? bytes.getLong(offset) : bytes.getInt(offset);
    }
  }

  private static List<String> lines() throws IOException {
    return Files.readAllLines(PAGE);
  }

  private static List<Field> table(String title) throws IOException {
    return lines().stream()
        .dropWhile(line -> !line.equals("| offset | type | " + title + " |"))
        .skip(2)
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> line.split(" *\\| *", -1))
        .map(cells -> new Field(Integer.parseInt(cells[1]), cells[2], cells[3].split("[,:]")[0]))
        .toList();
  }

  private static int magic(String letters) {
    return LittleEndian.wrap(letters.getBytes(StandardCharsets.US_ASCII)).getInt(0);
  }

  /// Compares field by field, and requires that the fields leave no byte out.
  private static void compare(String title, ByteBuffer bytes, int length, Map<String, Long> values)
      throws IOException {
    List<Field> fields = table(title);
    int end = 0;
    for (Field field : fields) {
      assertThat(field.offset()).as(field.name()).isEqualTo(end);
      end += field.bytes();
      long expected =
          field.name().equals("crc")
              ? Checksum.of(bytes, 4, length)
              : values.getOrDefault(field.name(), -1L);
      assertThat(field.read(bytes)).as(field.name()).isEqualTo(expected);
    }
    assertThat(end).isEqualTo(length);
    assertThat(fields).hasSize(values.size() + 1);
  }

  @Test
  void shouldWriteSegmentHeadersAsThePageSays() throws IOException {
    ByteBuffer bytes = new SegmentHeader(1, ID, 31, 1 << 20, 8192, 33).bytes();
    compare(
        "segment header",
        bytes,
        SegmentHeader.BYTES,
        Map.of(
            "magic",
            (long) magic("PLSG"),
            "version",
            1L,
            "id-high",
            ID.high(),
            "id-low",
            ID.low(),
            "first-sequence",
            31L,
            "segment-bytes",
            1L << 20,
            "batch-bytes",
            8192L,
            "previous-crc",
            33L));
  }

  @Test
  void shouldWriteBatchHeadersAsThePageSays() throws IOException {
    ByteBuffer bytes = LittleEndian.allocate(BatchHeader.BYTES);
    new BatchHeader(BatchKind.CLOSED, 31, 32, 33, 34, 35, 36).write(bytes, ID);
    compare(
        "batch header",
        bytes,
        BatchHeader.BYTES,
        Map.of(
            "magic",
            (long) magic("PLBA"),
            "id-high",
            ID.high(),
            "id-low",
            ID.low(),
            "first-sequence",
            31L,
            "kind",
            2L,
            "records",
            32L,
            "payload-bytes",
            33L,
            "payload-crc",
            34L,
            "previous-crc",
            35L,
            "block",
            36L));
  }

  @Test
  void shouldWriteSnapshotHeadersAsThePageSays() throws IOException {
    ByteBuffer bytes = new SnapshotHeader(1, ID, 31, 32, 33, 34).bytes();
    compare(
        "snapshot header",
        bytes,
        SnapshotHeader.BYTES,
        Map.of(
            "magic",
            (long) magic("PLSN"),
            "version",
            1L,
            "id-high",
            ID.high(),
            "id-low",
            ID.low(),
            "sequence",
            31L,
            "state-hash",
            32L,
            "body-bytes",
            33L,
            "body-crc",
            34L));
  }

  @Test
  void shouldWriteRecordsBehindTheHeaderEachWithItsLength() {
    Batch batch = new Batch(8192);
    batch.begin(1);
    Records.append(batch, "ab");
    Records.append(batch, "");
    Records.append(batch, "c");
    ByteBuffer bytes = batch.bytes();
    byte[] expected = {2, 0, 0, 0, 'a', 'b', 0, 0, 0, 0, 1, 0, 0, 0, 'c'};
    byte[] written = new byte[expected.length];
    bytes.get(56, written);
    assertThat(written).isEqualTo(expected);
    assertThat(bytes.remaining()).isEqualTo(4096);
  }

  @Test
  void shouldExplainEveryKindOfDamageAndOfFault() throws IOException {
    String page = String.join("\n", lines());
    assertThat(Damage.values()).allSatisfy(d -> assertThat(page).contains("`" + d.name() + "`"));
    assertThat(JournalFault.values())
        .allSatisfy(f -> assertThat(page).contains("`" + f.name() + "`"));
  }
}
