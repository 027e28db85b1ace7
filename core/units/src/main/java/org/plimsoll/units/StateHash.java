package org.plimsoll.units;

/// A running 64-bit fingerprint of state, fed in a documented order.
///
/// It finds accidental differences between two venues that should be equal; it is no defence
/// against somebody who forges a state.
public final class StateHash implements StateSink {
  private static final long SEED = 0x506C696D736F6C6CL;
  private static final long MULTIPLIER = 0xD6E8FEB86659FD93L;

  private long hash = SEED;

  @Override
  public StateHash add(long value) {
    long mixed = hash ^ value;
    mixed = (mixed ^ mixed >>> 32) * MULTIPLIER;
    mixed = (mixed ^ mixed >>> 32) * MULTIPLIER;
    hash = mixed ^ mixed >>> 32;
    return this;
  }

  @Override
  public StateHash add(String text) {
    StateSink.super.add(text);
    return this;
  }

  /// Returns the fingerprint of what was added so far.
  public long value() {
    return hash;
  }
}
