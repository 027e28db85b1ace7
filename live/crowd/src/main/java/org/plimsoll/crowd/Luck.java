package org.plimsoll.crowd;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.zip.CRC32;

/// One agent's stream of random numbers: the same for the same seed and name, whoever else draws.
final class Luck {
  private final SplittableRandom random;

  Luck(long seed, String name) {
    CRC32 hash = new CRC32();
    hash.update(name.getBytes(StandardCharsets.UTF_8));
    random = new SplittableRandom(seed << Integer.SIZE ^ hash.getValue());
  }

  /// Returns a number from 0 to below 1, all as likely.
  double uniform() {
    return random.nextDouble();
  }

  /// Returns a number above 0 that is 1 on the average, exponentially distributed.
  double exponential() {
    return -StrictMath.log(1 - random.nextDouble());
  }

  /// Returns a number from 0 to below a bound.
  int below(int bound) {
    return random.nextInt(bound);
  }
}
