package org.plimsoll.server.exchange;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.protocol.Event.CommandSequenced;
import org.plimsoll.venue.VenueView;

/// The last number that a client has used, so that a new run of the server goes on behind it.
final class LastSent implements Follower {
  private final int client;
  private long sequence;

  LastSent(int client) {
    this.client = client;
  }

  long sequence() {
    return sequence;
  }

  List<Follower> with(List<Follower> others) {
    List<Follower> all = new ArrayList<>();
    all.add(this);
    all.addAll(others);
    return List.copyOf(all);
  }

  @Override
  public void on(Happening happening, VenueView view) {
    if (happening.events().getFirst() instanceof CommandSequenced sequenced
        && sequenced.client() == client) {
      sequence = sequenced.clientSequence();
    }
  }
}
