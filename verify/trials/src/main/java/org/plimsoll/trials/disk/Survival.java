package org.plimsoll.trials.disk;

import java.util.SplittableRandom;

/// What becomes of that which no sync has covered.
public sealed interface Survival {
  /// The process dies and the system lives: everything is there, and no more durable than before.
  record Kill() implements Survival {}

  /// The machine dies, and nothing of it was on the disk yet.
  record SyncedOnly() implements Survival {}

  /// The machine dies, and any part of it was on the disk: sectors in any order, some of them torn,
  /// and changes of names without those before.
  record Some(long seed) implements Survival {
    /// The one stream of random numbers that decides.
    SplittableRandom random() {
      return new SplittableRandom(seed);
    }
  }

  /// The same within one file, so that files do not fare alike.
  default Survival in(String file) {
    return this instanceof Some some ? new Some(some.seed() * 31 + file.hashCode()) : this;
  }
}
