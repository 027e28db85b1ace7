package org.plimsoll.cluster;

import io.aeron.cluster.ClusterBackup;
import io.aeron.cluster.ClusterBackupEventsListener;
import io.aeron.cluster.ClusterBackupMediaDriver;
import io.aeron.cluster.ClusterMember;
import io.aeron.cluster.RecordingLog;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.plimsoll.cluster.ClusterSettings.Address;

/// Gives a node that has nothing the last snapshot of the others and the log behind it, where they
/// no longer have all of the log that it would take instead. Aeron's own backup fetches both.
final class Seeding implements ClusterBackupEventsListener {
  private static final int CONNECT_MS = 2_000;
  private static final long PATIENCE_SECONDS = 60;

  private final Consumer<String> log;
  private final CountDownLatch hasSnapshot = new CountDownLatch(1);
  private final CountDownLatch hasLog = new CountDownLatch(1);

  private Seeding(Consumer<String> log) {
    this.log = log;
  }

  /// Returns where the logs of the other nodes begin: the latest position that one of them tells, 0
  /// if none runs or all have all of it.
  static long othersBegin(ClusterSettings settings, int member) {
    long begin = 0;
    for (int other = 0; other < settings.members().size(); other++) {
      if (other != member) {
        begin = Math.max(begin, begin(settings.members().get(other)));
      }
    }
    return begin;
  }

  private static long begin(Address address) {
    ByteBuffer question =
        ByteBuffer.allocate(FeedWord.QUESTION_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address.host(), address.port()), CONNECT_MS);
      socket.setSoTimeout(CONNECT_MS);
      socket.getOutputStream().write(question.putLong(0, FeedWord.LAYOUT).array());
      DataInputStream in = new DataInputStream(socket.getInputStream());
      return FeedWord.read(in) instanceof FeedWord.Greeting greeting ? greeting.begin() : 0;
    } catch (IOException unreachable) {
      return 0;
    }
  }

  /// Fetches it.
  ///
  /// @throws NodeRefusal if the others do not give it in time
  static void seed(ClusterNode.Contexts contexts, Consumer<String> log)
      throws NodeRefusal, IOException {
    Seeding seeding = new Seeding(log);
    ClusterBackup.Context backup = contexts.backup().eventsListener(seeding);
    try (ClusterBackupMediaDriver _ =
        ClusterBackupMediaDriver.launch(contexts.driver(), contexts.archive(), backup)) {
      if (!seeding.hasSnapshot.await(PATIENCE_SECONDS, TimeUnit.SECONDS)
          || !seeding.hasLog.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new NodeRefusal(
            "the others have only a part of the log, and give no snapshot within "
                + PATIENCE_SECONDS
                + " seconds; start this node again while a majority of them runs");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void onBackupQuery() {
    // it asks until somebody answers
  }

  @Override
  public void onPossibleFailure(Exception why) {
    log.accept("seeding: " + why.getMessage());
  }

  @Override
  public void onBackupResponse(
      ClusterMember[] members, ClusterMember leader, List<RecordingLog.Snapshot> snapshots) {
    log.accept("seeding: node " + leader.id() + " gives " + snapshots.size() + " snapshots");
  }

  @Override
  public void onUpdatedRecordingLog(
      RecordingLog recordings, List<RecordingLog.Snapshot> snapshots) {
    hasSnapshot.countDown();
  }

  @Override
  public void onLiveLogProgress(long recording, long counter, long position) {
    hasLog.countDown();
  }
}
