package org.plimsoll.cluster;

import io.aeron.cluster.ClusterControl;
import io.aeron.cluster.client.AeronCluster;
import io.aeron.exceptions.AeronException;
import java.security.SecureRandom;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.agrona.CloseHelper;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.status.AtomicCounter;
import org.jspecify.annotations.Nullable;

/// A node's own client of the cluster. What a node adds to history comes by it and therefore by the
/// log: the leader's lets time pass, with entropy, and every node's tells how far it is and what
/// the fingerprint of its state was.
final class Warden implements AutoCloseable {
  private static final long REPORT_EVERY_NS = TimeUnit.SECONDS.toNanos(1);
  private static final long PARK_NS = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(3);
  private static final long SILENCE_MAX_NS = TimeUnit.SECONDS.toNanos(5);
  private static final int HASHES_MAX = 64;

  private final int member;
  private final ClusterSettings settings;
  private final AeronCluster.Context context;
  private final Supplier<NodeView> view;
  private final AtomicCounter control;
  private final Runnable watch;
  private final SecureRandom random = new SecureRandom();
  private final Queue<Hash> hashes = new ConcurrentLinkedQueue<>();
  private final ExpandableArrayBuffer out = new ExpandableArrayBuffer();
  private final Thread thread;
  private String told = "";
  private long quietSinceNs;
  private volatile boolean isClosed;
  private long lastTickNs = System.nanoTime();
  private long lastReportNs = System.nanoTime();
  private long lastWatchNs = System.nanoTime();
  private long snapshotSequence;

  /// Creates one; [#start] lets it work.
  ///
  /// @param context how to reach the cluster
  /// @param view what the node knows of itself
  /// @param control by which a leader is asked for a snapshot
  /// @param watch what is to be looked after once a second
  Warden(
      int member,
      ClusterSettings settings,
      AeronCluster.Context context,
      Supplier<NodeView> view,
      AtomicCounter control,
      Runnable watch) {
    this.member = member;
    this.settings = settings;
    this.context =
        context
            .messageTimeoutNs(PATIENCE_NS)
            .egressListener((_, _, _, _, _, _) -> quietSinceNs = System.nanoTime());
    this.view = view;
    this.control = control;
    this.watch = watch;
    this.thread = new Thread(this::run, "plimsoll-warden-" + member);
  }

  void start() {
    thread.setDaemon(true);
    thread.start();
  }

  /// Lets it tell the others the fingerprint of this node's state.
  void report(long sequence, long hash) {
    hashes.add(new Hash(sequence, hash));
    while (hashes.size() > HASHES_MAX) {
      hashes.poll();
    }
  }

  private void run() {
    @Nullable AeronCluster cluster = null;
    while (!isClosed) {
      try {
        if (System.nanoTime() - lastWatchNs >= REPORT_EVERY_NS) {
          lastWatchNs = System.nanoTime();
          watch.run();
        }
        if (cluster == null || cluster.isClosed()) {
          cluster = AeronCluster.connect(context.clone());
          quietSinceNs = System.nanoTime();
        }
        if (System.nanoTime() - quietSinceNs > SILENCE_MAX_NS) {
          cluster.close();
        }
        work(cluster);
        LockSupport.parkNanos(PARK_NS);
      } catch (AeronException | IllegalStateException unreachable) {
        CloseHelper.quietClose(cluster);
        cluster = null;
        tellOnce(String.valueOf(unreachable.getMessage()), unreachable);
        LockSupport.parkNanos(PARK_NS);
      }
    }
    CloseHelper.quietClose(cluster);
  }

  private void tellOnce(String why, RuntimeException unreachable) {
    if (!why.equals(told)) {
      told = why;
      context.errorHandler().onError(unreachable);
    }
  }

  private void work(AeronCluster cluster) {
    cluster.pollEgress();
    NodeView now = view.get();
    long nowNs = System.nanoTime();
    if (now.isLeader()) {
      lead(cluster, now, nowNs);
    }
    Hash hash = hashes.peek();
    if (hash != null
        && offer(cluster, new Ingress.Report(member, now.position(), hash.sequence, hash.value))) {
      hashes.poll();
    }
    if (nowNs - lastReportNs >= REPORT_EVERY_NS) {
      offer(cluster, new Ingress.Report(member, now.position(), 0, 0));
      offer(cluster, new Ingress.Ask(nowNs)); // whose answer shows that the session still stands
      lastReportNs = nowNs;
    }
  }

  private void lead(AeronCluster cluster, NodeView now, long nowNs) {
    if (nowNs - lastTickNs >= TimeUnit.MILLISECONDS.toNanos(settings.tickMs())) {
      offer(cluster, new Ingress.Tick(random.nextLong()));
      lastTickNs = nowNs;
    }
    if (settings.snapshotEvery() > 0) {
      askForSnapshot(now.sequence());
    }
  }

  private void askForSnapshot(long sequence) {
    long every = settings.snapshotEvery();
    if (sequence / every > snapshotSequence / every
        && ClusterControl.ToggleState.SNAPSHOT.toggle(control)) {
      snapshotSequence = sequence;
    }
  }

  private boolean offer(AeronCluster cluster, Ingress message) {
    return cluster.offer(out, 0, message.writeTo(out)) > 0;
  }

  @Override
  public void close() {
    isClosed = true;
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private record Hash(long sequence, long value) {}
}
