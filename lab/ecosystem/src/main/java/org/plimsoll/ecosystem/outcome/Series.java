package org.plimsoll.ecosystem.outcome;

/// A figure over simulated time, for pictures and tables; never the ground of a verdict.
///
/// @param name in kebab-case, as scenarios call it
/// @param title what it is, in words
/// @param unit such as `USD`, `1` or `hours`
/// @param timesNs when it was sampled, rising
/// @param values as many; `NaN` where there was nothing to sample
@SuppressWarnings("ArrayRecordComponent") // a sampled series is two rows of numbers
public record Series(String name, String title, String unit, long[] timesNs, double[] values) {}
