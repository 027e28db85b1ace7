package org.plimsoll.cluster;

import io.aeron.archive.Archive;
import io.aeron.archive.ArchiveThreadingMode;
import io.aeron.archive.client.AeronArchive;
import io.aeron.cluster.ClusterBackup;
import io.aeron.cluster.ConsensusModule;
import io.aeron.cluster.client.AeronCluster;
import io.aeron.cluster.service.ClusteredServiceContainer;
import io.aeron.driver.MediaDriver;
import io.aeron.driver.ThreadingMode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.agrona.CloseHelper;
import org.agrona.ErrorHandler;
import org.agrona.SemanticVersion;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.NoOpLock;
import org.agrona.concurrent.status.AtomicCounter;
import org.jspecify.annotations.Nullable;
import org.plimsoll.venue.Limits;

/// One node of a cluster: what moves messages, what keeps the log, what votes, and the venue, in
/// one process with one thread each.
public final class ClusterNode implements AutoCloseable {
  /// What comes of a log. Whoever changes that raises the first of the three numbers: a node whose
  /// first number is another one than a log's or a snapshot's refuses to decide it.
  static final int RULES = SemanticVersion.compose(0, 0, 1);

  private static final long ROOM_BYTES_MIN = 16L << 20;
  private static final long ROOM_BYTES_WANTED = 32L << 20;
  private static final int SESSIONS_MAX = 1_000;
  private static final int SYNC = 1;
  private static final String LOCAL = "aeron:ipc?term-length=64k";

  private final NodeDirectory directory;
  private final ClusteredVenue venue;
  private volatile NodeView view = NodeView.NONE;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile Optional<Throwable> trouble = Optional.empty();
  private @Nullable MediaDriver driver;
  private @Nullable Archive archive;
  private @Nullable ConsensusModule consensus;
  private @Nullable ClusteredServiceContainer container;
  private @Nullable Warden warden;
  private @Nullable LogFeed feed;
  private @Nullable DriverDirectory shared;

  private ClusterNode(NodeDirectory directory, ClusterSettings settings) {
    this.directory = directory;
    ReplicatedVenue empty =
        new ReplicatedVenue(
            Limits.DEFAULT, settings.members().size(), settings.checkEvery(), this::report);
    this.venue = new ClusteredVenue(empty, seen -> view = seen);
  }

  private void report(long sequence, long hash) {
    Warden reporting = warden;
    if (reporting != null) {
      reporting.report(sequence, hash);
    }
  }

  /// Stops of its own accord: what is wrong is no matter of the venue's.
  private void stop(Throwable why) {
    trouble = trouble.or(() -> Optional.of(why));
    ended.countDown();
  }

  /// Stops while there is still room to stop in good order: a file that is mapped into memory fails
  /// in the middle of a write when its disk is full.
  private void watch(Optional<Pruning> pruning) {
    try {
      directory.requireRoom(ROOM_BYTES_WANTED);
      pruning.ifPresent(Pruning::prune);
    } catch (IOException full) {
      stop(full);
    }
  }

  /// Starts a node.
  ///
  /// @param member its number, from 0
  /// @param log told what goes wrong, a line each
  /// @throws NodeRefusal if its directory cannot be trusted or used
  /// @throws IOException if it cannot be read or written
  public static ClusterNode start(ClusterSettings settings, int member, Consumer<String> log)
      throws NodeRefusal, IOException {
    return start(settings, member, RULES, log);
  }

  static ClusterNode start(ClusterSettings settings, int member, int rules, Consumer<String> log)
      throws NodeRefusal, IOException {
    NodeDirectory directory = NodeDirectory.take(settings.directory(member), ROOM_BYTES_WANTED);
    ClusterNode node = new ClusterNode(directory, settings);
    try {
      Contexts contexts = new Contexts(settings, member, rules, directory, log, node::stop);
      prepare(contexts);
      node.launch(contexts);
      node.feed = new LogFeed(member, settings, directory.archive(), node::view);
      return node;
    } catch (NodeRefusal | IOException | RuntimeException | Error wrong) {
      node.close();
      throw wrong;
    }
  }

  /// Sees to it that the others have the log from where this node's ends.
  private static void prepare(Contexts contexts) throws NodeRefusal, IOException {
    NodeDirectory directory = contexts.directory;
    long othersBegin = Seeding.othersBegin(contexts.settings, contexts.member);
    if (LogFiles.end(directory.archive()) >= othersBegin) {
      return;
    }
    if (!directory.isEmpty()) {
      throw new NodeRefusal(
          directory.path()
              + ": its log ends before position "
              + othersBegin
              + ", where those of the others begin. Empty it while a majority of them runs, and the"
              + " node takes all from them");
    }
    directory.beginSeeding();
    Seeding.seed(contexts, contexts::tell);
    directory.endSeeding();
  }

  private void launch(Contexts contexts) throws IOException {
    shared =
        DriverDirectory.launch(
            contexts.aeronDirectory(),
            directory.path().toString(),
            () -> driver = MediaDriver.launch(contexts.driver()));
    archive = Archive.launch(contexts.archive());
    ConsensusModule.Context voting = contexts.consensus().terminationHook(ended::countDown);
    consensus = ConsensusModule.launch(voting);
    AtomicCounter control = voting.controlToggleCounter();
    Optional<Pruning> pruning = contexts.pruning();
    warden =
        new Warden(
            contexts.member,
            contexts.settings,
            contexts.client(),
            this::view,
            control,
            () -> watch(pruning));
    container =
        ClusteredServiceContainer.launch(
            contexts.container().clusteredService(venue).terminationHook(ended::countDown));
    warden.start();
  }

  /// Returns how far the node is.
  public NodeView view() {
    return view;
  }

  /// Returns why it has stopped; empty if it has not, or was told to.
  public Optional<Throwable> trouble() {
    return venue.trouble().or(() -> trouble);
  }

  /// Waits until the node has stopped of its own accord.
  ///
  /// @return whether it has within that time
  public boolean awaitEnd(long time, TimeUnit unit) throws InterruptedException {
    return ended.await(time, unit);
  }

  @Override
  public void close() throws IOException {
    CloseHelper.quietCloseAll(feed, warden, container, consensus, archive, driver, shared);
    directory.close();
  }

  /// How the parts of a node are set up.
  record Contexts(
      ClusterSettings settings,
      int member,
      int rules,
      NodeDirectory directory,
      Consumer<String> log,
      Consumer<Throwable> stop) {
    /// A thread that ends by what it throws ends the node: without it the others would go on as if
    /// nothing had happened.
    private Thread thread(Runnable work) {
      Thread thread = new Thread(work);
      thread.setUncaughtExceptionHandler((_, wrong) -> stop.accept(wrong));
      return thread;
    }

    private String aeronDirectory() {
      Path own = settings.directory(member).toAbsolutePath().normalize();
      return DriverDirectory.named(Integer.toHexString(own.hashCode()) + "-" + member);
    }

    /// Returns where Aeron keeps its signs of life: beside the driver's buffers in memory. It waits
    /// until they are kept, and on a busy disk that takes longer than it lets itself stand still.
    private File marks() {
      return new File(aeronDirectory());
    }

    private ErrorHandler errors(String part) {
      return error -> {
        String message = String.valueOf(error.getMessage());
        log.accept("node " + member + ", " + part + ": " + message);
        if (message.contains("incompatible version")) {
          stop.accept(
              new IllegalStateException(
                  "this program decides by other rules than the log or its snapshot: " + message));
        }
      };
    }

    private static IdleStrategy idle() {
      return new BackoffIdleStrategy(20, 50, 1_000, 100_000);
    }

    private String host() {
      return settings.members().get(member).host();
    }

    private String anyPort() {
      return "aeron:udp?endpoint=" + host() + ":0";
    }

    MediaDriver.Context driver() {
      return new MediaDriver.Context()
          .aeronDirectoryName(aeronDirectory())
          .threadingMode(ThreadingMode.SHARED)
          .sharedThreadFactory(this::thread)
          .sharedIdleStrategy(idle())
          .publicationTermBufferLength(1 << 20)
          .ipcTermBufferLength(1 << 20)
          .dirDeleteOnStart(true)
          .dirDeleteOnShutdown(true)
          .errorHandler(errors("driver"));
    }

    Archive.Context archive() {
      return new Archive.Context()
          .aeronDirectoryName(aeronDirectory())
          .archiveDir(directory.archive().toFile())
          .markFileDir(marks())
          .controlChannel("aeron:udp?endpoint=" + settings.members().get(member).at(4))
          .localControlChannel(LOCAL)
          .replicationChannel(anyPort())
          .archiveClientContext(new AeronArchive.Context().controlResponseChannel(anyPort()))
          .recordingEventsEnabled(false)
          .threadingMode(ArchiveThreadingMode.SHARED)
          .threadFactory(this::thread)
          .idleStrategySupplier(Contexts::idle)
          .segmentFileLength(LogFiles.SEGMENT_BYTES)
          .lowStorageSpaceThreshold(ROOM_BYTES_MIN)
          .fileSyncLevel(settings.isSynced() ? SYNC : 0)
          .catalogFileSyncLevel(settings.isSynced() ? SYNC : 0)
          .recordChecksum(new FrameChecksum())
          .replayChecksum(new FrameChecksum())
          .errorHandler(errors("archive"));
    }

    private AeronArchive.Context localArchive() {
      return new AeronArchive.Context()
          .lock(NoOpLock.INSTANCE)
          .controlRequestChannel(LOCAL)
          .controlResponseChannel(LOCAL)
          .aeronDirectoryName(aeronDirectory());
    }

    /// Returns what deletes; nothing where everything is kept.
    Optional<Pruning> pruning() {
      return settings.isPruned()
          ? Optional.of(new Pruning(directory.consensus(), this::localArchive, this::tell))
          : Optional.empty();
    }

    void tell(String line) {
      log.accept("node " + member + ": " + line);
    }

    /// Returns what fetches from the others what a node with nothing begins with.
    ClusterBackup.Context backup() {
      return new ClusterBackup.Context()
          .aeronDirectoryName(aeronDirectory())
          .clusterDir(directory.consensus().toFile())
          .markFileDir(marks())
          .clusterConsensusEndpoints(settings.others(member))
          .consensusChannel("aeron:udp?endpoint=" + settings.members().get(member).at(1))
          .catchupEndpoint(settings.members().get(member).at(3))
          .archiveContext(localArchive())
          .clusterArchiveContext(
              new AeronArchive.Context()
                  .controlRequestChannel("aeron:udp")
                  .controlResponseChannel(anyPort()))
          .sourceType(ClusterBackup.SourceType.ANY)
          .initialReplayStart(ClusterBackup.Configuration.ReplayStart.LATEST_SNAPSHOT)
          .threadFactory(this::thread)
          .idleStrategySupplier(Contexts::idle)
          .errorHandler(errors("seeding"));
    }

    ConsensusModule.Context consensus() {
      long heartbeatNs = TimeUnit.MILLISECONDS.toNanos(settings.heartbeatMs());
      return new ConsensusModule.Context()
          .aeronDirectoryName(aeronDirectory())
          .clusterMemberId(member)
          .appVersion(rules)
          .clusterMembers(settings.consensus())
          .clusterDir(directory.consensus().toFile())
          .markFileDir(marks())
          .archiveContext(localArchive())
          .ingressChannel("aeron:udp?term-length=1m")
          .logChannel("aeron:udp?term-length=4m")
          .replicationChannel(anyPort())
          .serviceCount(1)
          .leaderHeartbeatTimeoutNs(heartbeatNs)
          .leaderHeartbeatIntervalNs(heartbeatNs / 10)
          .electionTimeoutNs(heartbeatNs / 2)
          .startupCanvassTimeoutNs(3 * heartbeatNs)
          .sessionTimeoutNs(TimeUnit.SECONDS.toNanos(10))
          .maxConcurrentSessions(SESSIONS_MAX)
          .threadFactory(this::thread)
          .fileSyncLevel(settings.isSynced() ? SYNC : 0)
          .idleStrategySupplier(Contexts::idle)
          .errorHandler(errors("consensus"));
    }

    ClusteredServiceContainer.Context container() {
      return new ClusteredServiceContainer.Context()
          .aeronDirectoryName(aeronDirectory())
          .archiveContext(localArchive())
          .clusterDir(directory.consensus().toFile())
          .markFileDir(marks())
          .serviceName("plimsoll")
          .appVersion(rules)
          .threadFactory(this::thread)
          .idleStrategySupplier(Contexts::idle)
          .errorHandler(errors("venue"));
    }

    AeronCluster.Context client() {
      return new AeronCluster.Context()
          .aeronDirectoryName(aeronDirectory())
          .ingressChannel("aeron:udp?term-length=64k")
          .ingressEndpoints(settings.ingress())
          .egressChannel(anyPort())
          .errorHandler(errors("warden"));
    }
  }
}
