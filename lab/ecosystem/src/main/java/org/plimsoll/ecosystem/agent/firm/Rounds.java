package org.plimsoll.ecosystem.agent.firm;

import org.plimsoll.ecosystem.Ticks;

/// When somebody acts: some seconds after every tick. Of two, the one with fewer seconds acts
/// first.
record Rounds(Ticks ticks, long delayNs) {
  static final long DAY_NS = 86_400_000_000_000L;
  static final double YEAR_NS = 365.25 * DAY_NS;
  private static final long SECOND_NS = 1_000_000_000L;

  static Rounds after(Ticks ticks, long seconds) {
    return new Rounds(ticks, seconds * SECOND_NS);
  }

  long first(long nowNs) {
    return nowNs + delayNs;
  }

  long next(long nowNs) {
    return ticks.after(nowNs - delayNs) + delayNs;
  }
}
