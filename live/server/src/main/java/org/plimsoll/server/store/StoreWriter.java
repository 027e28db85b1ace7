package org.plimsoll.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The one connection that writes. A batch is one transaction, and how far it goes is part of it.
final class StoreWriter implements AutoCloseable {
  private final Connection connection;
  private final Map<Statement, PreparedStatement> prepared = new EnumMap<>(Statement.class);
  private long sequence;
  private long fingerprint;

  private StoreWriter(Connection connection) {
    this.connection = connection;
  }

  /// Opens a database, and makes its tables if need be.
  static StoreWriter open(Database database) throws SQLException {
    Connection connection = database.writer();
    try {
      Migrations.apply(connection);
      StoreWriter writer = new StoreWriter(connection);
      writer.readProgress();
      return writer;
    } catch (SQLException | StoreException e) {
      connection.close();
      throw e;
    }
  }

  /// Returns the last command whose rows are there.
  long sequence() {
    return sequence;
  }

  /// Returns the fingerprint of the history up to it.
  long fingerprint() {
    return fingerprint;
  }

  /// Writes all of a batch or nothing.
  void write(List<Told> batch) throws SQLException {
    try {
      for (Map.Entry<Statement, List<Row>> rows : byStatement(batch).entrySet()) {
        insert(rows.getKey(), rows.getValue());
      }
      Told last = batch.getLast();
      writeProgress(last.sequence(), last.fingerprint());
      connection.commit();
    } catch (SQLException e) {
      rollBack(e);
      throw e;
    }
  }

  private void rollBack(SQLException why) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      why.addSuppressed(e);
    }
  }

  private static Map<Statement, List<Row>> byStatement(List<Told> batch) {
    Map<Statement, List<Row>> rows = new EnumMap<>(Statement.class);
    for (Told told : batch) {
      for (Row row : told.rows()) {
        rows.computeIfAbsent(row.statement(), _ -> new ArrayList<>()).add(row);
      }
    }
    rows.replaceAll((statement, all) -> statement.keys() == 0 ? all : lastOfEach(all));
    return rows;
  }

  /// Of rows that replace each other the last is enough; PostgreSQL refuses more of them at once.
  private static List<Row> lastOfEach(List<Row> rows) {
    Map<List<@Nullable Object>, Row> last = new LinkedHashMap<>();
    for (Row row : rows) {
      last.put(row.values().subList(0, row.statement().keys()), row);
    }
    return List.copyOf(last.values());
  }

  private void insert(Statement statement, List<Row> rows) throws SQLException {
    PreparedStatement insert = prepared.get(statement);
    if (insert == null) {
      insert = connection.prepareStatement(statement.sql());
      prepared.put(statement, insert);
    }
    for (Row row : rows) {
      List<@Nullable Object> values = row.values();
      for (int i = 0; i < values.size(); i++) {
        insert.setObject(i + 1, values.get(i));
      }
      insert.addBatch();
    }
    insert.executeBatch();
  }

  private void readProgress() throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement("SELECT sequence, fingerprint FROM progress");
        ResultSet found = select.executeQuery()) {
      found.next();
      sequence = found.getLong(1);
      fingerprint = found.getLong(2);
    }
    connection.commit();
  }

  /// Nobody else may have written meanwhile: two venues would make one history of both.
  private void writeProgress(long nextSequence, long nextFingerprint) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE progress SET sequence = ?, fingerprint = ?"
                + " WHERE sequence = ? AND fingerprint = ?")) {
      update.setLong(1, nextSequence);
      update.setLong(2, nextFingerprint);
      update.setLong(3, sequence);
      update.setLong(4, fingerprint);
      if (update.executeUpdate() != 1) {
        throw new SQLException("somebody else writes to this store");
      }
    }
    sequence = nextSequence;
    fingerprint = nextFingerprint;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
