package org.plimsoll.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The next segment, before it is one: a file that is filled with zeros, slice by slice, and
/// synced.
///
/// Written and not merely reserved, because a sync of a file that neither grows nor gets its first
/// bytes costs a third or less. In slices, so that no commit waits for a whole file.
final class Spare {
  static final String NAME = "next" + FileName.PART;

  /// Smaller ones cost more syncs of a growing file, larger ones keep a commit waiting.
  private static final int SLICE_BYTES = 4 << 20;

  private static final ByteBuffer ZEROS = ByteBuffer.allocateDirect(1 << 20).asReadOnlyBuffer();

  private final Storage storage;
  private final long bytes;
  private @Nullable StorageFile file;
  private long written;

  Spare(Storage storage, long bytes) {
    this.storage = storage;
    this.bytes = bytes;
  }

  boolean isReady() {
    return file != null && written == bytes;
  }

  /// Makes one slice more, durable.
  void step() throws IOException {
    if (isReady()) {
      return;
    }
    StorageFile growing = file == null ? begin() : file;
    long end = Math.min(bytes, written + SLICE_BYTES);
    for (long at = written; at < end; at += ZEROS.capacity()) {
      growing.write(at, ZEROS.duplicate().limit((int) Math.min(ZEROS.capacity(), end - at)));
    }
    growing.sync();
    written = end;
  }

  private StorageFile begin() throws IOException {
    delete();
    StorageFile created = storage.create(NAME);
    file = created;
    written = 0;
    return created;
  }

  void finish() throws IOException {
    while (!isReady()) {
      step();
    }
  }

  /// Hands over the finished file, still under the spare's name.
  StorageFile take() throws IOException {
    finish();
    StorageFile taken = Objects.requireNonNull(file);
    file = null;
    return taken;
  }

  /// Gives up what there is, after a failure. The file goes before the next attempt.
  void discard() {
    StorageFile given = file;
    file = null;
    written = 0;
    try {
      if (given != null) {
        given.close();
      }
    } catch (IOException alsoLost) {
      // The file is worth nothing whether or not it could be closed.
    }
  }

  /// Removes the file, if there is one under this name.
  void delete() throws IOException {
    discard();
    if (storage.list().contains(NAME)) {
      storage.delete(NAME);
    }
  }
}
