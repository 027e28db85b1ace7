package org.plimsoll.server.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// What has been told and is not in the store yet. It is bounded in rows: whoever tells more waits.
///
/// A command that changes no row is as good as written once all before it are.
final class RowQueue {
  private final int rowsMax;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Told> waiting = new ArrayDeque<>();
  private long rowsWaiting;
  private long told;
  private long written;
  private long waitedNs;
  private boolean isClosed;

  RowQueue(int rowsMax, long position) {
    this.rowsMax = rowsMax;
    this.told = position;
    this.written = position;
  }

  /// Puts the next command's rows in, and waits while there is no room. A command with more rows
  /// than there is ever room for goes in alone. Once the queue is closed nothing goes in.
  void put(Told next) {
    lock.lock();
    try {
      long since = System.nanoTime();
      while (!isClosed && rowsWaiting > 0 && rowsWaiting + next.rows().size() > rowsMax) {
        changed.awaitUninterruptibly();
        waitedNs += System.nanoTime() - since;
        since = System.nanoTime();
      }
      if (isClosed) {
        return;
      }
      told = next.sequence();
      if (!next.rows().isEmpty()) {
        waiting.add(next);
        rowsWaiting += next.rows().size();
      } else if (rowsWaiting == 0) {
        written = told;
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Takes what waits, in order, and waits until there is something. It counts as waiting until
  /// [#written].
  ///
  /// @return nothing if the queue is closed and empty
  List<Told> take(int commandsMax) {
    lock.lock();
    try {
      while (waiting.isEmpty() && !isClosed) {
        changed.awaitUninterruptibly();
      }
      List<Told> batch = new ArrayList<>();
      while (!waiting.isEmpty() && batch.size() < commandsMax) {
        batch.add(waiting.remove());
      }
      return batch;
    } finally {
      lock.unlock();
    }
  }

  /// A batch is in the store.
  void written(List<Told> batch) {
    lock.lock();
    try {
      rowsWaiting -= batch.stream().mapToLong(each -> each.rows().size()).sum();
      written = rowsWaiting == 0 ? told : batch.getLast().sequence();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Takes nothing in any more; what waits can still be taken.
  void close() {
    lock.lock();
    try {
      isClosed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Takes nothing in any more, and forgets what waits.
  void abandon() {
    lock.lock();
    try {
      waiting.clear();
      close();
    } finally {
      lock.unlock();
    }
  }

  /// Waits until a command is in the store.
  ///
  /// @return whether it is; not if it has taken too long or the queue was closed
  boolean await(long sequence, long timeoutNs) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = timeoutNs;
      while (written < sequence && !isClosed && left > 0) {
        left = changed.awaitNanos(left);
      }
      return written >= sequence;
    } finally {
      lock.unlock();
    }
  }

  /// Returns the last command that is in the store with all before it.
  long position() {
    lock.lock();
    try {
      return written;
    } finally {
      lock.unlock();
    }
  }

  long rowsWaiting() {
    lock.lock();
    try {
      return rowsWaiting;
    } finally {
      lock.unlock();
    }
  }

  long waitedNs() {
    lock.lock();
    try {
      return waitedNs;
    } finally {
      lock.unlock();
    }
  }
}
