package org.plimsoll.cluster;

import io.aeron.archive.checksum.Checksum;
import java.util.zip.CRC32C;
import org.agrona.concurrent.UnsafeBuffer;

/// CRC-32C of what a frame carries. Aeron's own reaches into the JDK for it and would need one more
/// flag on every command line. One instance serves one thread.
final class FrameChecksum implements Checksum {
  private final UnsafeBuffer memory = new UnsafeBuffer(0, 0);
  private final CRC32C crc = new CRC32C();
  private byte[] bytes = new byte[1 << 16];

  @Override
  public int compute(long address, int offset, int length) {
    if (length > bytes.length) {
      bytes = new byte[length];
    }
    memory.wrap(address + offset, length);
    memory.getBytes(0, bytes, 0, length);
    crc.reset();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }
}
