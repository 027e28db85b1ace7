package org.plimsoll.server.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/// Schemas of a real PostgreSQL: of the one that the system property `plimsoll.postgres` names,
/// such as `jdbc:postgresql://localhost/plimsoll?user=plimsoll`, else of one that this JVM starts
/// and ends.
public final class Postgres implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static String server = System.getProperty("plimsoll.postgres", "");

  private final Set<String> schemas = new LinkedHashSet<>();

  /// Returns the URL of a schema of its own, the same for the same name.
  public String url(String name) throws IOException, SQLException {
    String schema = "store_test_" + name.replaceAll("[^a-z0-9]", "_");
    if (schemas.add(schema)) {
      Dump.change(server(), "DROP SCHEMA IF EXISTS " + schema + " CASCADE");
      Dump.change(server(), "CREATE SCHEMA " + schema);
    }
    return server() + (server().contains("?") ? "&" : "?") + "currentSchema=" + schema;
  }

  /// Drops them.
  @Override
  public void close() throws IOException, SQLException {
    for (String schema : schemas) {
      Dump.change(server(), "DROP SCHEMA " + schema + " CASCADE");
    }
    schemas.clear();
  }

  /// It ends with the JVM.
  private static synchronized String server() throws IOException {
    if (server.isEmpty()) {
      EmbeddedPostgres started = EmbeddedPostgres.builder().setPGStartupWait(PATIENCE).start();
      server = started.getJdbcUrl("postgres", "postgres");
    }
    return server;
  }
}
