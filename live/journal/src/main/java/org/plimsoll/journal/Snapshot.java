package org.plimsoll.journal;

import java.io.IOException;
import java.io.InputStream;

/// A state that stands in for all records up to `sequence`; its file was read and found whole.
///
/// @param sequence the number of the last record that the state has seen
/// @param stateHash what the state said of itself; whoever loads it compares
/// @param bodyBytes its length
public record Snapshot(long sequence, long stateHash, long bodyBytes) {
  /// Opens the body.
  public InputStream open(Storage storage) throws IOException {
    return new FileStream(
        storage.openToRead(FileName.snapshot(sequence)), SnapshotHeader.BYTES, bodyBytes);
  }
}
