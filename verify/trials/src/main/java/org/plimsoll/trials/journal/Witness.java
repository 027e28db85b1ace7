package org.plimsoll.trials.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.plimsoll.journal.Batch;
import org.plimsoll.journal.JournalReader;
import org.plimsoll.journal.JournalWriter;
import org.plimsoll.journal.Recovered;
import org.plimsoll.journal.Snapshot;
import org.plimsoll.journal.Snapshots;
import org.plimsoll.journal.Storage;

/// Remembers, outside the journal, what was given to it and what it has promised, and holds against
/// that what a recovery finds.
public final class Witness {
  private final List<String> offered = new ArrayList<>();
  private int lives;
  private long acknowledged;

  /// The records that were given to the journal and not lost with a crash, from number 1 on.
  public List<String> offered() {
    return offered;
  }

  /// The last record that the journal has promised to keep.
  public long acknowledged() {
    return acknowledged;
  }

  /// Commits so many records, the first of them with `bulk` characters more.
  void commit(JournalWriter writer, int records, int bulk) {
    Batch batch = writer.newBatch();
    batch.begin(writer.durableSequence() + 1);
    for (int i = 0; i < records; i++) {
      String text = "record " + batch.nextSequence() + " of life " + lives;
      String record = i == 0 ? text + "-".repeat(bulk) : text;
      byte[] bytes = record.getBytes(StandardCharsets.UTF_8);
      batch.append(bytes, 0, bytes.length);
      offered.add(record);
    }
    try {
      writer.commit(batch);
    } finally {
      acknowledged = writer.durableSequence();
    }
  }

  /// Takes back what was offered and refused with nothing written.
  void withdraw(long lastSequence) {
    offered.subList((int) lastSequence, offered.size()).clear();
  }

  /// Saves the state after the last promised record: in this world, all records so far.
  void save(Snapshots snapshots) throws IOException {
    byte[] state = state(acknowledged).getBytes(StandardCharsets.UTF_8);
    snapshots.save(acknowledged, hash(acknowledged), out -> out.write(state));
  }

  private String state(long sequence) {
    return String.join("\n", offered.subList(0, (int) sequence));
  }

  private long hash(long sequence) {
    return state(sequence).hashCode();
  }

  /// Says what is wrong with a recovery; empty if it holds every promise. Of what was offered and
  /// not promised it may hold a part.
  public String complaint(Storage storage, Recovered found) {
    long last = found.lastSequence();
    if (last < acknowledged || last > offered.size()) {
      return "it ends at %d; promised %d, offered %d".formatted(last, acknowledged, offered.size());
    }
    try {
      List<String> kept = read(storage, found, found.firstSequence());
      List<String> expected = offered.subList((int) found.firstSequence() - 1, (int) last);
      if (!kept.equals(expected)) {
        return "it holds " + kept + " instead of " + expected;
      }
      return found.snapshot().isPresent() ? complaint(storage, found.snapshot().get()) : "";
    } catch (IOException e) {
      return "it cannot be read: " + e;
    }
  }

  private String complaint(Storage storage, Snapshot snapshot) throws IOException {
    try (InputStream body = snapshot.open(storage)) {
      String state = new String(body.readAllBytes(), StandardCharsets.UTF_8);
      boolean isRight =
          state.equals(state(snapshot.sequence()))
              && snapshot.stateHash() == hash(snapshot.sequence());
      return isRight ? "" : "its snapshot of " + snapshot.sequence() + " is another state";
    }
  }

  private static List<String> read(Storage storage, Recovered found, long from) throws IOException {
    List<String> records = new ArrayList<>();
    try (JournalReader reader = JournalReader.open(storage, found, from)) {
      while (reader.next()) {
        records.add(
            new String(reader.array(), reader.offset(), reader.length(), StandardCharsets.UTF_8));
      }
    }
    return records;
  }

  /// A new life begins with what was recovered, all of which may be answered for from now on.
  void resumed(Recovered found) {
    withdraw(found.lastSequence());
    acknowledged = found.lastSequence();
    lives++;
  }
}
