package org.plimsoll.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.plimsoll.protocol.Command;
import org.plimsoll.protocol.CommandEncoder;
import org.plimsoll.protocol.Request;

/// Speaks to a replicated venue as a log does, and keeps what it says.
final class Messages {
  private final ReplicatedVenue venue;
  private final CommandEncoder encoder = new CommandEncoder();
  private long position;
  private long nowNs = 1_600_000_000_000_000_000L;

  Messages(ReplicatedVenue venue) {
    this.venue = venue;
  }

  List<Egress> say(long session, Ingress message) {
    List<Egress> replies = new ArrayList<>();
    position += 32;
    nowNs += 1_000_000;
    venue.on(session, nowNs, position, message, replies::add);
    return replies;
  }

  List<Egress> send(long session, int client, long number, Command command) {
    return say(session, message(client, number, number - 1, command));
  }

  Ingress.Say message(int client, long number, long heard, Command command) {
    new Request(client, number, command).deliverTo(encoder);
    return new Ingress.Say(heard, Arrays.copyOf(encoder.bytes(), encoder.length()));
  }

  long nowNs() {
    return nowNs;
  }
}
