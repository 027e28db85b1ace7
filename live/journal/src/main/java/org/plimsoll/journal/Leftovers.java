package org.plimsoll.journal;

import java.io.IOException;

/// Files that were never finished. They were promised to nobody.
final class Leftovers {
  private Leftovers() {}

  static void delete(Storage storage) throws IOException {
    for (String name : storage.list()) {
      if (name.endsWith(FileName.PART)) {
        storage.delete(name);
      }
    }
  }
}
