package org.plimsoll.server.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class StoreOnSqliteTest extends StoreRules {
  @TempDir private Path directory;

  @Override
  String url(String name) {
    return "jdbc:sqlite:" + directory.resolve(name + ".db");
  }
}
