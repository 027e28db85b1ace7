package org.plimsoll.units;

/// Checks of what can only be false if the program is wrong. Always on.
public final class Invariant {
  private Invariant() {}

  /// Halts unless `holds`.
  ///
  /// @throws InvariantViolation if it does not
  public static void check(boolean holds, String law) {
    if (!holds) {
      throw new InvariantViolation(law);
    }
  }

  /// Halts unless `holds`, naming two numbers that show why.
  ///
  /// @throws InvariantViolation if it does not
  public static void check(boolean holds, String law, long first, long second) {
    if (!holds) {
      throw new InvariantViolation(law + " (" + first + ", " + second + ")");
    }
  }
}
