package org.plimsoll.cluster;

import io.aeron.ExclusivePublication;
import io.aeron.Image;
import io.aeron.cluster.codecs.CloseReason;
import io.aeron.cluster.service.ClientSession;
import io.aeron.cluster.service.Cluster;
import io.aeron.cluster.service.ClusteredService;
import io.aeron.logbuffer.Header;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.AgentTerminationException;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/// The replicated venue as Aeron Cluster drives it, by one thread of one node.
final class ClusteredVenue implements ClusteredService {
  private static final int TELL_ATTEMPTS = 3;

  private final Consumer<NodeView> watcher;
  private final ExpandableArrayBuffer out = new ExpandableArrayBuffer();
  private ReplicatedVenue replicated;
  private @Nullable Cluster cluster;
  private long term = -1;
  private int leader = -1;
  private long position;
  private volatile Optional<Throwable> trouble = Optional.empty();

  /// Creates one.
  ///
  /// @param empty what a node without history begins with
  /// @param watcher told how far the node is
  ClusteredVenue(ReplicatedVenue empty, Consumer<NodeView> watcher) {
    this.replicated = empty;
    this.watcher = watcher;
  }

  /// Returns why it has stopped; empty if it has not, or was told to.
  Optional<Throwable> trouble() {
    return trouble;
  }

  @Override
  public void onStart(Cluster newCluster, @Nullable Image snapshot) {
    cluster = newCluster;
    if (snapshot != null) {
      try {
        replicated = ReplicatedSnapshot.restore(replicated, read(newCluster, snapshot));
      } catch (ReplicatedSnapshot.SnapshotRefusal refused) {
        throw stop(refused);
      }
    }
    position = newCluster.logPosition();
    tell();
  }

  private static byte[] read(Cluster cluster, Image image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    while (!image.isEndOfStream() && !image.isClosed()) {
      int fragments =
          image.poll(
              (buffer, offset, length, _) -> {
                byte[] part = new byte[length];
                buffer.getBytes(offset, part);
                bytes.writeBytes(part);
              },
              16);
      if (isWhole(bytes)) {
        break;
      }
      cluster.idleStrategy().idle(fragments);
    }
    return bytes.toByteArray();
  }

  private static boolean isWhole(ByteArrayOutputStream bytes) {
    if (bytes.size() < ReplicatedSnapshot.HEADER) {
      return false;
    }
    return ReplicatedSnapshot.length(bytes.toByteArray(), bytes.size())
        .filter(length -> length == bytes.size())
        .isPresent();
  }

  @Override
  public void onSessionOpen(ClientSession session, long timestamp) {
    // a session says for whom it speaks
  }

  @Override
  public void onSessionClose(ClientSession session, long timestamp, CloseReason closeReason) {
    // its clients are remembered, and may come back by another
  }

  @Override
  public void onSessionMessage(
      ClientSession session,
      long timestamp,
      DirectBuffer buffer,
      int offset,
      int length,
      Header header) {
    position = header.position();
    Optional<Ingress> message = Ingress.read(buffer, offset, length);
    if (message.isPresent()) {
      decide(session, nanos(timestamp), message.get());
      tell();
    }
  }

  private void decide(ClientSession session, long nowNs, Ingress message) {
    try {
      replicated.on(session.id(), nowNs, position, message, reply -> tell(session, reply));
    } catch (AgentTerminationException e) {
      throw e;
    } catch (RuntimeException | Error wrong) {
      throw stop(wrong);
    }
  }

  private AgentTerminationException stop(Throwable why) {
    trouble = Optional.of(why);
    return new AgentTerminationException(why);
  }

  private void tell(ClientSession session, Egress reply) {
    int length = reply.writeTo(out);
    for (int i = 0; i < TELL_ATTEMPTS && session.offer(out, 0, length) < 0; i++) {
      cluster().idleStrategy().idle();
    }
  }

  private void tell() {
    Cluster.Role role = cluster().role();
    watcher.accept(new NodeView(role, leader, term, position, replicated.view().sequence()));
  }

  private long nanos(long timestamp) {
    return TimeUnit.NANOSECONDS.convert(timestamp, cluster().timeUnit());
  }

  @Override
  public void onTimerEvent(long correlationId, long timestamp) {
    // no timer is ever set: time comes as a message, with the entropy that it needs
  }

  @Override
  public void onTakeSnapshot(ExclusivePublication publication) {
    byte[] bytes = ReplicatedSnapshot.of(replicated);
    UnsafeBuffer whole = new UnsafeBuffer(bytes);
    int part = publication.maxPayloadLength();
    for (int at = 0; at < bytes.length; at += part) {
      int length = Math.min(part, bytes.length - at);
      while (publication.offer(whole, at, length) < 0) {
        if (publication.isClosed() || !publication.isConnected()) {
          throw new IllegalStateException("the archive takes no snapshot");
        }
        cluster().idleStrategy().idle();
      }
    }
  }

  @Override
  public void onRoleChange(Cluster.Role newRole) {
    tell();
  }

  @Override
  public void onNewLeadershipTermEvent(
      long leadershipTermId,
      long logPosition,
      long timestamp,
      long termBaseLogPosition,
      int leaderMemberId,
      int logSessionId,
      TimeUnit timeUnit,
      int appVersion) {
    term = leadershipTermId;
    leader = leaderMemberId;
    position = logPosition;
    replicated.onTerm(leaderMemberId, leadershipTermId);
    tell();
  }

  @Override
  public void onTerminate(Cluster terminated) {
    // what is in the log stays there
  }

  private Cluster cluster() {
    if (cluster == null) {
      throw new IllegalStateException("it has not been started");
    }
    return cluster;
  }
}
