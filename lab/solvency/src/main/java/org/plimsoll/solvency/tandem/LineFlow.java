package org.plimsoll.solvency.tandem;

/// What a line does in the long run.
///
/// @param throughput pieces per unit of time; positive
/// @param workInProgress pieces in the line on average
public record LineFlow(double throughput, double workInProgress) {
  /// Returns the time of a piece from the start of the first station to the end of the last, by
  /// Little's law (1961).
  public double flowTime() {
    return workInProgress / throughput;
  }
}
