package org.plimsoll.server.store;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;

/// The same rules on PostgreSQL.
@Tag("database")
class StoreOnPostgresqlTest extends StoreRules {
  private final Postgres postgres = new Postgres();

  @Override
  String url(String name) throws Exception {
    return postgres.url(name);
  }

  @AfterEach
  void dropSchemas() throws Exception {
    postgres.close();
  }
}
