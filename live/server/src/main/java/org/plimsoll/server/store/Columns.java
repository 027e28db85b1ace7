package org.plimsoll.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// The columns of a row, one after the other.
final class Columns {
  private final ResultSet row;
  private int last;

  Columns(ResultSet row) {
    this.row = row;
  }

  long number() throws SQLException {
    return row.getLong(++last);
  }

  int integer() throws SQLException {
    return row.getInt(++last);
  }

  boolean flag() throws SQLException {
    return row.getBoolean(++last);
  }

  <E extends Enum<E>> E word(Class<E> type) throws SQLException {
    return Enum.valueOf(type, row.getString(++last));
  }

  Optional<String> textIfAny() throws SQLException {
    return Optional.ofNullable(row.getString(++last));
  }

  <E extends Enum<E>> Optional<E> wordIfAny(Class<E> type) throws SQLException {
    return textIfAny().map(name -> Enum.valueOf(type, name));
  }

  OptionalLong numberIfAny() throws SQLException {
    long value = number();
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
  }

  OptionalInt integerIfAny() throws SQLException {
    int value = integer();
    return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
  }
}
