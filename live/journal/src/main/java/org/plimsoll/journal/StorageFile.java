package org.plimsoll.journal;

import java.io.IOException;
import java.nio.ByteBuffer;

/// An open file of a [Storage].
public interface StorageFile extends AutoCloseable {
  /// Returns the length in bytes.
  long sizeBytes() throws IOException;

  /// Writes all that remains in `source` at `position`; beyond the end the file grows.
  void write(long position, ByteBuffer source) throws IOException;

  /// Fills what remains of `target` from `position`; fails if the file ends before.
  void read(long position, ByteBuffer target) throws IOException;

  /// Returns when all that was written to this file is durable, and its length with it.
  ///
  /// Whoever sees this fail must not call it again: the system may have forgotten which bytes it
  /// failed to write, and report success for nothing.
  void sync() throws IOException;

  @Override
  void close() throws IOException;
}
