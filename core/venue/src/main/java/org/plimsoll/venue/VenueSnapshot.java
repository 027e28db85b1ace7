package org.plimsoll.venue;

import org.plimsoll.protocol.EventSink;
import org.plimsoll.units.MalformedState;
import org.plimsoll.units.StateSource;
import org.plimsoll.units.StateWriter;

/// A venue as bytes, and back: the venue that is restored does for every later command exactly what
/// the one that was kept would have done (docs/reference/snapshots.md).
///
/// What is kept is what the state's fingerprint is taken of, so nothing can be in the one and
/// missing in the other. It finds accidental damage; it is no defense against somebody who forges a
/// state.
public final class VenueSnapshot {
  private VenueSnapshot() {}

  /// What has come of bytes that somebody took for a snapshot.
  public sealed interface Restoration permits Restored, Refused {}

  /// The bytes were a snapshot.
  ///
  /// @param venue as it was when the snapshot was taken
  public record Restored(Venue venue) implements Restoration {}

  /// The bytes were none that this venue can use, and there is no venue.
  ///
  /// @param why a sentence for whoever looks after the venue
  public record Refused(Reason reason, String why) implements Restoration {}

  /// Why bytes are refused, in the order in which it is looked for.
  public enum Reason {
    /// They do not begin as a snapshot does.
    NOT_A_SNAPSHOT,
    /// They are of a version of the format that is not known here.
    UNKNOWN_VERSION,
    /// The snapshot was taken under other [Limits].
    OTHER_LIMITS,
    /// There are fewer or more of them than the header says.
    WRONG_LENGTH,
    /// The fingerprint of what they tell is not that of the header.
    WRONG_HASH,
    /// What they tell is no state of a venue.
    MALFORMED
  }

  /// Returns a snapshot of a venue between two commands.
  public static byte[] of(Venue venue) {
    StateWriter writer = new StateWriter(SnapshotHeader.LENGTH);
    VenueState state = venue.state();
    state.writeTo(writer);
    byte[] bytes = writer.toBytes();
    SnapshotHeader.write(bytes, state, writer.hash());
    return bytes;
  }

  /// Restores a venue, of which nobody hears anything until the next command.
  ///
  /// @param limits those under which the snapshot was taken
  /// @param sink told of everything that happens from here on
  /// @param bytes a snapshot and nothing else
  public static Restoration restore(Limits limits, EventSink sink, byte[] bytes) {
    SnapshotHeader header = new SnapshotHeader(bytes);
    Refused refused = header.refusal(limits);
    return refused == null ? read(new VenueState(limits, sink), header, bytes) : refused;
  }

  private static Restoration read(VenueState state, SnapshotHeader header, byte[] bytes) {
    try {
      if (new StateSource(bytes, SnapshotHeader.LENGTH).hashOfRest() != header.hash()) {
        return new Refused(Reason.WRONG_HASH, "the snapshot has been damaged: its hash differs");
      }
      StateSource source = new StateSource(bytes, SnapshotHeader.LENGTH);
      state.readFrom(source);
      source.require(source.isAtEnd(), "nothing is left over");
      source.require(header.isOf(state), "the header and the state agree");
    } catch (MalformedState e) {
      return new Refused(
          Reason.MALFORMED, "the snapshot is no state of a venue: " + e.getMessage());
    }
    return new Restored(new Venue(state));
  }
}
