package planted.plimsoll.units;

import java.util.Random;

final class DrawsAtRandom {
  int draw() {
    return new Random(1).nextInt();
  }
}
