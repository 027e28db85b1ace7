package org.plimsoll.sweep;

import java.io.Serializable;
import java.util.Optional;

/// A setting of a scenario that differs from run to run.
///
/// @param path where it stands in the scenario, such as `policies.keel.kelly-multiple`
/// @param low the least value
/// @param high the greatest, above it
public record Variation(String path, double low, double high) implements Serializable {
  private static final String BETWEEN = "..";

  /// Checks that there is a range.
  ///
  /// @throws IllegalArgumentException if the path is empty, an end is not finite, or `low` is not
  ///   below `high`
  public Variation {
    if (path.isBlank()) {
      throw new IllegalArgumentException("a variation needs a path");
    }
    if (!Double.isFinite(low) || !Double.isFinite(high) || low >= high) {
      throw new IllegalArgumentException(
          path + " varies from " + low + " to " + high + ", which is no range");
    }
  }

  /// Returns the variation that `text` says, such as `price.volatility=0.5..1.5`; empty if it says
  /// none.
  public static Optional<Variation> parse(String text) {
    int equals = text.indexOf('=');
    int between = text.indexOf(BETWEEN, Math.max(0, equals));
    if (equals < 1 || between < 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Variation(
              text.substring(0, equals),
              Double.parseDouble(text.substring(equals + 1, between)),
              Double.parseDouble(text.substring(between + BETWEEN.length()))));
    } catch (IllegalArgumentException noRange) {
      return Optional.empty();
    }
  }
}
