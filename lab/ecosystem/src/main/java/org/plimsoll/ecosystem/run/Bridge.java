package org.plimsoll.ecosystem.run;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.ecosystem.kernel.RandomStream;
import org.plimsoll.ecosystem.scenario.Moments;
import org.plimsoll.ecosystem.scenario.PriceEntry.Anchor;
import org.plimsoll.ecosystem.scenario.PriceEntry.Motion;

/// Draws the path of a logarithm of a price on a grid of its own, so that it does not depend on the
/// ticks at which it is asked for.
///
/// Between two recorded figures it is a Brownian bridge: a Brownian path less the straight line to
/// where it ended, on the straight line between the figures. It meets every figure, and is made up
/// everywhere else.
final class Bridge {
  private static final double YEAR_NS = 365.25 * 86_400e9;
  private static final long HOUR_NS = 3_600_000_000_000L;
  private static final long MINUTE_NS = 60_000_000_000L;

  /// Up to here a minute's grid is not too many points.
  private static final long FINE_NS = 31 * 24 * HOUR_NS;

  private final RandomStream random;
  private final long stepNs;
  private final List<Long> times = new ArrayList<>();
  private final List<Double> logs = new ArrayList<>();

  private Bridge(RandomStream random, long spanNs) {
    this.random = random;
    stepNs = spanNs <= FINE_NS ? MINUTE_NS : HOUR_NS;
  }

  /// Returns the path through recorded figures.
  ///
  /// @param volatility of the logarithm in a year
  /// @param spanNs of the scenario
  static GridPath through(
      List<Anchor> anchors, double volatility, RandomStream random, long spanNs) {
    Bridge bridge = new Bridge(random, spanNs);
    for (int i = 0; i < anchors.size(); i++) {
      long time = Moments.ns(anchors.get(i).at());
      double log = StrictMath.log(anchors.get(i).price().doubleValue());
      if (i > 0) {
        bridge.join(time, log, volatility);
      }
      bridge.add(time, log);
    }
    return bridge.path();
  }

  /// Returns a path of geometric Brownian motion.
  static GridPath free(Motion motion, RandomStream random, long startNs, long spanNs) {
    Bridge bridge = new Bridge(random, spanNs);
    double log = StrictMath.log(motion.start().doubleValue());
    double years = bridge.stepNs / YEAR_NS;
    double growth = (motion.drift() - motion.volatility() * motion.volatility() / 2) * years;
    double deviation = motion.volatility() * StrictMath.sqrt(years);
    for (long time = startNs; time <= startNs + spanNs; time += bridge.stepNs) {
      bridge.add(time, log);
      log += growth + deviation * random.normal();
    }
    return bridge.path();
  }

  private void join(long untilNs, double until, double volatility) {
    long fromNs = times.getLast();
    double from = logs.getLast();
    int count = Math.toIntExact((untilNs - fromNs - 1) / stepNs);
    double[] walk = new double[count + 2];
    for (int i = 1; i < walk.length; i++) {
      double years = Math.min(stepNs, untilNs - fromNs - (i - 1) * stepNs) / YEAR_NS;
      walk[i] = walk[i - 1] + volatility * StrictMath.sqrt(years) * random.normal();
    }
    for (int i = 1; i <= count; i++) {
      double share = (double) (i * stepNs) / (untilNs - fromNs);
      double line = from + share * (until - from);
      add(fromNs + i * stepNs, line + walk[i] - share * walk[count + 1]);
    }
  }

  private void add(long time, double log) {
    times.add(time);
    logs.add(log);
  }

  private GridPath path() {
    return new GridPath(
        times.stream().mapToLong(Long::longValue).toArray(),
        logs.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
