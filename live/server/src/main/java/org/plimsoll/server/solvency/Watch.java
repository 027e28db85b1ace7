package org.plimsoll.server.solvency;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.plimsoll.mirror.PictureProjection;
import org.plimsoll.mirror.VenuePicture;
import org.plimsoll.protocol.ClockCommand.AdvanceTime;
import org.plimsoll.protocol.Event;
import org.plimsoll.server.exchange.Follower;
import org.plimsoll.server.exchange.Happening;
import org.plimsoll.solvency.book.Book;
import org.plimsoll.venue.VenueView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Watches the venue's solvency: folds its events on a thread of its own, and reads the books off
/// them again and again.
///
/// If the watch falls so far behind that its queue is full, whoever tells it waits; how many
/// happenings wait is told by [#waiting].
public final class Watch implements Follower, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
  private static final int WAITING_MAX = 1 << 17;

  /// While somebody waits for a reading, it is taken when nothing has happened for so long.
  private static final long QUIET_NS = 10_000_000;

  private final LiveFacts facts;
  private final long everyNs;
  private final BlockingQueue<Happening> news = new ArrayBlockingQueue<>(WAITING_MAX);
  private final PictureProjection projection = new PictureProjection();
  private final TradedVolume volume = new TradedVolume();
  private final DailyMoves moves = new DailyMoves();
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final Thread thread = new Thread(this::run, "plimsoll-watch");
  private volatile @Nullable Reading latest;
  private volatile @Nullable Throwable trouble;
  private volatile boolean isOver;
  private volatile long awaited;
  private long clockNs;

  /// Creates a watch, and starts it.
  ///
  /// @param everyNs how long it waits from one reading to the next, in nanoseconds
  public Watch(LiveFacts facts, long everyNs) {
    this.facts = facts;
    this.everyNs = everyNs;
    thread.setDaemon(true);
    thread.start();
  }

  /// Adds somebody who hears of every reading from a command on, by the watch's thread; of the last
  /// one too, if it is not older. What was read while history was gone through again is the past.
  public void listen(long fromSequence, Consumer<Reading> listener) {
    listeners.add(new Listener(fromSequence, listener));
  }

  /// Returns the last reading; empty before the first.
  public Optional<Reading> latest() {
    return Optional.ofNullable(latest);
  }

  /// Waits until the books have been read after a command, or nobody reads them any more.
  public void await(long sequence) throws InterruptedException {
    awaited = sequence;
    while (isAwaited() && !isOver) {
      Thread.sleep(1);
    }
  }

  private boolean isAwaited() {
    Reading last = latest;
    return last == null || last.sequence() < awaited;
  }

  /// Returns how many happenings wait to be folded.
  public int waiting() {
    return news.size();
  }

  /// Returns what ended the watch; empty while it goes on.
  public Optional<Throwable> trouble() {
    return Optional.ofNullable(trouble);
  }

  @Override
  public void on(Happening happening, VenueView view) {
    boolean wasInterrupted = false;
    while (!isOver) {
      try {
        news.put(happening);
        break;
      } catch (InterruptedException e) {
        wasInterrupted = true;
      }
    }
    if (wasInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    isOver = true;
    thread.interrupt();
  }

  private void run() {
    try {
      long nextNs = System.nanoTime();
      while (!isOver) {
        long patienceNs = isAwaited() ? QUIET_NS : everyNs;
        long waitNs = Math.clamp(nextNs - System.nanoTime(), 1, patienceNs);
        Happening happening = news.poll(waitNs, TimeUnit.NANOSECONDS);
        if (happening != null) {
          fold(happening);
        }
        boolean isQuiet = happening == null && isAwaited();
        if (isQuiet || System.nanoTime() - nextNs >= 0) {
          look();
          nextNs = System.nanoTime() + everyNs;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error wrong) {
      trouble = wrong;
      LOG.error("solvency is no longer read", wrong);
    } finally {
      isOver = true;
      news.clear();
    }
  }

  private void fold(Happening happening) {
    for (Event event : happening.events()) {
      projection.accept(event);
      if (event instanceof Event.CommandApplied applied
          && applied.command() instanceof AdvanceTime time) {
        clockNs = time.timestampNs();
      }
      volume.on(event, clockNs);
      moves.on(event, clockNs);
    }
  }

  private void look() {
    read();
    Reading reading = latest;
    if (reading != null) {
      listeners.forEach(listener -> listener.hear(reading));
    }
  }

  /// Reads the books, if there are any, every price that was heard is a mark, and something has
  /// happened since the last time.
  private void read() {
    long beganNs = System.nanoTime();
    VenuePicture picture = projection.picture();
    Reading before = latest;
    boolean isNews = before == null || before.sequence() != picture.sequence();
    if (!picture.assets().isEmpty() && isNews && isMarked(picture)) {
      Book book = LiveBook.of(picture, facts, LiveDepth.of(picture, volume, moves));
      latest = Reading.of(picture.sequence(), picture.clockNs(), book, beganNs);
    }
  }

  /// A price becomes a mark when time passes; until then what it prices would be worth nothing.
  private static boolean isMarked(VenuePicture picture) {
    for (int asset = 0; asset < picture.assets().size(); asset++) {
      if (picture.indices().get(asset).priceE9() > 0 && picture.assets().get(asset).markE9() == 0) {
        return false;
      }
    }
    return true;
  }

  /// Somebody who hears each reading once, on the watch's thread.
  private static final class Listener {
    private final Consumer<Reading> consumer;
    private long nextSequence;

    Listener(long fromSequence, Consumer<Reading> consumer) {
      this.consumer = consumer;
      nextSequence = fromSequence;
    }

    void hear(Reading reading) {
      if (reading.sequence() >= nextSequence) {
        nextSequence = reading.sequence() + 1;
        consumer.accept(reading);
      }
    }
  }
}
