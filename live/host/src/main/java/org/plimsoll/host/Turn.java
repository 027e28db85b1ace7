package org.plimsoll.host;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.plimsoll.journal.Batch;
import org.plimsoll.journal.SnapshotBody;
import org.plimsoll.protocol.DecodeResult;

/// What is decided together and written by one sync: commands, what they did, and whose they were.
///
/// It belongs to one thread at a time: the writer's while it fills, the disk's while it is written
/// and told.
final class Turn {
  private static final int ENTRIES_MAX = 1 << 14;
  private static final int TOLD_BYTES_MAX = 4 << 20;
  private static final int AT_FIRST = 1 << 16;

  private final Batch batch;
  private final int commandBytesMax;
  private final long[] tickets = new long[ENTRIES_MAX];
  private final int[] commandEnds = new int[ENTRIES_MAX];
  private final int[] ends = new int[ENTRIES_MAX];
  private final @Nullable DecodeResult[] malformed = new @Nullable DecodeResult[ENTRIES_MAX];
  private byte[] told = new byte[AT_FIRST];
  private int count;
  private int end;
  private @Nullable SavedState state;

  Turn(Batch batch, int commandBytesMax) {
    this.batch = batch;
    this.commandBytesMax = commandBytesMax;
  }

  Batch batch() {
    return batch;
  }

  void begin(long firstSequence) {
    batch.begin(firstSequence);
    count = 0;
    end = 0;
    state = null;
    if (told.length > TOLD_BYTES_MAX) {
      told = new byte[AT_FIRST];
    }
  }

  boolean isEmpty() {
    return count == 0 && state == null;
  }

  /// Whether a command of any length still has room, and the host's own tick after it.
  boolean hasRoom() {
    return count < ENTRIES_MAX - 1 && end < TOLD_BYTES_MAX && batch.fits(2 * commandBytesMax);
  }

  /// Adds a command and what it did.
  void add(long ticket, byte[] command, int length, byte[] happened, int happenedLength) {
    batch.append(command, 0, length);
    tell(command, length);
    commandEnds[count] = end;
    tell(happened, happenedLength);
    enter(ticket, null);
  }

  private void tell(byte[] bytes, int length) {
    if (end + length > told.length) {
      told = Arrays.copyOf(told, Math.max(told.length * 2, end + length));
    }
    System.arraycopy(bytes, 0, told, end, length);
    end += length;
  }

  /// Adds what was no command.
  void addMalformed(long ticket, DecodeResult why) {
    enter(ticket, why);
  }

  private void enter(long ticket, @Nullable DecodeResult why) {
    tickets[count] = ticket;
    malformed[count] = why;
    ends[count++] = end;
  }

  /// Adds the state after its last command, and ends it.
  void save(SavedState saved) {
    state = saved;
  }

  @Nullable SavedState state() {
    return state;
  }

  /// Tells everything in it.
  void tell(HostListener listener) {
    long sequence = batch.firstSequence();
    int from = 0;
    for (int i = 0; i < count; i++) {
      DecodeResult why = malformed[i];
      if (why == null) {
        int events = commandEnds[i];
        listener.onCommand(sequence, told, from, events - from);
        listener.onApplied(tickets[i], sequence++, told, events, ends[i] - events);
      } else {
        listener.onMalformed(tickets[i], why);
      }
      from = ends[i];
    }
  }

  /// A venue's state.
  ///
  /// @param sequence the last command that it has seen
  record SavedState(long sequence, long hash, SnapshotBody body) {}
}
