package org.plimsoll.server.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// The same rules on the PostgreSQL that a system property names, such as
/// `jdbc:postgresql://localhost/plimsoll?user=plimsoll`. Each store gets a schema of its own there.
@EnabledIfSystemProperty(named = "plimsoll.postgres", matches = "jdbc:postgresql:.+")
class StoreOnPostgresqlTest extends StoreRules {
  private final List<String> schemas = new ArrayList<>();

  @Override
  String url(String name) throws SQLException {
    String schema = "store_test_" + name.replaceAll("[^a-z0-9]", "_");
    if (!schemas.contains(schema)) {
      schemas.add(schema);
      Dump.change(server(), "DROP SCHEMA IF EXISTS " + schema + " CASCADE");
      Dump.change(server(), "CREATE SCHEMA " + schema);
    }
    return server() + (server().contains("?") ? "&" : "?") + "currentSchema=" + schema;
  }

  @AfterEach
  void dropSchemas() throws SQLException {
    for (String schema : schemas) {
      Dump.change(server(), "DROP SCHEMA " + schema + " CASCADE");
    }
  }

  private static String server() {
    return System.getProperty("plimsoll.postgres", "");
  }
}
