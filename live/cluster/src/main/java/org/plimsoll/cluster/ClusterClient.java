package org.plimsoll.cluster;

import io.aeron.cluster.client.AeronCluster;
import io.aeron.cluster.client.EgressListener;
import io.aeron.exceptions.AeronException;
import io.aeron.logbuffer.Header;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.agrona.CloseHelper;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.Command;

/// A client of a cluster. It finds the leader, sends commands, and sends them again until they are
/// answered: an answer means that a majority of nodes has the command and what became of it.
public final class ClusterClient implements AutoCloseable {
  private static final long SILENCE_NS = TimeUnit.SECONDS.toNanos(1);
  private static final long SILENCE_MAX_NS = TimeUnit.SECONDS.toNanos(5);
  private static final long AGAIN_NS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final long KEEP_ALIVE_NS = TimeUnit.SECONDS.toNanos(1);
  private static final int SPINS = 20;
  private static final long PARK_NS = 100_000;

  private final ClusterConnection connection;
  private final int number;
  private final Unanswered unanswered;
  private final Queue<Unsent> unsent = new ConcurrentLinkedQueue<>();
  private final Queue<CompletableFuture<ClusterStatus>> questions = new ConcurrentLinkedQueue<>();
  private final Semaphore room = new Semaphore(ClientRecord.WINDOW);
  private final CountDownLatch welcome = new CountDownLatch(1);
  private final ExpandableArrayBuffer out = new ExpandableArrayBuffer();
  private final Thread thread;

  // Only for the thread.
  private @Nullable AeronCluster cluster;
  private @Nullable CompletableFuture<ClusterStatus> asked;
  private boolean isWelcome;
  private long question;
  private long lastHeardNs;
  private long quietSinceNs;
  private long lastSaidNs;
  private long lastAgainNs;

  private volatile long welcomed;
  private volatile int leader = -1;
  private volatile boolean isClosed;
  private volatile boolean isTaken;

  ClusterClient(ClusterConnection connection, int number) {
    this.connection = connection;
    this.number = number;
    this.unanswered = new Unanswered(number);
    this.thread = new Thread(this::run, "plimsoll-client-" + number);
    thread.setDaemon(true);
    thread.start();
  }

  /// Waits until the cluster has let this client in.
  ///
  /// @return whether it has within that time
  public boolean awaitWelcome(long time, TimeUnit unit) throws InterruptedException {
    return welcome.await(time, unit);
  }

  /// Returns the number of the last command of this client that was decided before it was let in;
  /// its own have the numbers after that. Good once it is welcome.
  public long last() {
    return welcomed;
  }

  /// Returns why it sends nothing any more; empty if all is well.
  public Optional<IllegalStateException> trouble() {
    return isTaken ? Optional.of(end()) : Optional.empty();
  }

  /// Sends a command, after at most 255 others that are not answered yet; waits while there are
  /// more.
  ///
  /// @return comes to what became of it, once that stands; or fails if another client takes this
  ///   one's number, or it is closed first, and then it may be applied or not
  public CompletableFuture<Answer> send(Command command) throws InterruptedException {
    room.acquire();
    return put(command);
  }

  /// Sends a command if there is room among those that are not answered yet.
  ///
  /// @return as of [#send]; empty if there was no room within that time
  public Optional<CompletableFuture<Answer>> trySend(Command command, long time, TimeUnit unit)
      throws InterruptedException {
    return room.tryAcquire(time, unit) ? Optional.of(put(command)) : Optional.empty();
  }

  private CompletableFuture<Answer> put(Command command) {
    Unsent waiting = new Unsent(command, new CompletableFuture<>());
    unsent.add(waiting);
    if (isClosed || isTaken) {
      endUnsent();
    } else {
      LockSupport.unpark(thread);
    }
    return waiting.answer;
  }

  /// Asks how the nodes are.
  public CompletableFuture<ClusterStatus> status() {
    CompletableFuture<ClusterStatus> answer = new CompletableFuture<>();
    questions.add(answer);
    return answer;
  }

  /// Returns the node that leads, as far as this client knows, or -1.
  public int leader() {
    return leader;
  }

  private void run() {
    int idles = 0;
    while (!isClosed && !isTaken) {
      int worked = 0;
      try {
        worked = work();
      } catch (AeronException | IllegalStateException unreachable) {
        CloseHelper.quietClose(cluster);
        cluster = null;
      }
      idles = worked > 0 ? 0 : idles + 1;
      if (idles > SPINS) {
        LockSupport.parkNanos(PARK_NS);
      }
    }
    CloseHelper.quietClose(cluster);
    endAll();
  }

  private int work() {
    long nowNs = System.nanoTime();
    AeronCluster open = cluster;
    if (open == null || open.isClosed()) {
      open = connection.connect(new Listener());
      cluster = open;
      leader = open.leaderMemberId();
      isWelcome = false;
      lastAgainNs = 0;
      lastHeardNs = nowNs;
      quietSinceNs = nowNs;
    }
    int polled = open.pollEgress();
    if (nowNs - quietSinceNs >= SILENCE_MAX_NS) {
      open.close();
      return 1;
    }
    if (!isWelcome) {
      if (nowNs - lastAgainNs >= AGAIN_NS * 4) {
        lastAgainNs = nowNs;
        offer(open, new Ingress.Hello(number));
      }
      return polled;
    }
    if (unanswered.isEmpty()) {
      lastHeardNs = nowNs;
      quietSinceNs = asked == null ? nowNs : quietSinceNs;
    } else if (nowNs - lastHeardNs >= SILENCE_NS) {
      lastHeardNs = nowNs;
      unanswered.again();
    }
    if (nowNs - lastSaidNs >= KEEP_ALIVE_NS) {
      open.sendKeepAlive();
      lastSaidNs = nowNs;
      repeatQuestion(open);
    }
    ask(open);
    return polled + say(open);
  }

  private int say(AeronCluster open) {
    for (Unsent next = unsent.poll(); next != null; next = unsent.poll()) {
      unanswered.add(next.command, next.answer);
    }
    int said = 0;
    for (Ingress.Say next = unanswered.next(); next != null; next = unanswered.next()) {
      if (!offer(open, next)) {
        break;
      }
      unanswered.wasSaid();
      said++;
    }
    return said;
  }

  private void ask(AeronCluster open) {
    if (asked == null) {
      asked = questions.poll();
      if (asked != null) {
        question++;
        offer(open, new Ingress.Ask(question));
      }
    }
  }

  private void repeatQuestion(AeronCluster open) {
    if (asked != null) {
      offer(open, new Ingress.Ask(question));
    }
  }

  private boolean offer(AeronCluster open, Ingress message) {
    return open.offer(out, 0, message.writeTo(out)) > 0;
  }

  private void hear(Egress message) {
    quietSinceNs = System.nanoTime();
    switch (message) {
      case Egress.Welcome it -> {
        if (!isWelcome && it.client() == number) {
          isWelcome = true;
          unanswered.goOnAfter(it.last());
          if (welcome.getCount() > 0) {
            welcomed = it.last();
            welcome.countDown();
          }
        }
      }
      case Egress.Told it -> {
        if (unanswered.hear(it.answer())) {
          room.release();
          lastHeardNs = System.nanoTime();
        }
      }
      case Egress.Expected it -> {
        long nowNs = System.nanoTime();
        if (nowNs - lastAgainNs >= AGAIN_NS) {
          lastAgainNs = nowNs;
          unanswered.again();
        }
      }
      case Egress.Taken _ -> isTaken = true;
      case Egress.Standing it -> {
        if (asked != null && it.question() == question) {
          asked.complete(it.status());
          asked = null;
        }
      }
    }
  }

  private void endUnsent() {
    for (Unsent next = unsent.poll(); next != null; next = unsent.poll()) {
      next.answer.completeExceptionally(end());
    }
  }

  private void endAll() {
    endUnsent();
    unanswered.end(end());
    if (asked != null) {
      asked.completeExceptionally(end());
    }
    questions.forEach(each -> each.completeExceptionally(end()));
  }

  private IllegalStateException end() {
    return new IllegalStateException(
        isTaken
            ? "another client has the number " + number
            : "the client was closed before the answer came");
  }

  @Override
  public void close() {
    isClosed = true;
    LockSupport.unpark(thread);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private record Unsent(Command command, CompletableFuture<Answer> answer) {}

  /// What the cluster says to the session.
  private final class Listener implements EgressListener {
    @Override
    public void onMessage(
        long clusterSessionId,
        long timestamp,
        DirectBuffer buffer,
        int offset,
        int length,
        Header header) {
      Egress.read(buffer, offset, length).ifPresent(ClusterClient.this::hear);
    }

    @Override
    public void onNewLeader(
        long clusterSessionId, long leadershipTermId, int leaderMemberId, String ingressEndpoints) {
      leader = leaderMemberId;
      unanswered.again();
    }
  }
}
