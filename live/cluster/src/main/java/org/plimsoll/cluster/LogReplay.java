package org.plimsoll.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.plimsoll.venue.Limits;
import org.plimsoll.venue.VenueView;

/// The log of a node that does not run, read from its disk and decided from its first message, with
/// nothing of Aeron's in between. It says what the node's state is, or should be.
public final class LogReplay {
  private final ReplicatedVenue venue;
  private final Witness witness;

  private LogReplay(ReplicatedVenue venue, Witness witness) {
    this.venue = venue;
    this.witness = witness;
  }

  /// Sees what every message of a log came to.
  @FunctionalInterface
  interface Witness {
    void see(long position, Ingress message, List<Egress> replies);
  }

  /// What a log comes to.
  ///
  /// @param position how much of it was decided, in bytes
  /// @param sequence how many commands the venue has had
  /// @param venueHash the fingerprint of the venue's state
  /// @param hash the fingerprint of everything that is replicated
  public record Outcome(long position, long sequence, long venueHash, long hash) {}

  /// Decides the log of a node.
  ///
  /// @param directory the node's
  /// @param end up to which position; all of it with [Long#MAX_VALUE]
  /// @throws NodeRefusal if it is not what was written, or there is none
  /// @throws IOException if it cannot be read
  public static Outcome of(ClusterSettings settings, Path directory, long end)
      throws NodeRefusal, IOException {
    return of(settings, directory, end, (_, _, _) -> {});
  }

  /// Decides all of the log of a node and returns its venue.
  ///
  /// @param directory the node's
  /// @throws NodeRefusal if it is not what was written, or there is none
  /// @throws IOException if it cannot be read
  public static VenueView venueOf(ClusterSettings settings, Path directory)
      throws NodeRefusal, IOException {
    ReplicatedVenue venue = first(settings);
    new LogReplay(venue, (_, _, _) -> {}).decide(directory.resolve("archive"), Long.MAX_VALUE);
    return venue.view();
  }

  static Outcome of(ClusterSettings settings, Path directory, long end, Witness witness)
      throws NodeRefusal, IOException {
    ReplicatedVenue venue = first(settings);
    long position = new LogReplay(venue, witness).decide(directory.resolve("archive"), end);
    return new Outcome(position, venue.view().sequence(), venue.view().stateHash(), venue.hash());
  }

  private static ReplicatedVenue first(ClusterSettings settings) {
    return new ReplicatedVenue(
        Limits.DEFAULT, settings.members().size(), settings.checkEvery(), (_, _) -> {});
  }

  /// Decides the log, and returns up to where.
  private long decide(Path archive, long end) throws NodeRefusal, IOException {
    NavigableMap<Long, Path> segments = LogFiles.in(archive);
    if (segments.firstKey() != 0) {
      throw new NodeRefusal(archive + ": the log does not begin with its first message");
    }
    long whole = 0;
    for (Map.Entry<Long, Path> segment : segments.entrySet()) {
      whole = segment.getKey() + ArchiveCheck.end(segment.getValue());
    }
    try (LogReader log = new LogReader(archive, 0)) {
      for (Optional<LogMessage> next = log.next(Math.min(end, whole));
          next.isPresent();
          next = log.next(Math.min(end, whole))) {
        decide(next.get());
      }
      return log.position();
    }
  }

  private void decide(LogMessage message) {
    message
        .ingress()
        .ifPresent(said -> {
          List<Egress> replies = new ArrayList<>();
          venue.on(message.session(), message.timeNs(), message.position(), said, replies::add);
          witness.see(message.position(), said, replies);
        });
  }
}
