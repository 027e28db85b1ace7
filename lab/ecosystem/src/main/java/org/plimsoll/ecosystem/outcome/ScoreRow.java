package org.plimsoll.ecosystem.outcome;

import java.util.Optional;

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
    String source) {}
