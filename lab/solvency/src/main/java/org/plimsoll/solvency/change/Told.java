package org.plimsoll.solvency.change;

import org.plimsoll.solvency.assess.Wording;
import org.plimsoll.solvency.book.Interval;

/// What a book tells of one property of an entry. Where it was read is no part of it.
public sealed interface Told {
  /// A number, a range or a bound.
  ///
  /// @param value what is known of it
  record Measured(Interval value) implements Told {}

  /// Anything else.
  ///
  /// @param text as the book has it
  record Words(String text) implements Told {}

  /// Returns it as a reader is shown it.
  default String words() {
    return switch (this) {
      case Measured(Interval value) -> Wording.range(value);
      case Words(String text) -> text;
    };
  }
}
