package org.plimsoll.host;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.plimsoll.journal.Damage;
import org.plimsoll.journal.JournalReader;
import org.plimsoll.journal.Recovered;
import org.plimsoll.journal.Recovery;
import org.plimsoll.journal.Refused;
import org.plimsoll.journal.Snapshot;
import org.plimsoll.journal.Storage;
import org.plimsoll.protocol.CommandDispatcher;
import org.plimsoll.protocol.DecodeResult;
import org.plimsoll.protocol.EventSink;
import org.plimsoll.venue.Limits;
import org.plimsoll.venue.Venue;
import org.plimsoll.venue.VenueSnapshot;

/// The history of a directory, command by command, applied to a venue.
public final class Replay implements AutoCloseable {
  private final Recovered recovered;
  private final Limits limits;
  private final Venue venue;
  private final JournalReader reader;
  private final CommandDispatcher dispatcher = new CommandDispatcher();

  private Replay(
      Storage storage, Recovered recovered, Limits limits, Venue venue, long fromSequence) {
    this.recovered = recovered;
    this.limits = limits;
    this.venue = venue;
    this.reader = JournalReader.open(storage, recovered, fromSequence);
  }

  /// Begins at the newest snapshot, or before the first command if there is none. A snapshot that
  /// this version cannot read is passed over if the journal goes back to the first command.
  ///
  /// @param sink told what every command does
  /// @throws HostRefusal if the directory cannot be trusted or used
  /// @throws IOException if it cannot be read
  public static Replay latest(Storage storage, EventSink sink) throws HostRefusal, IOException {
    Recovered recovered = examine(storage);
    Limits limits = LimitsFile.read(storage);
    Optional<Snapshot> snapshot = recovered.snapshot();
    if (snapshot.isEmpty()) {
      return whole(storage, recovered, limits, sink);
    }
    return switch (restore(storage, snapshot.get(), limits, sink)) {
      case VenueSnapshot.Restored restored ->
          new Replay(storage, recovered, limits, restored.venue(), recovered.replayFrom());
      case VenueSnapshot.Refused refused -> {
        if (recovered.firstSequence() > 1) {
          throw new HostRefusal(
              "snapshot of command " + snapshot.get().sequence() + ": " + refused.why());
        }
        yield whole(storage, recovered, limits, sink);
      }
    };
  }

  /// Begins before the first command, or at the newest snapshot if the journal no longer goes back
  /// to it.
  ///
  /// @throws HostRefusal if the directory cannot be trusted or used
  /// @throws IOException if it cannot be read
  public static Replay longest(Storage storage, EventSink sink) throws HostRefusal, IOException {
    Recovered recovered = examine(storage);
    return recovered.firstSequence() > 1
        ? latest(storage, sink)
        : whole(storage, recovered, LimitsFile.read(storage), sink);
  }

  /// Goes on behind a venue that earlier commands of the same directory have brought to where it
  /// is.
  ///
  /// @throws HostRefusal if the directory cannot be trusted or used, or no longer has what follows
  /// @throws IOException if it cannot be read
  public static Replay behind(Storage storage, Venue venue) throws HostRefusal, IOException {
    Recovered recovered = examine(storage);
    long next = venue.view().sequence() + 1;
    if (next < recovered.firstSequence() || next > recovered.lastSequence() + 1) {
      throw new HostRefusal("command " + next + " is not kept");
    }
    return new Replay(storage, recovered, LimitsFile.read(storage), venue, next);
  }

  private static Replay whole(Storage storage, Recovered recovered, Limits limits, EventSink sink) {
    return new Replay(storage, recovered, limits, new Venue(limits, sink), 1);
  }

  private static Recovered examine(Storage storage) throws HostRefusal {
    return switch (Recovery.examine(storage)) {
      case Recovered recovered -> recovered;
      case Refused refused -> throw new HostRefusal(sentence(refused));
    };
  }

  static String sentence(Refused refused) {
    String where =
        refused.file().isEmpty() ? "" : refused.file() + " at " + refused.position() + ": ";
    return refused.damage() == Damage.NO_JOURNAL
        ? "there is no journal here"
        : where + refused.sentence();
  }

  private static VenueSnapshot.Restoration restore(
      Storage storage, Snapshot snapshot, Limits limits, EventSink sink) throws IOException {
    try (InputStream body = snapshot.open(storage)) {
      return VenueSnapshot.restore(limits, sink, body.readAllBytes());
    }
  }

  /// Applies the next command.
  ///
  /// @return whether there was one
  /// @throws HostRefusal if what is kept is no command: it was written by a version that knew more
  public boolean next() throws HostRefusal {
    if (!reader.next()) {
      return false;
    }
    DecodeResult result =
        dispatcher.dispatch(reader.array(), reader.offset(), reader.length(), venue);
    if (result != DecodeResult.OK || venue.view().sequence() != reader.sequence()) {
      throw new HostRefusal(
          "record " + reader.sequence() + ": is no command of this version (" + result + ")");
    }
    return true;
  }

  /// Returns the venue as it is after the commands so far.
  public Venue venue() {
    return venue;
  }

  /// Returns the array with the command that was applied last.
  public byte[] array() {
    return reader.array();
  }

  /// Returns where in it the command begins.
  public int offset() {
    return reader.offset();
  }

  /// Returns the length of the command in bytes.
  public int length() {
    return reader.length();
  }

  /// Returns the number of the last command that is kept.
  public long lastSequence() {
    return recovered.lastSequence();
  }

  /// Returns the newest snapshot, with whose fingerprint the venue must agree at its command.
  public Optional<Snapshot> snapshot() {
    return recovered.snapshot();
  }

  Recovered recovered() {
    return recovered;
  }

  /// Returns the bounds that the venue was made with.
  public Limits limits() {
    return limits;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
