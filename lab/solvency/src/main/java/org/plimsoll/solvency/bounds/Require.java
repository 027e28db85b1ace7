package org.plimsoll.solvency.bounds;

/// The bounds that figures of a model are held to, with one wording for what breaks them.
public final class Require {
  private Require() {}

  /// Returns `value`.
  ///
  /// @throws IllegalArgumentException if it is not positive and finite
  public static double positive(String name, double value) {
    holds(value > 0 && Double.isFinite(value), name, value);
    return value;
  }

  /// Returns `value`; infinity passes.
  ///
  /// @throws IllegalArgumentException if it is negative or not a number
  public static double notNegative(String name, double value) {
    holds(value >= 0, name, value);
    return value;
  }

  /// Returns `value`.
  ///
  /// @throws IllegalArgumentException if it is infinite or not a number
  public static double finite(String name, double value) {
    holds(Double.isFinite(value), name, value);
    return value;
  }

  /// Returns `value`.
  ///
  /// @throws IllegalArgumentException if it is negative or not below one
  public static double fraction(String name, double value) {
    holds(value >= 0 && value < 1, name, value);
    return value;
  }

  /// Returns `value`.
  ///
  /// @throws IllegalArgumentException if it is negative or above one
  public static double share(String name, double value) {
    holds(value >= 0 && value <= 1, name, value);
    return value;
  }

  /// Asks that `holds`.
  ///
  /// @throws IllegalArgumentException naming the field and its value if it does not
  public static void holds(boolean holds, String name, double value) {
    if (!holds) {
      throw new IllegalArgumentException(name + " " + value + " is out of bounds");
    }
  }
}
