package org.plimsoll.server.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.plimsoll.host.Admission;
import org.plimsoll.host.Host;
import org.plimsoll.host.HostClock;
import org.plimsoll.host.HostListener;
import org.plimsoll.host.HostRefusal;
import org.plimsoll.host.HostSettings;
import org.plimsoll.host.HostState;
import org.plimsoll.journal.Recovered;
import org.plimsoll.journal.Recovery;
import org.plimsoll.journal.Storage;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.CommandEncoder;
import org.plimsoll.protocol.DecodeResult;
import org.plimsoll.protocol.Event.CommandRefused;
import org.plimsoll.protocol.Request;
import org.plimsoll.venue.Limits;
import org.plimsoll.venue.VenueView;

/// A venue that runs, as the server sees it: commands go in by [#send], and [#ask] answers from a
/// second venue that has seen every command that was acknowledged.
///
/// Three threads: the host's two, and a reader who owns the second venue and the followers. What is
/// acknowledged is on the disk and known to the reader, so that whoever got an answer can ask for
/// what it did.
public final class Exchange implements AutoCloseable {
  /// The client number of the server, in whose name all its clients send.
  static final int CLIENT = 1;

  private static final int NEWS_MAX = 1 << 14;

  private final SecondVenue second;
  private final HostClock clock;
  private final Host host;
  private final BlockingQueue<Task> tasks = new ArrayBlockingQueue<>(NEWS_MAX);
  private final ConcurrentMap<Long, CompletableFuture<Answer>> waiting = new ConcurrentHashMap<>();
  private final ReentrantLock door = new ReentrantLock();
  private final ReentrantLock looking = new ReentrantLock();
  private final CommandEncoder encoder = new CommandEncoder();
  private final Thread reader = new Thread(this::read, "plimsoll-reader");
  private long lastSent;
  private @Nullable Frozen frozen;
  private volatile long sequence;
  private volatile boolean isOver;

  /// Starts a venue from what its directory holds, or a new one.
  ///
  /// @param pace how its time passes
  /// @param followers hear of every command there is, from the first
  /// @throws HostRefusal if the directory cannot be trusted, or no longer has all history
  /// @throws IOException if it cannot be read or written
  public Exchange(Storage storage, HostSettings settings, Pace pace, List<Follower> followers)
      throws HostRefusal, IOException {
    LastSent last = new LastSent(CLIENT);
    List<Follower> all = last.with(followers);
    boolean isOld = Recovery.examine(storage) instanceof Recovered;
    second = isOld ? SecondVenue.of(storage, all) : SecondVenue.empty(settings.limits(), all);
    lastSent = last.sequence();
    sequence = second.view().sequence();
    clock = pace.from(second.view().clockNs());
    host = Host.start(storage, settings, clock, new Ear());
    reader.start();
  }

  /// Sends a command and waits until it is decided, on the disk, and known to whoever asks.
  public Answer send(Command command) {
    return begin(command).join();
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
    return answers.stream().map(CompletableFuture::join).toList();
  }

  private CompletableFuture<Answer> begin(Command command) {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    Admission admission = submit(command, answer);
    switch (admission) {
      case TAKEN -> {
        // it is answered when it is decided, kept and told
      }
      case BUSY -> answer.complete(new Answer.Turned(Answer.Why.BUSY));
      case NO_ROOM -> answer.complete(new Answer.Turned(Answer.Why.NO_ROOM));
      case STOPPED -> answer.complete(new Answer.Turned(Answer.Why.STOPPED));
      case TOO_LONG, NOT_A_CLIENT ->
          throw new IllegalStateException(admission + " of " + command.getClass().getSimpleName());
    }
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

  /// A number is used up whatever becomes of it, so that numbers reach the host in their order.
  private Admission submit(Command command, CompletableFuture<Answer> answer) {
    door.lock();
    try {
      long ticket = ++lastSent;
      new Request(CLIENT, ticket, command).deliverTo(encoder);
      waiting.put(ticket, answer);
      Admission admission = host.submit(ticket, encoder.bytes(), 0, encoder.length());
      if (admission != Admission.TAKEN) {
        waiting.remove(ticket);
      } else if (isOver) {
        answer.complete(new Answer.Unknown());
      }
      return admission;
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
    return clock.nowNs();
  }

  /// Returns the last command that whoever asks knows of; that of its end when it has stopped.
  public long sequence() {
    return sequence;
  }

  /// Returns how large the venue may grow.
  public Limits limits() {
    return second.limits();
  }

  /// Returns what the host is doing.
  public HostState state() {
    return host.state();
  }

  /// Returns what it halted of; empty if all is well.
  public Optional<Throwable> trouble() {
    return host.trouble();
  }

  /// Takes no more commands, and returns when all that were taken are decided, kept and told.
  @Override
  public void close() {
    host.close();
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

  /// Hears what the host tells, by the thread of its disk.
  private final class Ear implements HostListener {
    private byte[] command = new byte[0];

    @Override
    public void onCommand(long sequence, byte[] bytes, int offset, int length) {
      command = Arrays.copyOfRange(bytes, offset, offset + length);
    }

    @Override
    public void onApplied(long ticket, long number, byte[] events, int offset, int length) {
      byte[] applied = command;
      put(() -> {
        Happening happening = second.apply(number, applied);
        sequence = number;
        answer(
            ticket,
            happening.isRefused()
                ? new Answer.Refused(sequence, (CommandRefused) happening.events().get(1))
                : new Answer.Done(happening));
      });
    }

    @Override
    public void onMalformed(long ticket, DecodeResult why) {
      throw new IllegalStateException("the server sent what is no command: " + why);
    }

    @Override
    public void onStopped(Optional<Throwable> why) {
      put(() -> isOver = true);
    }
  }
}
