package org.plimsoll.server.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// Makes the tables, and makes those of an earlier version into those of this one.
///
/// A file `V<n>__<what>.sql` leads from version n - 1 to n. Released ones never change. One that
/// cannot make its rows out of those that are there deletes the rows and sets the progress back to
/// 0, and the journal tells it all again.
final class Migrations {
  private static final List<String> FILES = List.of("V1__history.sql");

  private Migrations() {}

  /// Brings a database to this version, one transaction for each step.
  ///
  /// @throws StoreException if it is of a later version
  static void apply(Connection connection) throws SQLException {
    int version = version(connection);
    if (version > FILES.size()) {
      throw new StoreException(
          StoreException.Fault.TOO_NEW,
          "the store is of version %d and this program knows %d: use the later program, or delete"
                  .formatted(version, FILES.size())
              + " the store; it is made again from the journal");
    }
    for (int next = version + 1; next <= FILES.size(); next++) {
      try (Statement statement = connection.createStatement()) {
        for (String sql : text(FILES.get(next - 1)).split(";\\R")) {
          if (!sql.isBlank()) {
            statement.execute(sql);
          }
        }
      }
      record(connection, next);
      connection.commit();
    }
  }

  private static int version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE IF NOT EXISTS migration"
              + " (version INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL)");
      connection.commit();
      try (ResultSet found =
          statement.executeQuery("SELECT COALESCE(MAX(version), 0) FROM migration")) {
        found.next();
        return found.getInt(1);
      }
    }
  }

  private static void record(Connection connection, int version) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO migration (version, name) VALUES (?, ?)")) {
      insert.setInt(1, version);
      insert.setString(2, FILES.get(version - 1));
      insert.executeUpdate();
    }
  }

  private static String text(String name) {
    try (InputStream file = Migrations.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*$", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
