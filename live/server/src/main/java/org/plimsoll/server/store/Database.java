package org.plimsoll.server.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/// A database by its URL: SQLite in a file or PostgreSQL.
///
/// Neither waits for the disk when it commits. What a crash of the machine takes is the end of what
/// was told, and the position goes with it; the journal has it all.
record Database(String url) {
  private static final String SQLITE = "jdbc:sqlite:";
  private static final String POSTGRESQL = "jdbc:postgresql:";
  private static final String BUSY_MILLIS = "10000";

  Database {
    if (!url.startsWith(SQLITE) && !url.startsWith(POSTGRESQL)) {
      throw new StoreException(
          StoreException.Fault.UNREACHABLE,
          "a store is " + SQLITE + "FILE or " + POSTGRESQL + "//HOST/NAME");
    }
  }

  /// Opens a connection that writes.
  Connection writer() throws SQLException {
    Properties properties = new Properties();
    if (isSqlite()) {
      properties.setProperty("journal_mode", "WAL");
      properties.setProperty("synchronous", "NORMAL");
      properties.setProperty("busy_timeout", BUSY_MILLIS);
    } else {
      properties.setProperty("reWriteBatchedInserts", "true");
      properties.setProperty("options", "-c synchronous_commit=off");
    }
    Connection connection = DriverManager.getConnection(url, properties);
    connection.setAutoCommit(false);
    return connection;
  }

  /// Opens a connection that cannot write.
  Connection reader() throws SQLException {
    Properties properties = new Properties();
    if (isSqlite()) {
      properties.setProperty("busy_timeout", BUSY_MILLIS);
    }
    Connection connection = DriverManager.getConnection(url, properties);
    if (isSqlite()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA query_only = ON");
      }
    } else {
      connection.setReadOnly(true);
    }
    return connection;
  }

  private boolean isSqlite() {
    return url.startsWith(SQLITE);
  }
}
