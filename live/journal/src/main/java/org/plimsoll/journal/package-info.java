/// The append-only log of opaque, checksummed records.
///
/// Records are gathered in a [Batch]; [JournalWriter#commit] writes the batch and returns when the
/// disk has it, and only then may anything in it be acknowledged. After a crash [Recovery#examine]
/// reads everything and either knows the whole acknowledged history ([Recovery.Recovered]) or says
/// why it does not ([Recovery.Refused]); it never guesses. [JournalReader] then hands out the
/// records again, and [Snapshots] keep that short.
///
/// ```java
/// try (DiskStorage storage = DiskStorage.open(directory)) {
///   JournalWriter writer = JournalWriter.create(storage, id, JournalSettings.DEFAULT);
///   Batch batch = writer.newBatch();
///   batch.begin(writer.durableSequence() + 1);
///   long sequence = batch.append(bytes, 0, length);
///   writer.commit(batch); // now, and not before, sequence is durable
/// }
/// ```
///
/// Deliberately absent: threads (the host owns them), compression, and any knowledge of what a
/// record means. The bytes, and what recovery does with each kind of damage, are in
/// docs/reference/journal.md.
@NullMarked
package org.plimsoll.journal;

import org.jspecify.annotations.NullMarked;
