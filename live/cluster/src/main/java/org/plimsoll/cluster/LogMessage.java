package org.plimsoll.cluster;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32C;
import org.agrona.concurrent.UnsafeBuffer;

/// What a session said, as the log has it.
///
/// @param from where its frame begins in the log
/// @param position where the log ends with it
/// @param session who said it
/// @param timeMs when the leader put it into the log, in milliseconds since 1970
/// @param bytes what was said
@SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
record LogMessage(long from, long position, long session, long timeMs, byte[] bytes) {
  /// Returns what it says; empty if it is nothing that this version knows.
  Optional<Ingress> ingress() {
    return Ingress.read(new UnsafeBuffer(bytes), 0, bytes.length);
  }

  long timeNs() {
    return TimeUnit.MILLISECONDS.toNanos(timeMs);
  }

  /// Returns a checksum over all of it, by which two logs can be told apart.
  int checksum() {
    ByteBuffer head = ByteBuffer.allocate(4 * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    head.putLong(from).putLong(position).putLong(session).putLong(timeMs).flip();
    CRC32C checksum = new CRC32C();
    checksum.update(head);
    checksum.update(bytes);
    return (int) checksum.getValue();
  }
}
