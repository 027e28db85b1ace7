package org.plimsoll.ecosystem.outcome;

import java.util.Optional;
import java.util.stream.Stream;

/// A quantity beside the record.
///
/// @param quantity what it is, in words, with its date
/// @param unit such as `USD` or `hours`
/// @param isFit whether it was used in calibration; if not it is out of sample
/// @param recordedLow the recorded value, or the low end of its range
/// @param recordedHigh the same value, or the high end
/// @param simulated the value of the run, or the median over seeds; `NaN` where the run has none
/// @param bandLow the 5th percentile over seeds, where more than one was run
/// @param bandHigh the 95th
/// @param noChange the naive baseline of no change
/// @param lastTrend the naive baseline of last month's trend
/// @param source of the recorded value
public record ScoreRow(
    String quantity,
    String unit,
    boolean isFit,
    double recordedLow,
    double recordedHigh,
    double simulated,
    Optional<Double> bandLow,
    Optional<Double> bandHigh,
    Optional<Double> noChange,
    Optional<Double> lastTrend,
    String source) {
  /// What a score says.
  public enum Verdict {
    HIT,
    MISS,
    /// One run beside a single recorded value, which it could meet by accident only: the band over
    /// seeds decides.
    OPEN,
    /// The run has no such value.
    NO_VALUE
  }

  /// Says whether the simulation met the record: its band and the recorded range overlap, or
  /// without a band its value lies in the range, if it is one.
  public Verdict verdict() {
    if (Double.isNaN(simulated)) {
      return Verdict.NO_VALUE;
    }
    boolean hasBand = bandLow.isPresent() && bandHigh.isPresent();
    if (!hasBand && recordedLow == recordedHigh) {
      return Verdict.OPEN;
    }
    double low = Math.min(simulated, bandLow.orElse(simulated));
    double high = Math.max(simulated, bandHigh.orElse(simulated));
    return low <= recordedHigh && recordedLow <= high ? Verdict.HIT : Verdict.MISS;
  }

  /// Returns how far `value` lies outside the recorded range, in the unit of the row; 0 inside, and
  /// infinite where there is no value.
  public double error(double value) {
    return Double.isNaN(value)
        ? Double.POSITIVE_INFINITY
        : Math.max(0, Math.max(recordedLow - value, value - recordedHigh));
  }

  /// Returns whether the simulation comes nearer to the record than every baseline that the row
  /// has; empty where it has none. As near is not nearer.
  public Optional<Boolean> isNearerThanBaselines() {
    return Stream.of(noChange, lastTrend)
        .flatMap(Optional::stream)
        .map(baseline -> error(simulated) < error(baseline))
        .reduce(Boolean::logicalAnd);
  }
}
