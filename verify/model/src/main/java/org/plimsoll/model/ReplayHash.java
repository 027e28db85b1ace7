package org.plimsoll.model;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.plimsoll.protocol.CommandDispatcher;
import org.plimsoll.protocol.CommandEncoder;
import org.plimsoll.protocol.DecodeResult;
import org.plimsoll.protocol.EventEncoder;
import org.plimsoll.protocol.Request;
import org.plimsoll.units.StateHash;
import org.plimsoll.venue.Venue;

/// Replays recorded histories and prints one fingerprint of every state and every event's bytes on
/// the way, so that Javas with other collectors and compilers can be told apart.
public final class ReplayHash {
  private ReplayHash() {}

  /// Prints the fingerprint of the file that is named.
  public static void main(String[] args) throws IOException {
    try (InputStream in = Files.newInputStream(Path.of(args[0]))) {
      System.out.println(Long.toHexString(of(in)));
    }
  }

  /// Writes a history: the number of commands, then each with the length of its bytes first.
  static void write(List<Request> history, OutputStream to) throws IOException {
    DataOutputStream out = new DataOutputStream(to);
    CommandEncoder encoder = new CommandEncoder();
    out.writeInt(history.size());
    for (Request request : history) {
      request.deliverTo(encoder);
      out.writeInt(encoder.length());
      out.write(encoder.bytes(), 0, encoder.length());
    }
    out.flush();
  }

  /// Returns the fingerprint of all histories in a stream, each on a venue of its own.
  static long of(InputStream from) throws IOException {
    DataInputStream in = new DataInputStream(from);
    StateHash hash = new StateHash();
    while (in.available() > 0) {
      replay(in, hash);
    }
    return hash.value();
  }

  private static void replay(DataInputStream in, StateHash hash) throws IOException {
    EventEncoder events = new EventEncoder();
    Venue venue = new Venue(VenueLaws.LIMITS, events);
    CommandDispatcher dispatcher = new CommandDispatcher();
    int commands = in.readInt();
    for (int i = 0; i < commands; i++) {
      byte[] command = in.readNBytes(in.readInt());
      events.clear();
      DecodeResult result = dispatcher.dispatch(command, 0, command.length, venue);
      hash.add(result.ordinal()).add(venue.view().stateHash()).add(events.length());
      for (int at = 0; at < events.length(); at++) {
        hash.add(events.bytes()[at]);
      }
    }
  }
}
