package org.plimsoll.journal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/// Writes the body of a snapshot in large pieces, and counts and sums it on the way.
final class SnapshotOutput extends OutputStream {
  private static final int PIECE_BYTES = 1 << 20;

  private final StorageFile file;
  private final CRC32C crc = new CRC32C();
  private final ByteBuffer piece = ByteBuffer.allocate(PIECE_BYTES);
  private long length;

  SnapshotOutput(StorageFile file) {
    this.file = file;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] source, int offset, int count) throws IOException {
    int done = 0;
    while (done < count) {
      int part = Math.min(count - done, piece.remaining());
      piece.put(source, offset + done, part);
      done += part;
      if (!piece.hasRemaining()) {
        flush();
      }
    }
  }

  @Override
  public void flush() throws IOException {
    piece.flip();
    if (piece.hasRemaining()) {
      crc.update(piece.duplicate());
      int count = piece.remaining();
      file.write(SnapshotHeader.BYTES + length, piece);
      length += count;
    }
    piece.clear();
  }

  long length() {
    return length;
  }

  int crc() {
    return (int) crc.getValue();
  }
}
