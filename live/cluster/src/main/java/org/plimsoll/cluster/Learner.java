package org.plimsoll.cluster;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.agrona.CloseHelper;
import org.jspecify.annotations.Nullable;
import org.plimsoll.cluster.ClusterSettings.Address;
import org.plimsoll.venue.Limits;

/// Follows a cluster without being one of its nodes: it reads the log of whichever node it reaches,
/// decides it as they do, and tells what was decided, in order and without a gap. It holds its own
/// state against the fingerprints that the nodes tell each other, and stops where it differs.
///
/// A node tells what a majority has, so what is told here stands. When the node goes away, or has
/// nothing to say for longer than a cluster that is well does, another one is asked from the last
/// message on; that message must come again as it was, or it is another log.
public final class Learner implements AutoCloseable {
  private static final int CONNECT_MS = 2_000;
  private static final int READ_MS = 3_000;
  private static final long SILENCE_NS = TimeUnit.SECONDS.toNanos(3);
  private static final long OUT_OF_TOUCH_NS = TimeUnit.SECONDS.toNanos(6);
  private static final long PARK_NS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final int BUFFER = 1 << 16;
  private static final int TOLD_MAX = 1 << 12;

  private final List<Address> members;
  private final Listener listener;
  private final Thread thread = new Thread(this::run, "plimsoll-learner");

  // Only for the thread.
  private final LearnerState remembered;
  private @Nullable ReplicatedVenue replicated;
  private long from;
  private int checksum;
  private @Nullable LogMessage last;
  private int untold;
  private int refusals;

  private volatile long position;
  private volatile long told;
  private volatile long newsNs = System.nanoTime();
  private volatile LearnerStanding standing = LearnerStanding.NONE;
  private volatile @Nullable Socket socket;
  private volatile boolean isClosed;

  /// Is told what was decided, by one thread.
  public interface Listener {
    /// It has reached a node, and its venue is what it remembered; what follows is told from here
    /// on.
    void onBegin();

    /// The venue has a command more.
    ///
    /// @param sequence its place in the venue's history
    /// @param client who sent it; 0 for the cluster itself
    /// @param clientSequence that client's number for it
    /// @param command as [org.plimsoll.protocol.CommandEncoder] writes it
    void onDecided(long sequence, int client, long clientSequence, byte[] command);

    /// That is all for now, or much has been told since the last time.
    void onPause();

    /// Nothing more will be told.
    ///
    /// @param why what is wrong; empty if it was told to stop
    void onStopped(Optional<Throwable> why);
  }

  private Learner(List<Address> members, LearnerState remembered, Listener listener) {
    this.members = List.copyOf(members);
    this.listener = listener;
    this.remembered = remembered;
    this.from = remembered.from();
    this.position = remembered.position();
    this.checksum = remembered.checksum();
  }

  /// Creates one that goes on where another was; [#start] lets it work.
  ///
  /// @param members where all nodes are
  /// @param state what [#state] or [#nothing] returned
  /// @throws NodeRefusal if it is something else
  public static Learner of(List<Address> members, byte[] state, Listener listener)
      throws NodeRefusal {
    return new Learner(members, LearnerState.of(state), listener);
  }

  /// Returns the state of one that has seen nothing.
  public static byte[] nothing() {
    return new LearnerState(0, 0, 0, new byte[0]).toBytes();
  }

  /// Lets it work.
  public void start() {
    thread.setDaemon(true);
    thread.start();
  }

  /// Returns how far it is, and the nodes.
  public LearnerStanding standing() {
    return standing.at(position);
  }

  /// Waits until it has told everything up to a position of the log.
  ///
  /// @return whether it has within that time
  public boolean awaitPosition(long wanted, long time, TimeUnit unit) {
    long endNs = System.nanoTime() + unit.toNanos(time);
    while (told < wanted && thread.isAlive() && System.nanoTime() < endNs) {
      LockSupport.parkNanos(PARK_NS / 10);
    }
    return told >= wanted;
  }

  /// Returns whether no node has told anything new for longer than an election takes.
  public boolean isOutOfTouch() {
    return System.nanoTime() - newsNs > OUT_OF_TOUCH_NS;
  }

  /// Returns how many commands the venue has had; for the thread that tells.
  public long sequence() {
    return venue().view().sequence();
  }

  /// Returns the fingerprint of the venue; for the thread that tells.
  public long venueHash() {
    return venue().view().stateHash();
  }

  /// Returns what it has to remember to go on from here; for the thread that tells.
  public byte[] state() {
    int sum = last == null ? checksum : last.checksum();
    return new LearnerState(from, position, sum, ReplicatedSnapshot.of(venue())).toBytes();
  }

  private ReplicatedVenue venue() {
    if (replicated == null) {
      throw new IllegalStateException("it has reached no node yet");
    }
    return replicated;
  }

  private void run() {
    Optional<Throwable> trouble = Optional.empty();
    try {
      for (int next = 0; !isClosed; next = (next + 1) % members.size()) {
        follow(next);
        standing = standing.away();
        LockSupport.parkNanos(PARK_NS);
      }
    } catch (Exception | Error wrong) {
      trouble = Optional.of(wrong);
    }
    listener.onStopped(trouble);
  }

  /// Follows a node until that is at an end.
  private void follow(int member) throws Exception {
    Address address = members.get(member);
    try (Socket open = new Socket()) {
      socket = open;
      open.connect(new InetSocketAddress(address.host(), address.port()), CONNECT_MS);
      open.setSoTimeout(READ_MS);
      open.getOutputStream().write(question());
      follow(new DataInputStream(new BufferedInputStream(open.getInputStream(), BUFFER)));
    } catch (IOException unreachable) {
      // the next one is asked
    }
    pause();
  }

  private byte[] question() {
    ByteBuffer question =
        ByteBuffer.allocate(FeedWord.QUESTION_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    return question.putLong(FeedWord.LAYOUT).putLong(from).array();
  }

  private void follow(DataInputStream in) throws NodeRefusal, IOException {
    int node = -1;
    boolean isFirst = position > 0;
    long heardNs = System.nanoTime();
    while (!isClosed && System.nanoTime() - heardNs < SILENCE_NS) {
      if (in.available() == 0 || untold >= TOLD_MAX) {
        pause();
      }
      switch (FeedWord.read(in)) {
        case FeedWord.Greeting it -> {
          greet(it);
          node = it.member();
        }
        case FeedWord.Message(LogMessage message) -> {
          heardNs = System.nanoTime();
          refusals = 0;
          if (isFirst) {
            requireKnown(message);
            isFirst = false;
          } else {
            take(message);
            standing = standing.with(node);
            newsNs = heardNs;
          }
        }
        case FeedWord.Beat beat -> standing = standing.heard(beat);
        case FeedWord.Refusal(String why) -> {
          if (++refusals >= members.size()) {
            throw new NodeRefusal(why);
          }
          return;
        }
      }
    }
  }

  private void greet(FeedWord.Greeting greeting) throws NodeRefusal {
    if (greeting.members() != members.size()) {
      throw new NodeRefusal(
          "the cluster has "
              + greeting.members()
              + " nodes and these are "
              + members.size()
              + "; name all of them, in their order");
    }
    if (replicated == null) {
      replicated = begin(greeting);
      listener.onBegin();
    }
  }

  private ReplicatedVenue begin(FeedWord.Greeting greeting) throws NodeRefusal {
    ReplicatedVenue empty =
        new ReplicatedVenue(
            Limits.DEFAULT, greeting.members(), greeting.checkEvery(), new Telling());
    if (position == 0) {
      return empty;
    }
    try {
      return ReplicatedSnapshot.restore(empty, remembered.snapshot());
    } catch (ReplicatedSnapshot.SnapshotRefusal refused) {
      throw new NodeRefusal(String.valueOf(refused.getMessage()));
    }
  }

  private void requireKnown(LogMessage message) throws NodeRefusal {
    int known = last == null ? checksum : last.checksum();
    if (message.from() != from || message.position() != position || message.checksum() != known) {
      throw new NodeRefusal(
          "the log of this cluster is not the one that was followed before: at position "
              + from
              + " it has another message");
    }
  }

  private void take(LogMessage message) {
    message.ingress().ifPresent(said -> decide(message, said));
    last = message;
    from = message.from();
    position = message.position();
  }

  private void decide(LogMessage message, Ingress said) {
    try {
      venue().on(message.session(), message.timeNs(), message.position(), said, _ -> {});
    } catch (Divergence differing) {
      throw new Divergence(
          "the log up to position "
              + message.position()
              + " comes to another state here than at the nodes; nothing more is told. Follow it"
              + " from its beginning again, with an empty journal");
    }
  }

  private void pause() {
    if (untold > 0) {
      untold = 0;
      listener.onPause();
    }
    told = position;
  }

  @Override
  public void close() {
    isClosed = true;
    CloseHelper.quietClose(socket);
    LockSupport.unpark(thread);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Tells what the venue has decided.
  private final class Telling implements ReplicatedVenue.Observer {
    @Override
    public void onHash(long sequence, long hash) {
      // the nodes say theirs in the log, and it is held against them there
    }

    @Override
    public void onDecided(long sequence, byte[] command) {
      Ingress.Say said = new Ingress.Say(0, command);
      untold++;
      listener.onDecided(sequence, said.client(), said.clientSequence(), command);
    }
  }
}
