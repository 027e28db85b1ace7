package org.plimsoll.solvency.book;

import java.io.Serializable;
import java.math.BigDecimal;

/// A number of a book and where it was read.
///
/// @param value what is known of the number
/// @param source where it was read; empty where the book names no source for it
public record Figure(Interval value, String source) implements Serializable {
  /// Returns a figure without a source of its own.
  public static Figure of(Interval value) {
    return new Figure(value, "");
  }

  /// Returns the sum of two figures, with both sources.
  public Figure plus(Figure other) {
    boolean isSaid = other.source.isEmpty() || source.equals(other.source);
    String both = isSaid ? source : source.isEmpty() ? other.source : source + "; " + other.source;
    return new Figure(value.plus(other.value), both);
  }

  /// Returns this figure, told that the number is a quantity: what nothing bounds from below is at
  /// least 0.
  ///
  /// @throws IllegalArgumentException if the figure says that the number is, or may be, negative
  Figure asQuantity() {
    if (value.low() != null && value.low().signum() < 0) {
      throw new IllegalArgumentException("negative quantity " + value);
    }
    boolean isBounded = value.low() != null;
    return isBounded ? this : new Figure(value.atLeast(BigDecimal.ZERO), source);
  }

  /// Returns this figure, told that the number is a part of a whole, from 0 to 1.
  ///
  /// @throws IllegalArgumentException if the figure says that the number is outside
  Figure asShare() {
    return new Figure(asQuantity().value().atMost(BigDecimal.ONE), source);
  }
}
