package org.plimsoll.ecosystem.agent.market;

import org.plimsoll.ecosystem.Ticks;

/// When somebody looks at a market: after every tick, later by what his path takes, and in between
/// as often as he pleases. Of two who answer to the same tick the one with the shorter path acts
/// first.
///
/// @param latencyNs how long news takes to him and his orders take back, from 1
/// @param everyNs from one look to the next between ticks; 0 for one look a tick
record Rhythm(Ticks ticks, long latencyNs, long everyNs) {
  private static final double NS_PER_MS = 1e6;
  private static final double NS_PER_MINUTE = 60e9;

  /// Returns the rhythm for terms as people write them.
  ///
  /// @param everyMinutes 0 for one look a tick
  static Rhythm of(Ticks ticks, double latencyMs, double everyMinutes) {
    Require.positive("latency-ms", latencyMs);
    Require.notNegative("every-minutes", everyMinutes);
    return new Rhythm(ticks, (long) (latencyMs * NS_PER_MS), (long) (everyMinutes * NS_PER_MINUTE));
  }

  /// Returns the first look of somebody who begins now.
  long first(long nowNs) {
    return nowNs + latencyNs;
  }

  /// Returns the look after one at `nowNs`.
  long next(long nowNs) {
    long tick = ticks.after(nowNs - latencyNs) + latencyNs;
    return everyNs == 0 ? tick : StrictMath.min(tick, nowNs + everyNs);
  }
}
