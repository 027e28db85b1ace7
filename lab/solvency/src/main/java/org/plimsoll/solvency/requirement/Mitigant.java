package org.plimsoll.solvency.requirement;

import org.plimsoll.solvency.bounds.Require;

/// A rule that keeps a requirement from falling so low in calm times that it must jump in others.
///
/// Source: Commission Delegated Regulation (EU) 153/2013, article 28, which asks a clearing house
/// for one of these three.
public sealed interface Mitigant {
  /// Returns the requirement that is charged where the model asks for `modeled`, not negative.
  double charged(double modeled);

  /// Never below what the volatility of ten years asks for.
  ///
  /// @param requirement from that volatility; not negative
  record Floor(double requirement) implements Mitigant {
    /// Checks the bounds.
    ///
    /// @throws IllegalArgumentException if `requirement` is negative
    public Floor {
      Require.holds(requirement >= 0, "requirement", requirement);
    }

    @Override
    public double charged(double modeled) {
      return StrictMath.max(modeled, requirement);
    }
  }

  /// A surcharge that is paid up to a normal level and used up above it, so that the charge stands
  /// still while the model rises through the buffer.
  ///
  /// @param share of the modeled requirement, 0 to 1; the regulation's is 0.25
  /// @param normal the modeled requirement up to which the surcharge is paid in full; not negative
  record Buffer(double share, double normal) implements Mitigant {
    /// Checks the bounds.
    ///
    /// @throws IllegalArgumentException if a component is out of its bounds
    public Buffer {
      Require.share("share", share);
      Require.holds(normal >= 0, "normal", normal);
    }

    @Override
    public double charged(double modeled) {
      return StrictMath.max(modeled, (1 + share) * StrictMath.min(modeled, normal));
    }
  }

  /// A fixed part of the requirement comes from a stressed past.
  ///
  /// @param share of the stressed requirement, 0 to 1; the regulation's is 0.25
  /// @param stressed requirement over a stressed period; not negative
  record StressedShare(double share, double stressed) implements Mitigant {
    /// Checks the bounds.
    ///
    /// @throws IllegalArgumentException if a component is out of its bounds
    public StressedShare {
      Require.share("share", share);
      Require.holds(stressed >= 0, "stressed", stressed);
    }

    @Override
    public double charged(double modeled) {
      return (1 - share) * modeled + share * stressed;
    }
  }
}
