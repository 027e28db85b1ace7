package org.plimsoll.server.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plimsoll.server.exchange.Follower;
import org.plimsoll.server.exchange.Happening;
import org.plimsoll.server.store.StoreException.Fault;
import org.plimsoll.venue.VenueView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What happened at the venue, in tables, for whoever asks later.
///
/// It follows history from its first command. One thread writes what it does not have yet, and how
/// far it got is in the same transaction as the rows; so it can be killed at any time and goes on
/// where it was. Deleting it loses nothing. While the database is slower than the venue, the reader
/// of the venue waits; if the database fails, the store stops and says why, and the venue goes on.
///
/// A store that tells another history than the journal is never written to and never emptied: it
/// may be another venue's. It stops, and whoever knows better deletes it.
public final class Store implements Follower, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Store.class);
  private static final int ROWS_MAX = 1 << 17;
  private static final int BATCH_COMMANDS = 1 << 12;

  private final StoreWriter writer;
  private final Readers readers;
  private final RowQueue queue;
  private final Projections projections = new Projections();
  private final Fingerprint fingerprint = new Fingerprint();
  private final long has;
  private final long hasFingerprint;
  private final Thread thread = new Thread(this::write, "plimsoll-store");
  private volatile @Nullable String trouble;

  private Store(Database database, StoreWriter writer) {
    this.writer = writer;
    this.has = writer.sequence();
    this.hasFingerprint = writer.fingerprint();
    this.queue = new RowQueue(ROWS_MAX, has);
    this.readers = new Readers(database);
  }

  /// Opens a store, or makes a new one.
  ///
  /// @param url `jdbc:sqlite:FILE` or `jdbc:postgresql://HOST/NAME`
  /// @throws StoreException if it cannot be opened, or a later version of the program has made it
  public static Store open(String url) {
    Database database = new Database(url);
    try {
      Store store = new Store(database, StoreWriter.open(database));
      store.thread.setDaemon(true);
      store.thread.start();
      return store;
    } catch (SQLException e) {
      throw new StoreException(
          Fault.UNREACHABLE, "the store cannot be opened: " + e.getMessage(), e);
    }
  }

  @Override
  public void on(Happening happening, VenueView view) {
    if (trouble != null) {
      return;
    }
    long sequence = happening.sequence();
    fingerprint.add(happening.events());
    if (sequence == has && fingerprint.value() != hasFingerprint) {
      stop(
          "the store tells another history than the journal up to command %d: it is another"
                  .formatted(has)
              + " venue's, or the journal was put back; if it is this venue's, delete it, and it is"
              + " made again");
      return;
    }
    List<Row> rows = projections.rows(happening, view.clockNs(), sequence > has);
    if (sequence > has) {
      queue.put(new Told(sequence, fingerprint.value(), rows));
    }
  }

  @Override
  public void onLive(VenueView view) {
    if (view.sequence() < has) {
      stop(
          "the store has %d commands and the journal %d: it is another venue's, or the journal was"
                  .formatted(has, view.sequence())
              + " put back; if it is this venue's, delete it, and it is made again");
    }
  }

  private void write() {
    try {
      List<Told> batch = queue.take(BATCH_COMMANDS);
      while (!batch.isEmpty()) {
        writer.write(batch);
        queue.written(batch);
        batch = queue.take(BATCH_COMMANDS);
      }
    } catch (SQLException | RuntimeException e) {
      stop("the store cannot be written to: " + e.getMessage());
    }
  }

  private void stop(String why) {
    trouble = why;
    LOG.error("the store has stopped: {}", why);
    queue.abandon();
  }

  /// Waits until the rows of a command can be read, so that whoever got an answer finds what it
  /// did.
  ///
  /// @throws StoreException if the store has stopped, or is not there in time
  public void awaitPosition(long sequence, Duration timeout) {
    requireSound();
    try {
      if (queue.await(sequence, timeout.toNanos())) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    requireSound();
    throw new StoreException(
        Fault.BEHIND, "the store has command %d and not yet %d".formatted(position(), sequence));
  }

  /// Returns the reads.
  public Queries queries() {
    return new Queries(this);
  }

  /// Returns how it is doing.
  public StoreStatus status() {
    return new StoreStatus(position(), queue.rowsWaiting(), queue.waitedNs(), trouble());
  }

  /// Returns why it has stopped; empty if all is well.
  public Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  private long position() {
    return queue.position();
  }

  /// Asks the database.
  ///
  /// @throws StoreException if it does not answer, or what it has may be out of date
  <T> T ask(Readers.Question<T> question) {
    requireSound();
    return readers.ask(question);
  }

  private void requireSound() {
    String why = trouble;
    if (why != null) {
      throw new StoreException(Fault.STOPPED, why);
    }
  }

  /// Writes what it was told, and closes the database.
  @Override
  public void close() {
    queue.close();
    try {
      thread.join();
      readers.close();
      writer.close();
    } catch (SQLException e) {
      stop("the store cannot be closed: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
