package org.plimsoll.bench.orders;

/// How the price goes while a stream of orders is recorded. Where it goes, orders of the other side
/// are in the way, and the order book must find levels far from those it has just used.
public enum Regime {
  /// A book that is deep and a price that stays.
  STATIC_DEEP,
  /// Small waves of 1 %.
  NORMAL,
  /// Two waves of 25 %.
  SWING_25,
  /// Two waves of 40 %.
  SWING_40,
  /// A price that stays, falls by 45 % within a twentieth of the stream, and comes back.
  FLASH_CRASH;

  /// The price at the beginning, in ticks.
  public static final long START_TICKS = 100_000;

  private static final double CRASH_BEGINS = .5;
  private static final double CRASH_ENDS = .55;
  private static final double CRASH = .45;
  private static final int WAVES = 2;
  private static final int SMALL_WAVES = 20;

  /// Returns the price in ticks around which orders are placed.
  ///
  /// @param progress how much of the stream is over, 0 to 1
  long midTicks(double progress) {
    double change =
        switch (this) {
          case STATIC_DEEP -> 0;
          case NORMAL -> wave(.01, SMALL_WAVES, progress);
          case SWING_25 -> wave(.25, WAVES, progress);
          case SWING_40 -> wave(.4, WAVES, progress);
          case FLASH_CRASH -> crash(progress);
        };
    return Math.round(START_TICKS * (1 + change));
  }

  /// Returns how far from the price orders rest on average, in ticks.
  long spreadTicks() {
    return this == STATIC_DEEP ? 2_000 : 200;
  }

  private static double wave(double height, int waves, double progress) {
    return height * StrictMath.sin(2 * Math.PI * waves * progress);
  }

  private static double crash(double progress) {
    if (progress <= CRASH_BEGINS || progress >= CRASH_ENDS) {
      return 0;
    }
    double through = (progress - CRASH_BEGINS) / (CRASH_ENDS - CRASH_BEGINS);
    return -CRASH * (1 - Math.abs(2 * through - 1));
  }
}
