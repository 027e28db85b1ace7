package org.plimsoll.journal;

import java.io.IOException;
import java.io.OutputStream;

/// A state that can write itself. The journal reads nothing in it.
@FunctionalInterface
public interface SnapshotBody {
  /// Writes all of it.
  void writeTo(OutputStream out) throws IOException;
}
