package planted.plimsoll.solvency;

import java.util.Random;

/// What a risk model may do: draw from a seed, and compute with doubles.
final class Seeded {
  double draw(long seed) {
    return new Random(seed).nextDouble();
  }
}
