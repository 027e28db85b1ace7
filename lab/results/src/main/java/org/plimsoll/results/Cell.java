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

  /// Nothing: there is no such figure, or it has no limit.
  record Empty() implements Cell {}
}
