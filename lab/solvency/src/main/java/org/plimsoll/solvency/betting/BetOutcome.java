package org.plimsoll.solvency.betting;

/// What a wealth of 1 becomes, three ways: a large mean beside a median of nothing is the mark of
/// too large a bet.
///
/// @param mean the average wealth over all paths
/// @param median the wealth that half of all paths reach
/// @param aliveProbability the part of all paths with anything left, from 0 to 1
public record BetOutcome(double mean, double median, double aliveProbability) {}
