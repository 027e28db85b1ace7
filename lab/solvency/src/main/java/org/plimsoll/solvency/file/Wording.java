package org.plimsoll.solvency.file;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.plimsoll.solvency.book.Interval;

/// The sentences in which figures are spoken of.
final class Wording {
  private Wording() {}

  /// Returns what an interval says, in words.
  static String of(Interval interval) {
    BigDecimal low = interval.low();
    BigDecimal high = interval.high();
    if (low != null && high != null) {
      return low.compareTo(high) == 0 ? plain(low) : "from " + plain(low) + " to " + plain(high);
    }
    if (low == null && high == null) {
      return "unknown";
    }
    return low != null ? "at least " + plain(low) : "at most " + plain(high);
  }

  private static String plain(@Nullable BigDecimal number) {
    return number == null ? "" : number.toPlainString();
  }
}
