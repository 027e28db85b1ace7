package org.plimsoll.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Which rows of a table are meant, and reading them.
final class Filter<T extends Kept> {
  private final Table<T> table;
  private final List<String> conditions = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();

  Filter(Table<T> table) {
    this.table = table;
  }

  /// Requires a condition with places for the values.
  Filter<T> where(String condition, Object... asked) {
    conditions.add(condition);
    values.addAll(List.of(asked));
    return this;
  }

  /// Requires a column to have a value, if there is one to have.
  Filter<T> where(String column, OptionalInt asked) {
    if (asked.isPresent()) {
      where(column + " = ?", asked.getAsInt());
    }
    return this;
  }

  /// Reads the part of the rows that a span means.
  Page<T> page(Connection connection, Span span) throws SQLException {
    boolean up = span.isAscending();
    where(
        up ? "(time_ns, id) > (?, ?) AND time_ns <= ?" : "(time_ns, id) < (?, ?) AND time_ns >= ?",
        up ? span.fromNs() : span.toNs(),
        span.beyondId(),
        up ? span.toNs() : span.fromNs());
    String order = up ? "time_ns, id" : "time_ns DESC, id DESC";
    List<T> rows = read(connection, order + " LIMIT " + (span.limit() + 1));
    boolean hasMore = rows.size() > span.limit();
    return new Page<>(List.copyOf(hasMore ? rows.subList(0, span.limit()) : rows), hasMore);
  }

  /// Reads all of the rows, by their numbers.
  List<T> all(Connection connection) throws SQLException {
    return List.copyOf(read(connection, "id"));
  }

  /// Reads the last of the rows.
  Optional<T> last(Connection connection) throws SQLException {
    return read(connection, "id DESC LIMIT 1").stream().findFirst();
  }

  private List<T> read(Connection connection, String order) throws SQLException {
    String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    String sql =
        "SELECT %s FROM %s%s ORDER BY %s".formatted(table.columns(), table.name(), where, order);
    List<T> rows = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        select.setObject(i + 1, values.get(i));
      }
      try (ResultSet found = select.executeQuery()) {
        while (found.next()) {
          rows.add(table.reading().read(new Columns(found)));
        }
      }
    }
    return rows;
  }
}
