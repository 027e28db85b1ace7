package org.plimsoll.cluster;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/// What a learner remembers, so that it goes on where it was (docs/reference/cluster.md).
///
/// @param from where its last message begins in the log; 0 if it has had none
/// @param position where that message ends
/// @param checksum of that message, by which it knows the log again
/// @param snapshot of everything that is replicated
@SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
record LearnerState(long from, long position, int checksum, byte[] snapshot) {
  private static final int LAYOUT = 1;

  /// The letters `PLIMLRNR`, the first one in the lowest byte.
  private static final long MAGIC = 0x524E_524C_4D49_4C50L;

  private static final int HEADER = 40; // magic, layout, sum, from, position, checksum, nothing

  byte[] toBytes() {
    ByteBuffer bytes = ByteBuffer.allocate(HEADER + snapshot.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(MAGIC).putInt(LAYOUT).putInt(0).putLong(from).putLong(position);
    bytes.putInt(checksum).putInt(0).put(snapshot);
    bytes.putInt(Long.BYTES + Integer.BYTES, sum(bytes.array()));
    return bytes.array();
  }

  /// Reads what [#toBytes] has written.
  ///
  /// @throws NodeRefusal if it is something else
  static LearnerState of(byte[] bytes) throws NodeRefusal {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.length < HEADER || in.getLong() != MAGIC) {
      throw new NodeRefusal("what was learned of the cluster is not there: the file is none");
    }
    int layout = in.getInt();
    if (layout != LAYOUT) {
      throw new NodeRefusal("it has layout " + layout + ", and this is known: " + LAYOUT);
    }
    if (in.getInt() != sum(bytes)) {
      throw new NodeRefusal("it has been damaged: its checksum differs");
    }
    long from = in.getLong();
    long position = in.getLong();
    int checksum = in.getInt();
    byte[] snapshot = new byte[bytes.length - HEADER];
    in.position(HEADER).get(snapshot);
    return new LearnerState(from, position, checksum, snapshot);
  }

  private static int sum(byte[] bytes) {
    CRC32C sum = new CRC32C();
    sum.update(
        bytes, Long.BYTES + 2 * Integer.BYTES, bytes.length - Long.BYTES - 2 * Integer.BYTES);
    return (int) sum.getValue();
  }
}
