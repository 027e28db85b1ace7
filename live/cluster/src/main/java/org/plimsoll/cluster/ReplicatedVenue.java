package org.plimsoll.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plimsoll.cluster.ClusterStatus.Member;
import org.plimsoll.protocol.ClockCommand.AdvanceTime;
import org.plimsoll.protocol.CommandDispatcher;
import org.plimsoll.protocol.CommandEncoder;
import org.plimsoll.protocol.DecodeResult;
import org.plimsoll.protocol.Request;
import org.plimsoll.units.StateHash;
import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;
import org.plimsoll.venue.Limits;
import org.plimsoll.venue.Venue;
import org.plimsoll.venue.VenueView;

/// A venue and what makes it safe to talk to over a network that loses and repeats: a function of
/// the messages in the log and of nothing else, so the same on every node.
///
/// A client numbers its commands 1, 2, 3 and so on. A command is decided only if it is the next
/// one, so none is overtaken by a later one and none is decided twice; one that comes again gets
/// the answer that it got before.
final class ReplicatedVenue {
  /// The client number in whose name time passes, as with a single host.
  static final int OWN_CLIENT = 0;

  private static final int OWN_HASHES_MAX = 64;
  private static final int MEMBERS_MAX = 64;

  private final Limits limits;
  private final long checkEvery;
  private final Effects effects;
  private final Venue venue;
  private final CommandDispatcher dispatcher = new CommandDispatcher();
  private final CommandEncoder tick = new CommandEncoder();
  private final SortedMap<Integer, ClientRecord> clients = new TreeMap<>();
  private final SortedMap<Integer, MemberRecord> members = new TreeMap<>();
  private final Ballot ballot;

  // What this node knows for itself; no part of the state.
  private final SortedMap<Long, Long> ownHashes = new TreeMap<>();
  private final Observer observer;
  private int leader = -1;
  private long term = -1;

  /// Creates one with an empty venue.
  ///
  /// @param memberCount how many nodes there are
  /// @param checkEvery after how many commands each node tells the others the fingerprint of its
  ///   state
  /// @param observer told of what this node does
  ReplicatedVenue(Limits limits, int memberCount, long checkEvery, Observer observer) {
    this.limits = limits;
    this.checkEvery = checkEvery;
    this.observer = observer;
    this.effects = new Effects();
    this.venue = new Venue(limits, effects);
    this.ballot = new Ballot(memberCount);
  }

  private ReplicatedVenue(ReplicatedVenue former, Venue venue, Effects effects) {
    this.limits = former.limits;
    this.checkEvery = former.checkEvery;
    this.observer = former.observer;
    this.ballot = former.ballot;
    this.effects = effects;
    this.venue = venue;
  }

  /// Returns one with another venue, whose events go to `effects`, and nothing else yet.
  ReplicatedVenue with(Venue other, Effects itsEffects) {
    return new ReplicatedVenue(this, other, itsEffects);
  }

  Limits limits() {
    return limits;
  }

  VenueView view() {
    return venue.view();
  }

  Venue venue() {
    return venue;
  }

  /// Returns the fingerprint of everything that is replicated.
  long hash() {
    StateHash hash = new StateHash().add(venue.view().stateHash());
    writeTo(hash);
    return hash.value();
  }

  /// Another node leads from here on, or the same one again.
  void onTerm(int newLeader, long newTerm) {
    leader = newLeader;
    term = newTerm;
  }

  /// Decides a message of the log.
  ///
  /// @param session who sent it
  /// @param nowNs when the leader put it into the log, in nanoseconds since 1970
  /// @param position where the log ends with it
  /// @throws Divergence if it shows that this node's state is not that of the others
  void on(long session, long nowNs, long position, Ingress message, Replies replies) {
    switch (message) {
      case Ingress.Hello hello -> replies.tell(welcome(hello.client(), session));
      case Ingress.Say say -> {
        if (say.isNamed()) {
          replies.tell(decide(say, session, position));
        }
      }
      case Ingress.Tick tick -> pass(nowNs, tick.entropy());
      case Ingress.Report report -> take(report, nowNs);
      case Ingress.Ask ask ->
          replies.tell(new Egress.Standing(ask.question(), status(nowNs, position)));
    }
  }

  private Egress welcome(int client, long session) {
    if (client <= OWN_CLIENT || client >= limits.clientsMax()) {
      return new Egress.Taken(client);
    }
    ClientRecord record = clients.computeIfAbsent(client, _ -> new ClientRecord());
    return record.take(session)
        ? new Egress.Welcome(client, record.last())
        : new Egress.Taken(client);
  }

  private Egress decide(Ingress.Say say, long session, long position) {
    int client = say.client();
    ClientRecord record = clients.get(client);
    if (record == null || record.session() != session) {
      return new Egress.Taken(client);
    }
    record.forget(say.heard());
    long clientSequence = say.clientSequence();
    if (!record.isNext(clientSequence)) {
      Answer kept = record.kept(clientSequence);
      return kept == null
          ? new Egress.Expected(client, record.last() + 1)
          : new Egress.Told(client, kept);
    }
    Answer answer = decide(say.bytes(), clientSequence, position);
    record.keep(answer);
    check();
    return new Egress.Told(client, answer);
  }

  private Answer decide(byte[] bytes, long clientSequence, long position) {
    DecodeResult result = dispatcher.dispatch(bytes, 0, bytes.length, venue);
    if (result != DecodeResult.OK) {
      return new Answer(clientSequence, position, 0, Answer.Outcome.MALFORMED, 0, 0, 0, 0, 0);
    }
    observer.onDecided(venue.view().sequence(), bytes);
    return effects.answer(clientSequence, position);
  }

  /// Passes time on. The venue's clock stands while that of a new leader is behind.
  private void pass(long nowNs, long entropy) {
    if (nowNs > venue.view().clockNs()) {
      AdvanceTime command = new AdvanceTime(nowNs, entropy);
      Request request = new Request(OWN_CLIENT, venue.view().sequence() + 1, command);
      request.deliverTo(venue);
      request.deliverTo(tick);
      observer.onDecided(venue.view().sequence(), Arrays.copyOf(tick.bytes(), tick.length()));
      check();
    }
  }

  private void check() {
    long sequence = venue.view().sequence();
    if (sequence % checkEvery == 0 && !ownHashes.containsKey(sequence)) {
      long hash = hash();
      ownHashes.put(sequence, hash);
      while (ownHashes.size() > OWN_HASHES_MAX) {
        ownHashes.remove(ownHashes.firstKey());
      }
      observer.onHash(sequence, hash);
    }
  }

  private void take(Ingress.Report report, long nowNs) {
    if (report.member() < 0 || report.member() >= MEMBERS_MAX) {
      return;
    }
    members.put(report.member(), new MemberRecord(report.position(), nowNs));
    if (report.sequence() > 0) {
      ballot.cast(report.member(), report.sequence(), report.hash());
      ownHashes.forEach(this::requireSound);
    }
  }

  private void requireSound(long sequence, long hash) {
    switch (ballot.judge(sequence, hash)) {
      case SOUND -> {
        // goes on
      }
      case DIVERGED ->
          throw new Divergence(
              "after command "
                  + sequence
                  + " this node's state is another one than that of the majority; it must not go on."
                  + " Empty its directory and start it again, and it takes the state of the others");
      case UNDECIDED ->
          throw new Divergence(
              "after command "
                  + sequence
                  + " two nodes have different states and no majority says whose is right; keep both"
                  + " directories and find out which differs by replaying the log");
    }
  }

  /// Returns how the nodes are.
  ClusterStatus status(long nowNs, long position) {
    List<Member> told = new ArrayList<>();
    members.forEach((number, record) ->
        told.add(new Member(number, record.position, Math.max(0, nowNs - record.heardNs))));
    return new ClusterStatus(leader, term, position, venue.view().sequence(), told);
  }

  /// Writes everything that is replicated but the venue.
  void writeTo(StateSink sink) {
    sink.add(clients.size());
    clients.forEach((client, record) -> {
      sink.add(client);
      record.writeTo(sink);
    });
    sink.add(members.size());
    members.forEach((member, record) -> sink.add(member).add(record.position).add(record.heardNs));
    ballot.writeTo(sink);
  }

  /// Reads what [#writeTo] has written.
  void readFrom(StateSource source) {
    int count = source.count(limits.clientsMax());
    for (int i = 0; i < count; i++) {
      clients.put(source.index(limits.clientsMax()), ClientRecord.readFrom(source));
    }
    int memberCount = source.count(MEMBERS_MAX);
    for (int i = 0; i < memberCount; i++) {
      members.put(source.index(MEMBERS_MAX), new MemberRecord(source.number(), source.number()));
    }
    ballot.readFrom(source);
  }

  /// Returns the number of the last command of a client that was decided, for tests and tools.
  long last(int client) {
    @Nullable ClientRecord record = clients.get(client);
    return record == null ? 0 : record.last();
  }

  /// Told of what one node does; nothing of it is part of the state.
  interface Observer {
    /// The fingerprint of the node's own state after a command.
    void onHash(long sequence, long hash);

    /// The venue has a command more.
    ///
    /// @param command as [CommandEncoder] writes it
    default void onDecided(long sequence, byte[] command) {}
  }

  /// @param position how much of the log the node had decided
  /// @param heardNs when it said so
  private record MemberRecord(long position, long heardNs) {}
}
