package org.plimsoll.solvency.explain;

import org.plimsoll.solvency.assess.RatioRange;
import org.plimsoll.solvency.book.Interval;

/// What an assessment says a figure is.
public sealed interface Amount {
  /// An exact decimal, or a range of them.
  ///
  /// @param value may be without a limit on either side
  /// @param unit the code of an asset, or the book's currency
  record Quantity(Interval value, String unit) implements Amount {}

  /// An exact fraction, or a range of them.
  ///
  /// @param value a part of something, or a sum of money that no decimal can hold
  /// @param unit the book's currency; empty for a part
  record Fraction(RatioRange value, String unit) implements Amount {}

  /// A figure of a model, at both ends of the book's ranges.
  ///
  /// @param low not finite where nothing limits it
  /// @param high not finite where nothing limits it
  /// @param unit the book's currency; empty for other units, which the title names, and for parts
  /// @param isPart whether 1 is shown as `100%`
  record Model(double low, double high, String unit, boolean isPart) implements Amount {}

  /// There is no figure.
  ///
  /// @param why in words that can stand in its place
  record Absent(String why) implements Amount {}
}
