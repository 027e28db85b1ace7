package org.plimsoll.cluster;

import io.aeron.Aeron;
import io.aeron.cluster.client.AeronCluster;
import io.aeron.cluster.client.EgressListener;
import io.aeron.driver.MediaDriver;
import io.aeron.driver.ThreadingMode;
import io.aeron.exceptions.AeronException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.agrona.CloseHelper;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.jspecify.annotations.Nullable;
import org.plimsoll.cluster.ClusterSettings.Address;

/// What a process needs to reach a cluster, shared by all its clients.
public final class ClusterConnection implements AutoCloseable {
  private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(3);
  private static final long AGAIN_NS = TimeUnit.SECONDS.toNanos(1);
  private static final long PARK_NS = TimeUnit.MILLISECONDS.toNanos(1);

  private final String ingress;
  private final String here;
  private final DriverDirectory shared;
  private final MediaDriver driver;
  private Aeron aeron;

  /// Makes one.
  ///
  /// @param members where the nodes are, in the order of their numbers
  /// @param here the name or address under which the nodes reach this machine
  public ClusterConnection(List<Address> members, String here) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < members.size(); i++) {
      text.append(i == 0 ? "" : ",").append(i).append('=').append(members.get(i).at(0));
    }
    this.ingress = text.toString();
    this.here = here;
    String name = DriverDirectory.named(UUID.randomUUID().toString());
    MediaDriver.Context context =
        new MediaDriver.Context()
            .aeronDirectoryName(name)
            .threadingMode(ThreadingMode.SHARED)
            .sharedIdleStrategy(new BackoffIdleStrategy(20, 50, 1_000, 100_000))
            .publicationTermBufferLength(1 << 20)
            .dirDeleteOnStart(true)
            .dirDeleteOnShutdown(true)
            .errorHandler(ClusterConnection::forget);
    AtomicReference<@Nullable MediaDriver> launched = new AtomicReference<>();
    try {
      this.shared =
          DriverDirectory.launch(name, "a client", () -> launched.set(MediaDriver.launch(context)));
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
    this.driver = Objects.requireNonNull(launched.get());
    this.aeron = reach(driver);
  }

  private static Aeron reach(MediaDriver driver) {
    return Aeron.connect(
        new Aeron.Context()
            .aeronDirectoryName(driver.aeronDirectoryName())
            .errorHandler(ClusterConnection::forget));
  }

  /// Returns what reaches the driver. It ends for good when the process has stood still for ten
  /// seconds, as one does that is paused with its machine; then there is another one.
  synchronized Aeron aeron() {
    if (aeron.isClosed()) {
      aeron = reach(driver);
    }
    return aeron;
  }

  /// A node that cannot be reached is tried again; what comes of that is told to whoever waits.
  private static void forget(Throwable error) {}

  /// Returns a client of that number, which goes on after the commands that it sent before.
  ///
  /// @param number 1 upward; two clients of one number take it from each other
  public ClusterClient client(int number) {
    return new ClusterClient(this, number);
  }

  /// Asks how the nodes are, in nobody's name.
  ///
  /// @return empty if nobody answers within that time: no majority of nodes runs
  public Optional<ClusterStatus> status(long time, TimeUnit unit) {
    long deadlineNs = System.nanoTime() + unit.toNanos(time);
    AtomicReference<@Nullable ClusterStatus> told = new AtomicReference<>();
    EgressListener listener =
        (_, _, buffer, offset, length, _) ->
            Egress.read(buffer, offset, length)
                .ifPresent(reply -> {
                  if (reply instanceof Egress.Standing standing) {
                    told.set(standing.status());
                  }
                });
    ExpandableArrayBuffer out = new ExpandableArrayBuffer();
    while (told.get() == null && System.nanoTime() < deadlineNs) {
      try (AeronCluster cluster = connect(listener)) {
        cluster.offer(out, 0, new Ingress.Ask(1).writeTo(out));
        long againNs = Math.min(deadlineNs, System.nanoTime() + AGAIN_NS);
        while (told.get() == null && System.nanoTime() < againNs) {
          if (cluster.pollEgress() == 0) {
            LockSupport.parkNanos(PARK_NS);
          }
        }
      } catch (AeronException | IllegalStateException unreachable) {
        LockSupport.parkNanos(PARK_NS);
      }
    }
    return Optional.ofNullable(told.get());
  }

  /// Returns the address of this machine on the way to the nodes.
  ///
  /// @throws IOException if there is no way
  public static String here(List<Address> members) throws IOException {
    Address first = members.getFirst();
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(new InetSocketAddress(first.host(), first.port()));
      return socket.getLocalAddress().getHostAddress();
    } catch (UncheckedIOException nowhere) {
      throw new IOException(first.host() + ": there is no way to it", nowhere);
    }
  }

  AeronCluster connect(EgressListener listener) {
    return AeronCluster.connect(
        new AeronCluster.Context()
            .aeron(aeron())
            .ownsAeronClient(false)
            .ingressChannel("aeron:udp?term-length=256k")
            .ingressEndpoints(ingress)
            .egressChannel("aeron:udp?endpoint=" + here + ":0")
            .messageTimeoutNs(PATIENCE_NS)
            .idleStrategy(new BackoffIdleStrategy(20, 50, 1_000, 100_000))
            .errorHandler(ClusterConnection::forget)
            .egressListener(listener));
  }

  @Override
  public synchronized void close() {
    CloseHelper.quietCloseAll(aeron, driver, shared);
  }
}
