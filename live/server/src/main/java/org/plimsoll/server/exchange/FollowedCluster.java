package org.plimsoll.server.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.plimsoll.cluster.ClusterClient;
import org.plimsoll.cluster.ClusterConnection;
import org.plimsoll.cluster.Learner;
import org.plimsoll.cluster.LearnerStanding;
import org.plimsoll.cluster.NodeRefusal;
import org.plimsoll.host.HistoryWriter;
import org.plimsoll.host.HostClock;
import org.plimsoll.host.HostRefusal;
import org.plimsoll.journal.Storage;
import org.plimsoll.protocol.Command;

/// A cluster of nodes decides. Commands go to its leader by a client, which sends them again until
/// they are answered; what was decided, by whoever sent it, comes back by a learner and is written
/// into a journal of the server's own. Only then is it told: so what a client of the server is
/// answered stands on a majority of nodes, and the server can be asked for what it did.
final class FollowedCluster implements Authority {
  private static final long PATIENCE_SECONDS = 30;
  private static final long ANSWER_SECONDS = 10;
  private static final long ROOM_MS = 100;
  private static final long LOOK_NS = 10_000_000;
  private static final long REMEMBER_EVERY = 1 << 18;

  private final int clientNumber;
  private final Known known;
  private final Listener listener;
  private final ClusterMemory memory;
  private final HistoryWriter journal;
  private final ClusterConnection connection;
  private final ClusterClient client;
  private final Learner learner;
  private final HostClock clock = HostClock.ofSystem();
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicLong lastAnswered = new AtomicLong();

  // Only for the learner's thread.
  private final List<Decided> decided = new ArrayList<>();
  private boolean hasBegun;
  private long remembered;

  private volatile boolean isStopping;
  private volatile boolean isOver;
  private volatile Optional<Throwable> trouble = Optional.empty();

  @SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
  private record Decided(long number, long sequence, byte[] command) {}

  private FollowedCluster(Storage storage, Home.Cluster home, Known known, Listener listener)
      throws HostRefusal, NodeRefusal, IOException {
    this.clientNumber = home.client();
    this.known = known;
    this.listener = listener;
    this.memory = new ClusterMemory(storage);
    String here = ClusterConnection.here(home.members());
    this.learner = Learner.of(home.members(), memory.read(), new Ear());
    this.journal = memory.journal(home.limits(), home.journal());
    this.connection = new ClusterConnection(home.members(), here);
    this.client = connection.client(clientNumber);
  }

  /// Begins to follow, and returns when all that the cluster had decided by then is told.
  static FollowedCluster start(Storage storage, Home.Cluster home, Known known, Listener listener)
      throws HostRefusal, IOException {
    try {
      FollowedCluster cluster = new FollowedCluster(storage, home, known, listener);
      cluster.learner.start();
      boolean isLevel = false;
      try {
        cluster.awaitLevel();
        isLevel = true;
      } finally {
        if (!isLevel) {
          cluster.end();
        }
      }
      return cluster;
    } catch (NodeRefusal refused) {
      throw new HostRefusal(String.valueOf(refused.getMessage()));
    }
  }

  private void awaitLevel() throws HostRefusal {
    try {
      if (!client.awaitWelcome(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new HostRefusal(
            trouble()
                .map(why -> String.valueOf(why.getMessage()))
                .orElse(
                    "nobody answers within "
                        + PATIENCE_SECONDS
                        + " seconds: no majority of the nodes runs, or none can be reached from"
                        + " here"));
      }
      long position = client.status().join().position();
      while (!isOver && !learner.awaitPosition(position, 1, TimeUnit.SECONDS)) {
        // it is on its way there
      }
      if (isOver) {
        throw new HostRefusal(trouble().map(Throwable::getMessage).orElse("it was told to stop"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HostRefusal("it was told to stop");
    }
  }

  @Override
  public long lastNumber() {
    return client.last();
  }

  @Override
  public Optional<Answer.Why> submit(long number, Command command) {
    if (isStopping || isOver || client.trouble().isPresent()) {
      return Optional.of(Answer.Why.STOPPED);
    }
    if (state() == ExchangeState.OUT_OF_TOUCH) {
      return Optional.of(Answer.Why.OUT_OF_TOUCH);
    }
    try {
      Optional<CompletableFuture<org.plimsoll.cluster.Answer>> sent =
          client.trySend(command, ROOM_MS, TimeUnit.MILLISECONDS);
      if (sent.isEmpty()) {
        return Optional.of(Answer.Why.BUSY);
      }
      underWay.incrementAndGet();
      var _ =
          sent.get()
              .whenComplete((answer, _) -> {
                if (answer != null) {
                  lastAnswered.accumulateAndGet(answer.position(), Math::max);
                }
                underWay.decrementAndGet();
              });
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(Answer.Why.STOPPED);
    }
  }

  /// It is sent again for as long as the server runs, so it may come to something yet.
  @Override
  public Answer await(CompletableFuture<Answer> answer) {
    return answer
        .copy()
        .completeOnTimeout(new Answer.Unknown(), ANSWER_SECONDS, TimeUnit.SECONDS)
        .join();
  }

  @Override
  public long nowNs() {
    return clock.nowNs();
  }

  @Override
  public ExchangeState state() {
    if (trouble().isPresent()) {
      return ExchangeState.HALTED;
    }
    if (isOver) {
      return ExchangeState.STOPPED;
    }
    return learner.isOutOfTouch() ? ExchangeState.OUT_OF_TOUCH : ExchangeState.RUNNING;
  }

  @Override
  public Optional<Throwable> trouble() {
    return trouble.or(client::trouble);
  }

  @Override
  public Optional<LearnerStanding> standing() {
    return Optional.of(learner.standing());
  }

  @Override
  public void close() {
    isStopping = true;
    long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(ANSWER_SECONDS);
    while (underWay.get() > 0 && !isOver && System.nanoTime() < endNs) {
      LockSupport.parkNanos(LOOK_NS);
    }
    boolean _ = learner.awaitPosition(lastAnswered.get(), ANSWER_SECONDS, TimeUnit.SECONDS);
    end();
  }

  private void end() {
    client.close();
    learner.close();
    connection.close();
  }

  /// Hears what the nodes have decided.
  private final class Ear implements Learner.Listener {
    @Override
    public void onBegin() {
      hasBegun = true;
      remembered = learner.sequence();
      if (remembered > known.sequence()) {
        throw new IllegalStateException(
            "the journal ends with command "
                + known.sequence()
                + ", and what follows begins behind command "
                + remembered
                + "; begin anew with an empty directory");
      }
      requireSame(remembered);
    }

    /// What the journal has must be what the log comes to.
    private void requireSame(long sequence) {
      if (sequence == known.sequence() && learner.venueHash() != known.stateHash()) {
        throw new IllegalStateException(
            "after command "
                + sequence
                + " the journal comes to another state than the cluster: it is another one's");
      }
    }

    @Override
    public void onDecided(long sequence, int sender, long clientSequence, byte[] command) {
      if (sequence <= known.sequence()) {
        requireSame(sequence);
        return;
      }
      if (sequence != journal.lastSequence() + 1) {
        throw new IllegalStateException(
            "after command " + journal.lastSequence() + " came command " + sequence);
      }
      journal.add(command, 0, command.length);
      decided.add(new Decided(sender == clientNumber ? clientSequence : 0, sequence, command));
    }

    @Override
    public void onPause() {
      journal.commit();
      decided.forEach(each -> listener.onDecided(each.number, each.sequence, each.command));
      decided.clear();
      if (learner.sequence() - remembered >= REMEMBER_EVERY) {
        remember();
      }
    }

    private void remember() {
      try {
        memory.write(learner.state());
        remembered = learner.sequence();
      } catch (IOException wrong) {
        throw new UncheckedIOException("what was learned cannot be kept", wrong);
      }
    }

    @Override
    public void onStopped(Optional<Throwable> why) {
      Optional<Throwable> wrong = why;
      try {
        if (hasBegun && why.isEmpty()) {
          remember();
        }
        journal.close();
      } catch (IOException | RuntimeException unkept) {
        wrong = wrong.or(() -> Optional.of(unkept));
      }
      trouble = wrong;
      isOver = true;
      listener.onStopped();
    }
  }
}
