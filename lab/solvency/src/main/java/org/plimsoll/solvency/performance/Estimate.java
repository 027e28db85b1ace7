package org.plimsoll.solvency.performance;

/// An estimated coefficient.
///
/// @param value the estimate
/// @param standardError not negative
public record Estimate(double value, double standardError) {
  /// Returns how many standard errors the estimate is from zero; infinite for a perfect fit.
  public double t() {
    return value / standardError;
  }
}
