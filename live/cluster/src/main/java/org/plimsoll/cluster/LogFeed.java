package org.plimsoll.cluster;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.agrona.CloseHelper;
import org.plimsoll.cluster.ClusterSettings.Address;

/// Tells a node's log to whoever follows it: by TCP, at the port at which clients reach the node by
/// UDP. What the node has decided is told and nothing else, so a majority has it and it stands.
///
/// It reads the files that the archive writes and has no other part in the node, so that nobody who
/// follows slowly makes the node wait.
final class LogFeed implements AutoCloseable {
  private static final int FOLLOWERS_MAX = 16;
  private static final int PATIENCE_MS = 5_000;
  private static final int BUFFER = 1 << 16;
  private static final long PARK_NS = 200_000;
  private static final long BEAT_NS = TimeUnit.MILLISECONDS.toNanos(500);

  private final int member;
  private final ClusterSettings settings;
  private final Path archive;
  private final Supplier<NodeView> view;
  private final ServerSocket door;
  private final Set<Socket> followers = ConcurrentHashMap.newKeySet();
  private volatile boolean isClosed;

  /// Opens one.
  ///
  /// @param archive where the log's files are
  /// @param view how far the node is
  /// @throws IOException if somebody else has the port
  LogFeed(int member, ClusterSettings settings, Path archive, Supplier<NodeView> view)
      throws IOException {
    this.member = member;
    this.settings = settings;
    this.archive = archive;
    this.view = view;
    Address here = settings.members().get(member);
    door = new ServerSocket();
    try {
      door.setReuseAddress(true);
      door.bind(new InetSocketAddress(here.host(), here.port()));
    } catch (IOException taken) {
      door.close();
      throw new IOException(here + ": cannot be listened at: " + taken.getMessage(), taken);
    }
    Thread.ofVirtual().name("plimsoll-feed-" + member).start(this::listen);
  }

  private void listen() {
    while (!isClosed) {
      try {
        Socket follower = door.accept();
        if (followers.size() < FOLLOWERS_MAX) {
          followers.add(follower);
          Thread.ofVirtual().start(() -> tell(follower));
        } else {
          follower.close();
        }
      } catch (IOException gone) {
        LockSupport.parkNanos(PARK_NS);
      }
    }
  }

  private void tell(Socket follower) {
    try (follower;
        OutputStream out = new BufferedOutputStream(follower.getOutputStream(), BUFFER)) {
      follower.setSoTimeout(PATIENCE_MS);
      follower.setTcpNoDelay(true);
      long position = question(new DataInputStream(follower.getInputStream()));
      new FeedWord.Greeting(
              member, settings.members().size(), settings.checkEvery(), LogFiles.begin(archive))
          .writeTo(out);
      out.flush();
      try (LogReader log = new LogReader(archive, position)) {
        tell(log, out);
      } catch (NodeRefusal refused) {
        new FeedWord.Refusal(String.valueOf(refused.getMessage())).writeTo(out);
      }
    } catch (IOException gone) {
      // it asks again, here or elsewhere
    } finally {
      followers.remove(follower);
    }
  }

  private static long question(DataInputStream in) throws IOException {
    ByteBuffer question =
        ByteBuffer.allocate(FeedWord.QUESTION_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    in.readFully(question.array());
    if (question.getLong(0) != FeedWord.LAYOUT || question.getLong(8) < 0) {
      throw new IOException("it is no question");
    }
    return question.getLong(8);
  }

  private void tell(LogReader log, OutputStream out) throws NodeRefusal, IOException {
    long saidNs = System.nanoTime() - BEAT_NS;
    while (!isClosed) {
      NodeView now = view.get();
      Optional<LogMessage> next = log.next(now.position());
      boolean isNews = next.isPresent();
      while (next.isPresent()) {
        new FeedWord.Message(next.get()).writeTo(out);
        next = log.next(now.position());
      }
      if (isNews || System.nanoTime() - saidNs >= BEAT_NS) {
        new FeedWord.Beat(now.leader(), now.term(), now.position(), now.sequence()).writeTo(out);
        out.flush();
        saidNs = System.nanoTime();
      } else {
        LockSupport.parkNanos(PARK_NS);
      }
    }
  }

  @Override
  public void close() {
    isClosed = true;
    CloseHelper.quietClose(door);
    followers.forEach(CloseHelper::quietClose);
  }
}
