package org.plimsoll.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Texts as records, and a small journal of them.
final class Records {
  static final JournalId ID = new JournalId(0x0123456789ABCDEFL, 0x7EDCBA9876543210L);

  /// Two batches of one block each, and a third of two, fill a segment.
  static final JournalSettings SMALL = new JournalSettings(6L * 4096, 2 * 4096);

  private Records() {}

  static Batch commit(JournalWriter writer, String... texts) {
    Batch batch = writer.newBatch();
    batch.begin(writer.durableSequence() + 1);
    for (String text : texts) {
      append(batch, text);
    }
    writer.commit(batch);
    return batch;
  }

  static long append(Batch batch, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return batch.append(bytes, 0, bytes.length);
  }

  static Recovered recovered(Storage storage) {
    return switch (Recovery.examine(storage)) {
      case Recovered found -> found;
      case Refused refused -> throw new AssertionError(refused);
    };
  }

  /// All records from a number on, each checked to have the number that is its turn.
  static List<String> read(Storage storage, Recovered recovered, long from) throws IOException {
    List<String> texts = new ArrayList<>();
    try (JournalReader reader = JournalReader.open(storage, recovered, from)) {
      while (reader.next()) {
        if (reader.sequence() != from + texts.size()) {
          throw new AssertionError("record " + reader.sequence() + " after " + texts);
        }
        texts.add(
            new String(reader.array(), reader.offset(), reader.length(), StandardCharsets.UTF_8));
      }
    }
    return texts;
  }

  static List<String> read(Storage storage) throws IOException {
    Recovered recovered = recovered(storage);
    return read(storage, recovered, recovered.firstSequence());
  }
}
