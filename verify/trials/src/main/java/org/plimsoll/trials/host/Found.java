package org.plimsoll.trials.host;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.plimsoll.journal.Damage;
import org.plimsoll.journal.JournalReader;
import org.plimsoll.journal.Recovered;
import org.plimsoll.journal.Recovery;
import org.plimsoll.journal.Refused;
import org.plimsoll.journal.Storage;

/// What is on a disk before a host starts from it, read apart from the host.
///
/// @param first the number of the first record
/// @param records all of them
/// @param isTorn whether the end looks as if a crash has torn it
/// @param isFromSnapshot whether a start begins at a snapshot
/// @param passedOver how many snapshots are not whole
/// @param refusal why nothing of it may be used; empty if it may
record Found(
    long first,
    List<byte[]> records,
    boolean isTorn,
    boolean isFromSnapshot,
    int passedOver,
    String refusal) {
  static Found on(Storage storage) {
    return switch (Recovery.examine(storage)) {
      case Recovered recovered -> read(storage, recovered);
      case Refused refused ->
          new Found(
              1,
              List.of(),
              false,
              false,
              0,
              refused.damage() == Damage.NO_JOURNAL ? "" : refused.toString());
    };
  }

  private static Found read(Storage storage, Recovered recovered) {
    List<byte[]> records = new ArrayList<>();
    long first = recovered.firstSequence();
    try (JournalReader reader = JournalReader.open(storage, recovered, first)) {
      while (reader.next()) {
        byte[] record = new byte[reader.length()];
        System.arraycopy(reader.array(), reader.offset(), record, 0, record.length);
        records.add(record);
      }
    } catch (IOException e) {
      throw new BrokenPromise(Promise.REFUSES_FOR_A_REASON, "not to be read: " + e);
    }
    return new Found(
        first,
        records,
        recovered.isTorn(),
        recovered.snapshot().isPresent(),
        recovered.passedOver().size(),
        "");
  }

  long last() {
    return first + records.size() - 1;
  }

  byte[] record(long sequence) {
    return records.get((int) (sequence - first));
  }
}
