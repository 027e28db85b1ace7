package org.plimsoll.journal;

import java.io.IOException;
import java.nio.file.Path;

/// Somebody else has the directory open for writing.
public final class DirectoryInUse extends IOException {
  private static final long serialVersionUID = 1;

  DirectoryInUse(Path directory, String where) {
    super(directory + " is open for writing " + where);
  }
}
