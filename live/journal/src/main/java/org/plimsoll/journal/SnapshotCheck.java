package org.plimsoll.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/// Reads one snapshot from end to end.
final class SnapshotCheck {
  private static final int PIECE_BYTES = 1 << 20;

  private SnapshotCheck() {}

  /// The snapshot, if it is whole.
  static Optional<Snapshot> read(Storage storage, JournalId id, long sequence)
      throws IOException, RefusalFound {
    String name = FileName.snapshot(sequence);
    try (StorageFile file = storage.openToRead(name)) {
      if (file.sizeBytes() < SnapshotHeader.BYTES) {
        return Optional.empty();
      }
      ByteBuffer bytes = LittleEndian.allocate(SnapshotHeader.BYTES);
      file.read(0, bytes);
      SnapshotHeader header = SnapshotHeader.read(bytes);
      if (header == null || header.bodyBytes() != file.sizeBytes() - SnapshotHeader.BYTES) {
        return Optional.empty();
      }
      requireOurs(header, id, name);
      return header.sequence() == sequence && crc(file, header.bodyBytes()) == header.bodyCrc()
          ? Optional.of(new Snapshot(sequence, header.stateHash(), header.bodyBytes()))
          : Optional.empty();
    }
  }

  private static void requireOurs(SnapshotHeader header, JournalId id, String name)
      throws RefusalFound {
    if (header.version() != SnapshotHeader.VERSION) {
      throw new RefusalFound(
          Damage.UNKNOWN_VERSION, name, 0, "it has format version " + header.version());
    }
    if (!header.id().equals(id)) {
      throw new RefusalFound(Damage.FOREIGN, name, 0, "it is of journal " + header.id());
    }
  }

  private static int crc(StorageFile file, long bodyBytes) throws IOException {
    CRC32C crc = new CRC32C();
    byte[] piece = new byte[(int) Math.min(PIECE_BYTES, Math.max(1, bodyBytes))];
    try (InputStream body = new FileStream(file, SnapshotHeader.BYTES, bodyBytes)) {
      for (int count = body.read(piece); count > 0; count = body.read(piece)) {
        crc.update(piece, 0, count);
      }
    }
    return (int) crc.getValue();
  }
}
