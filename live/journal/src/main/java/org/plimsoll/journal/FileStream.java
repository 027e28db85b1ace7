package org.plimsoll.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/// A part of a file as a stream. Closing it closes the file.
final class FileStream extends InputStream {
  private final StorageFile file;
  private final long end;
  private long position;

  FileStream(StorageFile file, long position, long length) {
    this.file = file;
    this.position = position;
    this.end = position + length;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (position == end && length > 0) {
      return -1;
    }
    int count = (int) Math.min(length, end - position);
    file.read(position, ByteBuffer.wrap(target, offset, count));
    position += count;
    return count;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
