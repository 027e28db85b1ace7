package org.plimsoll.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.plimsoll.server.store.StoreException.Fault;

/// A few connections that read, each for one question at a time.
final class Readers implements AutoCloseable {
  private static final int CONNECTIONS_MAX = 4;
  private static final long WAIT_SECONDS = 10;

  private final Database database;
  private final Semaphore free = new Semaphore(CONNECTIONS_MAX, true);
  private final Deque<Connection> idle = new ArrayDeque<>();
  private boolean isClosed;

  Readers(Database database) {
    this.database = database;
  }

  /// A question to the database.
  interface Question<T> {
    T ask(Connection connection) throws SQLException;
  }

  /// Asks, and waits for the answer.
  ///
  /// @throws StoreException if there is none
  <T> T ask(Question<T> question) {
    acquire();
    try {
      Connection connection = take();
      T answer;
      try {
        answer = question.ask(connection);
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
      giveBack(connection);
      return answer;
    } catch (SQLException e) {
      throw new StoreException(Fault.UNREADABLE, "the store did not answer: " + e.getMessage(), e);
    } finally {
      free.release();
    }
  }

  private void acquire() {
    try {
      if (free.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new StoreException(Fault.UNREADABLE, "the store has too much to answer");
  }

  private Connection take() throws SQLException {
    synchronized (idle) {
      if (isClosed) {
        throw new SQLException("it is closed");
      }
      if (!idle.isEmpty()) {
        return idle.remove();
      }
    }
    return database.reader();
  }

  private void giveBack(Connection connection) throws SQLException {
    synchronized (idle) {
      if (!isClosed) {
        idle.add(connection);
        return;
      }
    }
    connection.close();
  }

  @Override
  public void close() throws SQLException {
    synchronized (idle) {
      isClosed = true;
      for (Connection connection : idle) {
        connection.close();
      }
      idle.clear();
    }
  }
}
