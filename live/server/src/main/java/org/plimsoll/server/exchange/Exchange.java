package org.plimsoll.server.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plimsoll.cluster.LearnerStanding;
import org.plimsoll.host.HostRefusal;
import org.plimsoll.journal.Recovered;
import org.plimsoll.journal.Recovery;
import org.plimsoll.journal.Storage;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.Event.CommandRefused;
import org.plimsoll.venue.Limits;
import org.plimsoll.venue.VenueView;

/// A venue that runs, as the server sees it: commands go in by [#send], and [#ask] answers from a
/// second venue that has seen every command that was acknowledged.
///
/// Commands are decided by an [Authority], which tells them all; a reader owns the second venue and
/// the followers. What is acknowledged is kept and known to the reader, so that whoever got an
/// answer can ask for what it did.
public final class Exchange implements AutoCloseable {
  private static final int NEWS_MAX = 1 << 14;

  private final SecondVenue second;
  private final Authority authority;
  private final BlockingQueue<Task> tasks = new ArrayBlockingQueue<>(NEWS_MAX);
  private final ConcurrentMap<Long, CompletableFuture<Answer>> waiting = new ConcurrentHashMap<>();
  private final ReentrantLock door = new ReentrantLock();
  private final ReentrantLock looking = new ReentrantLock();
  private final Thread reader = new Thread(this::read, "plimsoll-reader");
  private long lastSent;
  private @Nullable Frozen frozen;
  private volatile long sequence;
  private volatile boolean isOver;

  /// Starts from what a directory holds, or from nothing.
  ///
  /// @param home where commands are decided
  /// @param followers hear of every command there is, from the first
  /// @throws HostRefusal if the directory cannot be trusted, or no longer has all history
  /// @throws IOException if it cannot be read or written
  public Exchange(Storage storage, Home home, List<Follower> followers)
      throws HostRefusal, IOException {
    ClusterMemory.require(storage, home);
    LastSent last = new LastSent(home.client());
    List<Follower> all = last.with(followers);
    boolean isOld = Recovery.examine(storage) instanceof Recovered;
    second = isOld ? SecondVenue.of(storage, all) : SecondVenue.empty(home.limits(), all);
    VenueView view = second.view();
    sequence = view.sequence();
    Authority.Known known =
        new Authority.Known(sequence, view.stateHash(), view.clockNs(), last.sequence());
    reader.start();
    boolean isOpen = false;
    try {
      authority = home.open(storage, known, new Ear());
      isOpen = true;
    } finally {
      if (!isOpen) {
        put(() -> isOver = true);
      }
    }
    lastSent = authority.lastNumber();
  }

  /// Sends a command and waits until it is decided, kept, and known to whoever asks.
  public Answer send(Command command) {
    return authority.await(begin(command));
  }

  /// Sends commands one behind the other, without waiting for each, and waits for all. Behind one
  /// that is turned away none is sent.
  ///
  /// @return the answers to those that were sent
  public List<Answer> sendAll(List<? extends Command> commands) {
    List<CompletableFuture<Answer>> answers = new ArrayList<>();
    boolean isTaken = true;
    for (int i = 0; i < commands.size() && isTaken; i++) {
      CompletableFuture<Answer> answer = begin(commands.get(i));
      answers.add(answer);
      isTaken = !(answer.isDone() && answer.join() instanceof Answer.Turned);
    }
    return answers.stream().map(authority::await).toList();
  }

  private CompletableFuture<Answer> begin(Command command) {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    submit(command, answer).ifPresent(why -> answer.complete(new Answer.Turned(why)));
    return answer;
  }

  /// Looks at the venue and sends what follows from it, one command after the other. Whoever sends
  /// in this way does so alone, so that none of them undoes what another has just done.
  public List<Answer> sendWhatFollows(Function<VenueView, List<? extends Command>> look) {
    looking.lock();
    try {
      return ask(look).stream().map(this::send).toList();
    } finally {
      looking.unlock();
    }
  }

  /// Numbers reach the authority in their order and without a gap.
  private Optional<Answer.Why> submit(Command command, CompletableFuture<Answer> answer) {
    door.lock();
    try {
      long number = lastSent + 1;
      waiting.put(number, answer);
      Optional<Answer.Why> turned = authority.submit(number, command);
      if (turned.isPresent()) {
        waiting.remove(number);
        return turned;
      }
      lastSent = number;
      if (isOver) {
        answer.complete(new Answer.Unknown());
      }
      return turned;
    } finally {
      door.unlock();
    }
  }

  /// Asks the second venue, between two commands, and waits for the answer.
  ///
  /// @param question sees the venue as it is then; what it returns must not be a view of it
  /// @throws Stopped if the venue has stopped
  public <T> T ask(Function<VenueView, T> question) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    put(new Question<>(question, answer));
    if (isOver) {
      answer.completeExceptionally(new Stopped());
    }
    try {
      return answer.join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException wrong ? wrong : failed;
    }
  }

  /// Returns the venue as it is between two commands, to try on it what would come of others. The
  /// reader takes a snapshot for it, unless nothing has happened since the last; that grows with
  /// everything that the venue remembers, and whoever asks the second venue waits for it.
  ///
  /// @throws IllegalStateException if the venue has stopped
  public Frozen freeze() {
    return ask(view -> {
      Frozen last = frozen;
      if (last == null || last.sequence() != view.sequence()) {
        last = second.freeze();
        frozen = last;
      }
      return last;
    });
  }

  /// Returns the time that the venue's clock goes by, in nanoseconds since 1970.
  public long nowNs() {
    return authority.nowNs();
  }

  /// Returns the last command that whoever asks knows of; that of its end when it has stopped.
  public long sequence() {
    return sequence;
  }

  /// Returns how large the venue may grow.
  public Limits limits() {
    return second.limits();
  }

  /// Returns what it is doing.
  public ExchangeState state() {
    return authority.state();
  }

  /// Returns how far it follows a cluster; empty if it has a host of its own.
  public Optional<LearnerStanding> cluster() {
    return authority.standing();
  }

  /// Returns what it halted of; empty if all is well.
  public Optional<Throwable> trouble() {
    return authority.trouble();
  }

  /// Takes no more commands, and returns when all that were taken are decided, kept and told.
  @Override
  public void close() {
    authority.close();
    try {
      reader.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void put(Task task) {
    boolean wasInterrupted = false;
    while (!isOver) {
      try {
        tasks.put(task);
        break;
      } catch (InterruptedException e) {
        wasInterrupted = true;
      }
    }
    if (wasInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void read() {
    try {
      while (!isOver) {
        tasks.take().run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      isOver = true;
      waiting.values().forEach(answer -> answer.complete(new Answer.Unknown()));
      List<Task> left = new ArrayList<>();
      tasks.drainTo(left);
      left.forEach(Task::fail);
    }
  }

  private void answer(long ticket, Answer answer) {
    CompletableFuture<Answer> asked = waiting.remove(ticket);
    if (asked != null) {
      asked.complete(answer);
    }
  }

  /// What the reader does next.
  private interface Task {
    void run();

    /// The reader has stopped.
    default void fail() {}
  }

  private final class Question<T> implements Task {
    private final Function<VenueView, T> question;
    private final CompletableFuture<T> answer;

    Question(Function<VenueView, T> question, CompletableFuture<T> answer) {
      this.question = question;
      this.answer = answer;
    }

    @Override
    public void run() {
      try {
        answer.complete(question.apply(second.view()));
      } catch (RuntimeException e) {
        answer.completeExceptionally(e);
      }
    }

    @Override
    public void fail() {
      answer.completeExceptionally(new Stopped());
    }
  }

  /// Hears what was decided.
  private final class Ear implements Authority.Listener {
    @Override
    public void onDecided(long number, long decided, byte[] command) {
      put(() -> {
        Happening happening = second.apply(decided, command);
        sequence = decided;
        answer(
            number,
            happening.isRefused()
                ? new Answer.Refused(decided, (CommandRefused) happening.events().get(1))
                : new Answer.Done(happening));
      });
    }

    @Override
    public void onStopped() {
      put(() -> isOver = true);
    }
  }
}
