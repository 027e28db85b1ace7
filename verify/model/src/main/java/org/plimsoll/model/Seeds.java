package org.plimsoll.model;

import java.util.SplittableRandom;
import org.plimsoll.units.StateHash;

/// Streams of random numbers by name from one seed, so that whoever adds a stream shifts no other.
///
/// @param seed picks everything
public record Seeds(long seed) {
  /// Returns the stream of that name, from its start.
  public SplittableRandom stream(String name) {
    return new SplittableRandom(new StateHash().add(seed).add(name).value());
  }
}
