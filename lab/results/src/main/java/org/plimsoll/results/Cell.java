package org.plimsoll.results;

import java.math.BigDecimal;

/// What stands in one place of a table.
public sealed interface Cell {
  /// Words.
  ///
  /// @param value any text
  record Text(String value) implements Cell {}

  /// An exact decimal.
  ///
  /// @param value written without an exponent and without trailing zeros
  record Decimal(BigDecimal value) implements Cell {}

  /// An exact fraction.
  ///
  /// @param value written as the fraction and as six decimals, rounded down
  record Fraction(Ratio value) implements Cell {}

  /// A figure that a model computed in binary floating point.
  ///
  /// @param value finite; written with the fewest digits that give the same number again
  record Model(double value) implements Cell {
    /// Checks that there is a figure.
    ///
    /// @throws IllegalArgumentException if the value is infinite or not a number
    public Model {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("value " + value + " is not finite");
      }
    }
  }

  /// Nothing: there is no such figure, or it has no limit.
  record Empty() implements Cell {}
}
