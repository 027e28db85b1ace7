package org.plimsoll.ecosystem;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.ecosystem.outcome.Flag;

/// What happened, in words, for the timeline. Nobody in the simulation reads it.
public final class Chronicle {
  private final List<Flag> flags = new ArrayList<>();

  /// Adds a flag.
  public void add(Flag flag) {
    flags.add(flag);
  }

  /// Returns every flag in the order in which it was set.
  public List<Flag> flags() {
    return List.copyOf(flags);
  }
}
