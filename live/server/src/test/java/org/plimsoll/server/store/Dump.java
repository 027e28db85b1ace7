package org.plimsoll.server.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// All that a store holds, besides how far it is.
final class Dump {
  private static final List<String> OWN = List.of("migration", "progress");

  private Dump() {}

  /// Returns a line for each row.
  static List<String> of(String url) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      for (String table : tables(connection)) {
        List<String> rows = new ArrayList<>();
        try (ResultSet found = statement.executeQuery("SELECT * FROM " + table)) {
          int columns = found.getMetaData().getColumnCount();
          while (found.next()) {
            StringBuilder line = new StringBuilder(table);
            for (int i = 1; i <= columns; i++) {
              line.append(' ').append(found.getString(i));
            }
            rows.add(line.toString());
          }
        }
        rows.sort(null);
        lines.addAll(rows);
      }
    }
    return lines;
  }

  /// Returns what one question answers with, as one number.
  static long number(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      found.next();
      return found.getLong(1);
    }
  }

  static void change(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// Returns the names of the tables of history.
  static List<String> tables(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url)) {
      return tables(connection);
    }
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet found =
        connection
            .getMetaData()
            .getTables(null, connection.getSchema(), "%", new String[] {"TABLE"})) {
      while (found.next()) {
        String name = found.getString("TABLE_NAME");
        if (!OWN.contains(name) && !name.startsWith("sqlite")) {
          tables.add(name);
        }
      }
    }
    tables.sort(null);
    return tables;
  }
}
