package org.plimsoll.server.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plimsoll.host.HostRefusal;
import org.plimsoll.host.Replay;
import org.plimsoll.journal.DiskStorage;
import org.plimsoll.journal.JournalException;
import org.plimsoll.protocol.EventRecorder;
import org.plimsoll.venue.Venue;
import org.plimsoll.venue.VenueView;

/// The venue as it was after any command of its history: the journal is gone through again, beside
/// the venue that runs. On the way snapshots are kept, so that the next look is quick.
public final class Rewind implements AutoCloseable {
  private static final int WAITING_MAX = 8;
  private static final long PATIENCE_S = 10;
  private static final long FIRST_INTERVAL = 1 << 10;
  private static final long KEPT_BYTES_MAX = 1 << 27;

  private final Path journal;
  private final TreeMap<Long, Frozen> kept = new TreeMap<>();
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING_MAX),
          Thread.ofPlatform().name("plimsoll-rewind").daemon().factory());
  private long interval = FIRST_INTERVAL;
  private @Nullable DiskStorage storage;
  private @Nullable Replay replay;

  /// Creates one.
  ///
  /// @param journal the directory of a journal, which somebody may be writing
  public Rewind(Path journal) {
    this.journal = journal;
  }

  /// A look that came to nothing, with a sentence for whoever asked.
  public static final class Lost extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean isLater;

    Lost(String sentence, boolean isLater) {
      super(sentence);
      this.isLater = isLater;
    }

    /// Returns whether it may work later.
    public boolean isLater() {
      return isLater;
    }
  }

  /// Asks the venue as it was after a command.
  ///
  /// @param question answered by a thread of this object's; it must not return the view
  /// @throws Lost if the journal does not have that command, or many others ask, or it takes too
  ///   long: then going there continues, and asking again helps
  public <T> T at(long sequence, Function<VenueView, T> question) throws Lost {
    return ask(() -> question.apply(to(sequence).venue().view()));
  }

  /// Returns the venue as it was after a command, to go on from there another way.
  ///
  /// @throws Lost as [#at]
  public Frozen freeze(long sequence) throws Lost {
    return ask(() -> {
      Replay way = to(sequence);
      return Frozen.of(way.venue(), way.limits());
    });
  }

  /// Goes through all of the history, however long it takes, and returns its last command.
  ///
  /// @throws Lost if it cannot be trusted, or has no command
  public long last() throws Lost {
    try {
      long last = ask(() -> open().lastSequence());
      while (true) {
        try {
          return at(last, VenueView::sequence);
        } catch (Lost lost) {
          if (!lost.isLater()) {
            throw lost;
          }
        }
      }
    } catch (CompletionException wrong) {
      if (wrong.getCause() instanceof NoSuchFileException missing) {
        throw new Lost("there is no " + missing.getMessage(), false);
      }
      if (wrong.getCause() instanceof JournalException damaged) {
        throw new Lost(String.valueOf(damaged.getMessage()), false);
      }
      throw wrong;
    }
  }

  private interface Look<T> {
    T at() throws HostRefusal, IOException;
  }

  private <T> T ask(Look<T> look) throws Lost {
    CompletableFuture<T> answer = new CompletableFuture<>();
    try {
      thread.execute(() -> {
        try {
          answer.complete(look.at());
        } catch (HostRefusal | IOException | RuntimeException wrong) {
          forget();
          answer.completeExceptionally(wrong);
        }
      });
      return answer.orTimeout(PATIENCE_S, TimeUnit.SECONDS).join();
    } catch (RejectedExecutionException full) {
      throw new Lost("as many look into the past as may; try again", true);
    } catch (CompletionException wrong) {
      if (wrong.getCause() instanceof TimeoutException) {
        throw new Lost("it is a long way there; ask again", true);
      }
      if (wrong.getCause() instanceof HostRefusal refusal) {
        throw new Lost(String.valueOf(refusal.getMessage()), false);
      }
      throw wrong;
    }
  }

  private Replay to(long sequence) throws HostRefusal, IOException {
    Replay way = from(sequence);
    while (way.venue().view().sequence() < sequence) {
      if (!way.next()) {
        throw new HostRefusal("the journal ends with command " + way.venue().view().sequence());
      }
      keep(way);
    }
    return way;
  }

  /// Returns a replay that is before the command or at it: the one that is open, or from a snapshot
  /// that is nearer, or from the beginning.
  private Replay from(long sequence) throws HostRefusal, IOException {
    Replay way = replay;
    long at = way == null ? -1 : way.venue().view().sequence();
    Map.Entry<Long, Frozen> near = kept.floorEntry(sequence);
    if (way != null && at <= sequence && (near == null || near.getKey() <= at)) {
      return sequence <= way.lastSequence() ? way : behind(way.venue());
    }
    if (near != null) {
      return behind(near.getValue().thaw(new EventRecorder(_ -> {})));
    }
    Replay first = open();
    if (first.venue().view().sequence() > sequence) {
      throw new HostRefusal("command " + sequence + " is no longer kept");
    }
    return first;
  }

  private Replay open() throws HostRefusal, IOException {
    return opened(files -> Replay.longest(files, new EventRecorder(_ -> {})));
  }

  private Replay behind(Venue venue) throws HostRefusal, IOException {
    return opened(files -> Replay.behind(files, venue));
  }

  private interface Opening {
    Replay of(DiskStorage files) throws HostRefusal, IOException;
  }

  private Replay opened(Opening opening) throws HostRefusal, IOException {
    forget();
    DiskStorage files = DiskStorage.openToRead(journal);
    storage = files;
    Replay opened = opening.of(files);
    replay = opened;
    return opened;
  }

  /// Keeps a snapshot each so many commands, and every second one where there is no room for all.
  private void keep(Replay way) {
    long sequence = way.venue().view().sequence();
    if (sequence % interval == 0 && !kept.containsKey(sequence)) {
      kept.put(sequence, Frozen.of(way.venue(), way.limits()));
      while (kept.size() > 1 && bytes() > KEPT_BYTES_MAX) {
        interval *= 2;
        Iterator<Long> sequences = kept.keySet().iterator();
        while (sequences.hasNext()) {
          if (sequences.next() % interval != 0) {
            sequences.remove();
          }
        }
      }
    }
  }

  private long bytes() {
    return kept.values().stream().mapToLong(each -> each.snapshot().length).sum();
  }

  private void forget() {
    try {
      if (replay != null) {
        replay.close();
      }
      if (storage != null) {
        storage.close();
      }
    } catch (IOException cannotBeClosed) {
      throw new UncheckedIOException(cannotBeClosed);
    } finally {
      replay = null;
      storage = null;
    }
  }

  @Override
  public void close() {
    thread.shutdown();
  }
}
