package org.plimsoll.venue;

import org.plimsoll.units.StateSink;
import org.plimsoll.units.StateSource;

/// Where an asset's weight for maintenance is going.
///
/// @param asset whose weight it is
/// @param totalWeightE9 where it ends
/// @param dailyMaxE9 the largest step
/// @param nextNs when the next step is due, in nanoseconds since 1970
public record WeightPath(int asset, long totalWeightE9, long dailyMaxE9, long nextNs) {
  /// Returns the weight after the next step.
  long next(long weightE9) {
    return Math.clamp(totalWeightE9, weightE9 - dailyMaxE9, weightE9 + dailyMaxE9);
  }

  WeightPath dueAt(long timeNs) {
    return new WeightPath(asset, totalWeightE9, dailyMaxE9, timeNs);
  }

  void writeTo(StateSink sink) {
    sink.add(asset).add(totalWeightE9).add(dailyMaxE9).add(nextNs);
  }

  static WeightPath readFrom(StateSource source, int assets) {
    return new WeightPath(
        source.index(assets), source.number(), source.within(0, Long.MAX_VALUE), source.number());
  }
}
