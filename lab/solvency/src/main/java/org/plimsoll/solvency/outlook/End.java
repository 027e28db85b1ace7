package org.plimsoll.solvency.outlook;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.plimsoll.solvency.book.Interval;

/// Which end of what a book leaves open, as it bears on the book's subject.
public enum End {
  /// The subject has the least and owes the most.
  CAREFUL,
  /// The subject has the most and owes the least.
  FAVORABLE;

  /// Returns the end of what is good for the subject to be large, such as a holding.
  double ofGood(Interval value) {
    return this == CAREFUL ? either(value.low(), value.high()) : either(value.high(), value.low());
  }

  /// Returns the end of what is bad for the subject to be large, such as a debt.
  double ofBad(Interval value) {
    return this == CAREFUL ? FAVORABLE.ofGood(value) : CAREFUL.ofGood(value);
  }

  /// Infinity cannot be simulated, so where there is no limit the other end stands for it, which
  /// [Premises] says; where there is none at all, nothing.
  private static double either(@Nullable BigDecimal first, @Nullable BigDecimal second) {
    BigDecimal limit = first == null ? second : first;
    return limit == null ? 0 : limit.doubleValue();
  }
}
