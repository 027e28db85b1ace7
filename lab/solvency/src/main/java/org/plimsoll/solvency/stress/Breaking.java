package org.plimsoll.solvency.stress;

import org.plimsoll.results.Ratio;
import org.plimsoll.solvency.assess.BreakingHaircut;

/// How far along an [Axis] a book breaks.
public sealed interface Breaking {
  /// It is broken before anything happens.
  record Already() implements Breaking {}

  /// It breaks just beyond this part.
  ///
  /// @param part above or equal 0, at most 1; for a default 1, since that is all or nothing
  record At(Ratio part) implements Breaking {}

  /// Nothing on this axis breaks it.
  record Never() implements Breaking {}

  /// A figure of the book is unknown or a range at this end.
  record Unknown() implements Breaking {}

  /// Returns the same answer for a fall of prices.
  static Breaking of(BreakingHaircut haircut) {
    return switch (haircut) {
      case BreakingHaircut.AlreadyNegative() -> new Already();
      case BreakingHaircut.At(Ratio part) -> new At(part);
      case BreakingHaircut.Never() -> new Never();
      case BreakingHaircut.Unknown() -> new Unknown();
    };
  }
}
